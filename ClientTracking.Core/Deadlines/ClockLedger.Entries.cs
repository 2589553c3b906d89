using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>What can be entered.</content>
public sealed partial record ClockLedger
{
    /// <summary>Starts the clock of a duty at its trigger.</summary>
    public static ClockLedger Start(DeadlineCalculator calculator, DeadlineRule rule, Instant trigger) =>
        Begin(calculator, new(ClockEventKind.Started, trigger.CutToMilliseconds(), rule));

    /// <summary>Starts the clock of a commitment, due at an instant somebody promised.</summary>
    /// <param name="calculator">Counts on the calendar.</param>
    /// <param name="at">When the promise was made.</param>
    /// <param name="due">What was promised.</param>
    /// <param name="rule">The unit, ending and roll by which a pause moves it; default <c>1d</c>: calendar days, close of business, next working day.</param>
    public static ClockLedger Commit(DeadlineCalculator calculator, Instant at, Instant due, DeadlineRule? rule = null) =>
        Begin(calculator, new(ClockEventKind.Started, at.CutToMilliseconds(), rule ?? DeadlineRule.Days(1), Due: due.CutToMilliseconds()));

    /// <summary>Pauses the clock (CV-15); without effect on a deadline already missed.</summary>
    /// <exception cref="InvalidOperationException">It is paused.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the last entry.</exception>
    public ClockLedger Pause(DeadlineCalculator calculator, Instant at, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (IsPaused) throw new InvalidOperationException("The clock is paused already.");
        return Append(calculator, new(ClockEventKind.Paused, at, Reason: reason));
    }

    /// <summary>Starts what was left again, in the rule's own unit (CV-15).</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the last entry.</exception>
    public ClockLedger Resume(DeadlineCalculator calculator, Instant at)
    {
        if (!IsPaused) throw new InvalidOperationException("The clock is not paused.");
        return Append(calculator, new(ClockEventKind.Resumed, at));
    }

    /// <summary>
    /// Replaces the due instant by an approved extension (CV-16). Applied for up to the old due instant, nothing was late; applied for
    /// after it, the lateness up to the approval stays. During a pause the new period is held from the approval on.
    /// </summary>
    /// <param name="calculator">Counts on the calendar.</param>
    /// <param name="approved">When the last signature was given.</param>
    /// <param name="applied">When it was applied for.</param>
    /// <param name="due">The new due instant, later than <see cref="LastDue"/>.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="due"/> is not later, <paramref name="applied"/> is after <paramref name="approved"/>, or this is before the last entry.
    /// </exception>
    public ClockLedger Extend(DeadlineCalculator calculator, Instant approved, Instant applied, Instant due, string? reason = null)
    {
        var granted = due.CutToMilliseconds();
        if (granted <= LastDue) throw new ArgumentOutOfRangeException(nameof(due), due, "An extension ends later than what it extends.");
        if (applied > approved) throw new ArgumentOutOfRangeException(nameof(applied), applied, "An extension is applied for before it is approved.");
        return Append(calculator, new(ClockEventKind.Extended, approved, From: applied.CutToMilliseconds(), Due: granted, Reason: reason));
    }

    /// <summary>
    /// Sets another rule, counted from <paramref name="from"/>: the trigger, keeping what has passed and every pause, or now. Extensions
    /// lapse. A due instant missed before stays missed as far as the new one is later.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the last entry, or <paramref name="from"/> after it.</exception>
    public ClockLedger Retarget(DeadlineCalculator calculator, Instant at, DeadlineRule rule, Instant from, string? reason = null)
    {
        if (from > at) throw new ArgumentOutOfRangeException(nameof(from), from, "A rule is counted from the past.");
        return Append(calculator, new(ClockEventKind.Retargeted, at, rule, from.CutToMilliseconds(), Reason: reason));
    }

    /// <summary>Counts the same events again on another calendar; the same ledger where nothing moves.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the last entry.</exception>
    public ClockLedger Recalculate(DeadlineCalculator calculator, Instant at)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        var again = Append(calculator, new(ClockEventKind.Recalculated, at, Reason: calculator.Calendar.ToString()));
        return (again.LastDue, again.Provisional) == (LastDue, Provisional) ? this : again;
    }

    private static ClockLedger Begin(DeadlineCalculator calculator, ClockEvent start)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        var (due, provisional) = new ClockRun(calculator, [start]).Deadline;
        return new([start], due, provisional, isSuspended: false, revision: 0, missed: []);
    }

    private ClockLedger Append(DeadlineCalculator calculator, ClockEvent entry)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        var at = entry.At.CutToMilliseconds();
        if (at < Events[^1].At) throw new ArgumentOutOfRangeException(nameof(entry), entry.At, "The clock's entries come in the order of time.");
        var events = Events.Add(entry with { At = at });
        var run = new ClockRun(calculator, events);
        var (due, provisional) = run.Deadline;
        return new(events, due, provisional, run.IsSuspended, due == LastDue ? Revision : Revision + 1, [.. run.Missed]);
    }
}
