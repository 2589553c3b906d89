namespace ClientTracking.Deadlines;

/// <summary>What a deadline rule counts in. A rule keeps the unit it was written in: <c>60min</c> and <c>1h</c> are two rules with one effect.</summary>
public enum DeadlineUnit : byte
{
    /// <summary>当日: the civil day of the trigger, or the next working day (CV-09). Text: <c>same-day</c>.</summary>
    SameDay,

    /// <summary>立即: a grace in elapsed minutes, begun within business hours (CV-10). Text: <c>at-once</c>.</summary>
    AtOnce,

    /// <summary>Elapsed minutes from the exact instant (CV-02). Text: <c>min</c>.</summary>
    Minutes,

    /// <summary>Elapsed hours from the exact instant (CV-02). Text: <c>h</c>.</summary>
    Hours,

    /// <summary>Minutes of business time. Text: <c>wmin</c>.</summary>
    WorkingMinutes,

    /// <summary>Hours of business time. Text: <c>wh</c>.</summary>
    WorkingHours,

    /// <summary>工作日: worked days after the day of the trigger (CV-08). Text: <c>wd</c>.</summary>
    WorkingDays,

    /// <summary>Calendar days after the day of the trigger (CV-01). Text: <c>d</c>.</summary>
    Days,

    /// <summary>Months from the day of the trigger, to the corresponding day (CV-03). Text: <c>mo</c>.</summary>
    Months,

    /// <summary>Years from the day of the trigger, to the corresponding day (CV-03). Text: <c>y</c>.</summary>
    Years,

    /// <summary>A weekday of the trigger's ISO week (CV-11). Text: <c>mon</c> … <c>sun</c>.</summary>
    Weekday,
}
