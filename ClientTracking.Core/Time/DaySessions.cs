using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>The business hours of one day: no session (closed) or several, ascending and without overlap.</summary>
public sealed partial class DaySessions : IEquatable<DaySessions>
{
    /// <summary>Closed all day.</summary>
    public static DaySessions None { get; } = new([]);

    /// <summary>Open from 00:00 to 24:00.</summary>
    public static DaySessions AllDay { get; } = new(default(Session));

    /// <summary>Creates the hours of a day.</summary>
    /// <param name="sessions">Ascending; only the last may run on after midnight. Sessions may touch.</param>
    /// <exception cref="ArgumentException">Two sessions overlap or are out of order, or together they are longer than 24 hours.</exception>
    public DaySessions(params ImmutableArray<Session> sessions)
    {
        Sessions = sessions.IsDefault ? [] : sessions;
        for (var i = 1; i < Sessions.Length; i++)
        {
            if (Sessions[i].StartSecond < Sessions[i - 1].EndSecond)
                throw new ArgumentException($"Session {Sessions[i]} starts before {Sessions[i - 1]} has ended.", nameof(sessions));
        }

        if (IsClosed) return;
        if (Sessions[^1].EndSecond - Sessions[0].StartSecond > NodaConstants.SecondsPerDay)
            throw new ArgumentException($"Session {Sessions[^1]} runs into {Sessions[0]} of the next day.", nameof(sessions));
        WorkingTime = Sessions.Aggregate(Duration.Zero, (sum, session) => sum + session.Length);
    }

    /// <summary>The sessions, ascending.</summary>
    public ImmutableArray<Session> Sessions { get; }

    /// <summary>Whether there is no session.</summary>
    public bool IsClosed => Sessions.IsEmpty;

    /// <summary>The sum of all sessions on the wall clock (450 minutes for 09:00–12:00, 13:30–18:00).</summary>
    public Duration WorkingTime { get; }

    /// <summary>When the first session opens.</summary>
    /// <exception cref="InvalidOperationException">Closed all day.</exception>
    public LocalTime Opens => IsClosed ? throw Closed() : Sessions[0].Start;

    /// <summary>When the last session closes (下班): close of business. 00:00 is 24:00; see <see cref="ClosesNextDay"/>.</summary>
    /// <exception cref="InvalidOperationException">Closed all day.</exception>
    public LocalTime Closes => IsClosed ? throw Closed() : Sessions[^1].End;

    /// <summary>Whether the last session runs on after midnight.</summary>
    public bool ClosesNextDay => !IsClosed && Sessions[^1].EndsNextDay;

    /// <summary>Seconds from the midnight the day starts with to close of business; 86,400 is 24:00.</summary>
    internal int CloseSecond => Sessions[^1].EndSecond;

    /// <summary>Whether a time of the owning day lies in a session (half-open: 12:00 is not in 09:00–12:00).</summary>
    public bool Contains(LocalTime time)
    {
        foreach (var session in Sessions)
        {
            if (session.Contains(time)) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(DaySessions? other) => other is not null && Sessions.AsSpan().SequenceEqual(other.Sessions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DaySessions);

    /// <inheritdoc/>
    public override int GetHashCode() => Sessions.Aggregate(0, HashCode.Combine);

    private static InvalidOperationException Closed() => new("The day has no session.");
}
