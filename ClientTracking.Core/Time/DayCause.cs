namespace ClientTracking.Time;

/// <summary>Why a day is worked or off: what won, from the least specific to the most specific.</summary>
public enum DayCause
{
    /// <summary>Worked: an ordinary day of the weekly pattern.</summary>
    Weekday,

    /// <summary>Off: the weekly pattern has no hours on this weekday (周末).</summary>
    Weekend,

    /// <summary>Off: an announced or yearly holiday (法定节假日).</summary>
    Holiday,

    /// <summary>Worked: an announced make-up day (调休上班).</summary>
    MakeUpDay,

    /// <summary>Off: a day off of the company, team or person.</summary>
    DayOff,

    /// <summary>Worked: a duty of the company, team or person on that date (值班).</summary>
    OnDuty,
}
