using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Core.Tests.Time;

/// <summary>The traps other engines fall into, with the hours they name; S is Monday to Friday 09:00–12:00, 13:00–18:00.</summary>
public sealed class TimeTrapTests
{
    private static readonly WorkCalendar S = WorkCalendars.China.With(
        "S", layer => layer.WithHours(BusinessHours.MondayToFriday(DaySessions.Parse("09:00-12:00,13:00-18:00"))));

    private static Instant At(string local) => At("Asia/Shanghai", local);

    private static Instant At(string zone, string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    private static LocalDate Date(string date) => LocalDatePattern.Iso.Parse(date).Value;

    [Theory]
    [Trait("trap", "T1")]
    [Trait("trap", "T2")]
    [Trait("trap", "T3")]
    [Trait("trap", "T4")]
    [InlineData("2025-09-29 09:00", 480, "2025-09-29 18:00")] // T1: ends at closing, not at the next opening
    [InlineData("2025-09-26 18:00", 480, "2025-09-28 18:00")] // T2: the make-up Sunday counts
    [InlineData("2025-09-30 18:00", 60, "2025-10-09 10:00")] // T3: eight days off
    [InlineData("2025-09-29 11:30", 60, "2025-09-29 13:30")] // T4: over lunch
    [InlineData("2025-09-29 12:20", 30, "2025-09-29 13:30")] // T4: from lunch
    [InlineData("2025-09-29 12:00", 0, "2025-09-29 12:00")] // T4: nothing is nothing
    [InlineData("2025-09-29 09:00", 180, "2025-09-29 12:00")] // the earliest instant
    [InlineData("2025-09-29 09:00", 181, "2025-09-29 13:01")]
    [InlineData("2025-09-29 18:00", -480, "2025-09-29 09:00")] // backwards: the latest instant
    [InlineData("2025-09-29 18:00", -300, "2025-09-29 13:00")]
    [InlineData("2025-09-29 18:00", -301, "2025-09-29 11:59")]
    [InlineData("2025-10-09 09:00", -60, "2025-09-30 17:00")]
    public void Working_time_is_added(string start, int minutes, string expected)
    {
        Assert.Equal(At(expected), S.AddWorkingTime(At(start), Duration.FromMinutes(minutes)));
        Assert.Equal(Duration.FromMinutes(minutes), S.WorkingTimeBetween(At(start), At(expected)));
    }

    [Theory]
    [Trait("trap", "T5")]
    [Trait("trap", "T6")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-13", 2, "2026-02-24")]
    [InlineData("2026-02-13", 3, "2026-02-25")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-14", 5, "2026-02-28")]
    public void Working_days_are_added_over_Spring_Festival(string start, int days, string expected)
    {
        Assert.Equal(Date(expected), S.AddWorkingDays(Date(start), days));
        Assert.Equal(days, S.WorkingDaysBetween(Date(start), Date(expected)));
        Assert.Equal(Date(start), S.AddWorkingDays(Date(expected), -days));
    }
}
