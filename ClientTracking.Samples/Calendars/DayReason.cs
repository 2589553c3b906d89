using ClientTracking.Time;

namespace ClientTracking.Samples.Calendars;

/// <summary>Why a day is worked or off, in words.</summary>
internal static class DayReason
{
    public static string Of(DayInfo day) => Cause(day) + (day.IsProvisional ? Words.ProvisionalDay : "");

    private static string Cause(DayInfo day) => day.Cause switch
    {
        DayCause.Holiday => Words.HolidayOf(day.Name!, day.Notice),
        DayCause.MakeUpDay => Words.MakeUpFor(day.Name!, day.Notice),
        DayCause.DayOff => Words.CompanyDayOff(day.Name!),
        DayCause.OnDuty => Words.OnDuty(day.Name!),
        DayCause.Weekend => Words.Weekend,
        _ => Words.Weekday,
    };
}
