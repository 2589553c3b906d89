using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples.Printing;

/// <summary>How times are printed.</summary>
internal static class Figures
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly LocalDateTimePattern DayAndMinute = LocalDateTimePattern.CreateWithInvariantCulture("MM-dd HH:mm");

    /// <summary>An instant on the wall clock of the zone, without blanks, so that a cell stays one word.</summary>
    public static string Instant(Instant instant, DateTimeZone zone) => Minute.Format(instant.InZone(zone).LocalDateTime);

    /// <summary>Month, day and time, where the year is plain.</summary>
    public static string Short(Instant instant, DateTimeZone zone) => DayAndMinute.Format(instant.InZone(zone).LocalDateTime);

    /// <summary>Elapsed time in days, hours and minutes.</summary>
    public static string Elapsed(Duration time)
    {
        string[] parts =
        [
            time.Days > 0 ? Words.Days(time.Days) : "",
            time.Hours > 0 ? Words.Hours(time.Hours) : "",
            time.Minutes > 0 ? Words.Minutes(time.Minutes) : "",
        ];
        return string.Concat(parts) is { Length: > 0 } text ? text : Words.LessThanAMinute;
    }
}
