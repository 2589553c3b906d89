using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>The instant lateness is judged for what is not done by then.</summary>
/// <param name="At">The instant.</param>
/// <param name="EndsDay">Whether it is 24:00 of the day before: then that day is the last that counts, and what is done exactly at it is not done yet.</param>
internal readonly record struct Assessment(Instant At, bool EndsDay)
{
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    public bool Knows(Instant done) => EndsDay ? done < At : done <= At;

    /// <summary>Whether a due instant has passed; at 24:00 also one that is 24:00, since its month is the one that ends.</summary>
    public bool IsPast(Instant due) => EndsDay ? due <= At : due < At;

    /// <summary>How many days late at this instant (CV-13); 0 is not late, or not due yet.</summary>
    public int DaysLate(DeadlineCalculator calculator, Instant due, Instant? done, LatenessUnit unit)
    {
        if (done is { } when && Knows(when)) return calculator.LatenessOf(due, when, unit).Days;
        if (due >= At) return 0;
        return Math.Max(1, calculator.LatenessOf(due, EndsDay ? At - Millisecond : At, unit).Days);
    }
}
