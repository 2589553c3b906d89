using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>What can happen to an obligation that is owed. Pure; every step needs it to be owed.</summary>
/// <remarks>An instant before the last entry of the clock counts as that entry's, so that the clock never runs backwards.</remarks>
public static class ObligationLife
{
    /// <summary>Pauses its clock (CV-15).</summary>
    /// <exception cref="InvalidOperationException">It is paused.</exception>
    public static ObligationChange Paused(this Obligation owed, DeadlineCalculator calculator, Instant at, string reason) =>
        new(ObligationEvent.Paused, owed.With(owed.Owed().Pause(calculator, owed.NotBeforeClock(at), reason)));

    /// <summary>Lets its clock go on with what was left (CV-15).</summary>
    /// <exception cref="InvalidOperationException">It is not paused.</exception>
    public static ObligationChange Resumed(this Obligation owed, DeadlineCalculator calculator, Instant at) =>
        new(ObligationEvent.Resumed, owed.With(owed.Owed().Resume(calculator, owed.NotBeforeClock(at))));

    /// <summary>Replaces its due instant by an approved later one (CV-16).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="due"/> is not later, or it was applied for after it was approved.</exception>
    public static ObligationChange Extended(
        this Obligation owed, DeadlineCalculator calculator, Instant approved, Instant applied, Instant due, string? reason) =>
        new(ObligationEvent.Extended, owed.With(owed.Owed().Extend(calculator, owed.NotBeforeClock(approved), applied, due, reason)));

    /// <summary>Sets another rule, counted from where the old one was, with every pause kept; the same obligation where nothing changes.</summary>
    public static ObligationChange Retargeted(this Obligation owed, DeadlineCalculator calculator, Instant at, DeadlineRule rule, string? reason) =>
        new(ObligationEvent.Retargeted, owed.With(owed.Owed().Retarget(calculator, owed.NotBeforeClock(at), rule, owed.OpenedAt, reason)));

    /// <summary>Counts it again on the calculator's calendar; the same obligation where nothing moves.</summary>
    public static ObligationChange Recalculated(this Obligation owed, DeadlineCalculator calculator, Instant at) =>
        new(ObligationEvent.Recalculated, owed.With(owed.Owed().Recalculate(calculator, owed.NotBeforeClock(at))));

    /// <summary>Somebody else owes it.</summary>
    public static ObligationChange Reassigned(this Obligation owed, Holder holder) =>
        new(ObligationEvent.Reassigned, owed with { Assignee = holder.Person, Department = holder.Department ?? owed.Department });

    /// <summary>Forgives it; it counts neither as done nor as missed.</summary>
    public static ObligationChange Waived(this Obligation owed, Instant at, string reason) =>
        new(ObligationEvent.Waived, owed with { Status = ObligationStatus.Waived, ClosedAt = at, Reason = reason });

    /// <summary>Ends it undone, because what it belonged to ended or changed.</summary>
    public static ObligationChange Cancelled(this Obligation owed, Instant at, string reason) =>
        new(ObligationEvent.Cancelled, owed with { Status = ObligationStatus.Cancelled, ClosedAt = at, Reason = reason });

    private static ClockLedger Owed(this Obligation obligation) => obligation.IsOwed
        ? obligation.Clock
        : throw new InvalidOperationException($"{obligation.Rule} ({obligation.Id}) is {obligation.Status}; nothing moves its clock any more.");

    private static Instant NotBeforeClock(this Obligation obligation, Instant at) => Instant.Max(at, obligation.Clock.Events[^1].At);
}
