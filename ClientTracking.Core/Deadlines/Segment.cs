using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>Why a stretch of time counts towards a deadline or not.</summary>
public enum SegmentKind : byte
{
    /// <summary>Counted; a make-up day or a duty says so in <see cref="Segment.Day"/>.</summary>
    Counted,

    /// <summary>起算当日: the rest of the day it starts on, which is not counted (CV-01).</summary>
    StartDay,

    /// <summary>Days not worked: weekend, holiday or company day off, by <see cref="Segment.Day"/>.</summary>
    OffDay,

    /// <summary>Outside the business hours of a worked day, lunch included.</summary>
    OutsideHours,

    /// <summary>中止: the clock was paused (CV-15).</summary>
    Paused,

    /// <summary>延期: given by an extension (CV-16).</summary>
    Extended,
}

/// <summary>One stretch of a deadline's explanation, half-open; adjoining stretches with the same cause are one.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">Whether and why it is counted.</param>
/// <param name="Day">What the calendar says of the first day; null where the cause is no day.</param>
/// <param name="Reason">The reason of a pause.</param>
public readonly record struct Segment(Instant Start, Instant End, SegmentKind Kind, DayInfo? Day = null, string? Reason = null)
{
    /// <summary>Whether the stretch brings the deadline nearer.</summary>
    public bool IsCounted => Kind == SegmentKind.Counted;
}
