using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>
/// A series of deadlines, every period from an anchor: the n-th is n periods after the anchor, never one period after the one before, so
/// that 31 January is followed by 28 February and 31 March (CV-03, PT-04).
/// </summary>
public readonly record struct RecurringDeadline
{
    /// <summary>Creates a series.</summary>
    /// <param name="every">The period, in any unit with an amount: <c>3mo</c>, <c>1y</c>, <c>15d</c>, <c>5wd</c>, <c>8wh</c>, <c>24h</c>.</param>
    /// <param name="anchor">What it is counted from.</param>
    /// <exception cref="ArgumentException">The rule has no amount to repeat: same-day, at-once and weekday rules.</exception>
    public RecurringDeadline(DeadlineRule every, Instant anchor)
    {
        if (!every.Unit.IsCounted()) throw new ArgumentException($"'{every}' has no period to repeat.", nameof(every));
        (Every, Anchor) = (every, anchor.CutToMilliseconds());
    }

    /// <summary>The period.</summary>
    public DeadlineRule Every { get; }

    /// <summary>What the series is counted from; itself not part of it.</summary>
    public Instant Anchor { get; }

    /// <summary>The n-th deadline, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is less than 1, or the result lies beyond the calendar.</exception>
    public Deadline Nth(DeadlineCalculator calculator, int n)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        return calculator.Calculate(Every.Times(n), Anchor);
    }

    /// <summary>The first deadline later than an instant, with its number. Where a roll puts several on one day, the first of those.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies beyond the calendar.</exception>
    public (int N, Deadline Deadline) NextAfter(DeadlineCalculator calculator, Instant instant)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        var n = Math.Max(1, calculator.Periods(Every, Anchor, instant));
        while (n > 1 && Nth(calculator, n - 1).Due > instant) n--;
        for (; ; n++)
        {
            var deadline = Nth(calculator, n);
            if (deadline.Due > instant) return (n, deadline);
        }
    }

    /// <summary>The deadlines later than one instant and not later than another, in order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar ends before <paramref name="until"/>.</exception>
    public IEnumerable<Deadline> Between(DeadlineCalculator calculator, Instant after, Instant until)
    {
        var (n, deadline) = NextAfter(calculator, after);
        for (; deadline.Due <= until; deadline = Nth(calculator, ++n)) yield return deadline;
    }
}
