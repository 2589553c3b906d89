using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>Which of many deadlines have been missed. Pure; allocates nothing.</summary>
public static class DeadlineStates
{
    /// <summary>Whether each deadline lies before an instant; exactly at it is on time (CV-13).</summary>
    /// <param name="deadlines">The deadlines.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="missed">As many results.</param>
    /// <returns>How many have been missed.</returns>
    /// <exception cref="ArgumentException"><paramref name="missed"/> is shorter than <paramref name="deadlines"/>.</exception>
    public static int MissedAt(ReadOnlySpan<Deadline> deadlines, Instant instant, Span<bool> missed)
    {
        if (missed.Length < deadlines.Length) throw new ArgumentException("There is not room for every result.", nameof(missed));
        var count = 0;
        for (var i = 0; i < deadlines.Length; i++)
        {
            var late = deadlines[i].Due < instant;
            missed[i] = late;
            count += late ? 1 : 0;
        }

        return count;
    }
}
