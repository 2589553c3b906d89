using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Traps T1 to T8, T25 and T47 of other engines, with the hours they name; S is Monday to Friday 09:00–12:00, 13:00–18:00.</summary>
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
    [Fact]
    [Trait("trap", "T7")]
    public void A_later_notice_moves_only_what_crosses_its_days_and_both_calendars_stay()
    {
        // The notice of November 2019: back at work on 31 January, made up on Saturday 1 February; replaced on 26 January 2020.
        var november = S.With("November 2019", layer => layer
            .Withdraw(Date("2020-01-31")).AddMakeUpDay(Date("2020-02-01"), "春节", "国办发明电〔2019〕16号").Withdraw(Date("2020-02-02")));
        Assert.Equal(["2020-01-31", "2020-02-03", "2020-02-05"], Due(november));
        Assert.Equal(["2020-02-03", "2020-02-05", "2020-02-07"], Due(S));
        Assert.NotEqual(november.Version, S.Version);
        Assert.Equal((DayCause.MakeUpDay, "November 2019"), (november[Date("2020-02-01")].Cause, november[Date("2020-02-01")].Source));

        static IEnumerable<string> Due(WorkCalendar calendar) =>
            new[] { 1, 3, 5 }.Select(days => LocalDatePattern.Iso.Format(calendar.AddWorkingDays(Date("2020-01-23"), days)));
    }

    [Fact]
    [Trait("trap", "T8")]
    public void A_changed_Labour_Day_moves_the_fifth_to_eighth_day_only()
    {
        var before = S.With("2018 notice", layer => layer
            .Withdraw(Date("2019-04-28")).Withdraw(Date("2019-05-02")).Withdraw(Date("2019-05-03"))
            .Withdraw(Date("2019-05-04")).Withdraw(Date("2019-05-05")));
        var moved = Enumerable.Range(1, 15)
            .Where(days => before.AddWorkingDays(Date("2019-04-22"), days) != S.AddWorkingDays(Date("2019-04-22"), days));
        Assert.Equal([5, 6, 7, 8], moved);
        Assert.Equal(Date("2019-05-06"), S.AddWorkingDays(Date("2019-04-22"), 9));
    }

    [Fact]
    [Trait("trap", "T9")]
    public void A_duty_on_a_holiday_is_counted()
    {
        var duty = S.With("duty", layer => layer.AddOnDuty(Date("2025-10-02"), "值班", DaySessions.Parse("10:00-14:00")));
        Assert.True(duty.IsWorkingDay(Date("2025-10-02")));
        Assert.Equal(At("2025-10-02 11:00"), duty.AddWorkingTime(At("2025-09-30 18:00"), Duration.FromHours(1)));
        Assert.Equal(Duration.FromHours(4), duty.WorkingTimeBetween(At("2025-09-30 18:00"), At("2025-10-09 09:00")));
        Assert.Equal(At("2025-10-02 14:00"), duty.CloseOfBusiness(Date("2025-10-02")));
    }

    [Fact]
    [Trait("trap", "T10")]
    public void A_yearly_holiday_reaches_over_the_end_of_the_year()
    {
        var calendar = new WorkCalendarBuilder("yearly").AddYearlyHoliday(new AnnualDate(12, 30), new AnnualDate(1, 2), "年末休假").Build();
        // 2025-12-29 is a Monday.
        Assert.Equal(
            [true, false, false, false, false],
            new[] { "2025-12-29", "2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02" }.Select(date => calendar.IsWorkingDay(Date(date))));
        Assert.Equal(Date("2026-01-05"), calendar.NextWorkingDay(Date("2025-12-29")));
        Assert.Equal((DayCause.Holiday, "年末休假", false), (calendar[Date("2026-01-01")].Cause, calendar[Date("2026-01-01")].Name, calendar[Date("2026-01-01")].IsProvisional));
    }

    [Fact]
    [Trait("trap", "T15")]
    [Trait("trap", "T39")]
    public void A_date_on_a_holiday_rolls_forward_or_backward()
    {
        Assert.Equal(Date("2025-10-09"), S.NextWorkingDay(Date("2025-10-01"))); // one month from 1 September
        Assert.Equal(Date("2025-09-30"), S.PreviousWorkingDay(Date("2025-10-01"))); // a notice date rolls backward
        Assert.Equal(Date("2026-02-28"), S.PreviousWorkingDay(Date("2026-03-01"))); // 28 February 2026 is a make-up Saturday
    }

    [Fact]
    [Trait("trap", "T25")]
    public void What_comes_in_on_Sunday_and_is_answered_Monday_0920_took_twenty_minutes() =>
        Assert.Equal(Duration.FromMinutes(20), S.WorkingTimeBetween(At("2025-10-19 15:00"), At("2025-10-20 09:20")));

    [Fact]
    [Trait("trap", "T47")]
    public void One_working_day_from_Friday_afternoon_is_Monday_at_close_of_business()
    {
        var day = S.AddWorkingDays(S.DateOf(At("2025-10-17 16:00")), 1);
        Assert.Equal(At("2025-10-20 18:00"), S.CloseOfBusiness(day));
    }

    [Theory]
    [Trait("rule", "CV-10")]
    [InlineData("2025-09-30 08:59", false, "2025-09-30 09:00")]
    [InlineData("2025-09-30 09:00", true, "2025-09-30 09:00")]
    [InlineData("2025-09-30 11:59", true, "2025-09-30 11:59")]
    [InlineData("2025-09-30 12:00", false, "2025-09-30 13:00")]
    [InlineData("2025-09-30 13:00", true, "2025-09-30 13:00")]
    [InlineData("2025-09-30 17:59", true, "2025-09-30 17:59")]
    [InlineData("2025-09-30 18:00", false, "2025-10-09 09:00")]
    [InlineData("2025-10-04 10:00", false, "2025-10-09 09:00")]
    public void Sessions_are_half_open(string at, bool open, string next)
    {
        Assert.Equal(open, S.IsBusinessTime(At(at)));
        Assert.Equal(At(next), S.NextOpening(At(at)));
    }
}
