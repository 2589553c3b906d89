using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>What can happen to the clock of a duty.</summary>
public enum ClockEventKind : byte
{
    /// <summary>The duty arose; a commitment arises with its due instant.</summary>
    Started,

    /// <summary>中止: the client must act, not the staff (CV-15).</summary>
    Paused,

    /// <summary>恢复: what was left starts again (CV-15).</summary>
    Resumed,

    /// <summary>延期: an approved extension replaces the due instant (CV-16).</summary>
    Extended,

    /// <summary>Another rule applies from now on, counted from an instant of choice.</summary>
    Retargeted,

    /// <summary>The same events were counted again on another calendar.</summary>
    Recalculated,
}

/// <summary>One entry of a <see cref="ClockLedger"/>; plain data, so that any store can keep it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When: the trigger, the pause, the approval.</param>
/// <param name="Rule">Started and retargeted: the rule. It also says in which unit a pause is counted.</param>
/// <param name="From">Extended: when it was applied for. Retargeted: the instant the new rule is counted from.</param>
/// <param name="Due">Started: the due instant of a commitment, else null. Extended: the new due instant.</param>
/// <param name="Reason">Why; for a recalculation the calendar.</param>
public sealed record ClockEvent(
    ClockEventKind Kind, Instant At, DeadlineRule? Rule = null, Instant? From = null, Instant? Due = null, string? Reason = null);
