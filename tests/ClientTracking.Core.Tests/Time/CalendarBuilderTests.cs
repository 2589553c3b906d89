using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>What cannot be built, coverage and versions, and the ends of the range (T45).</summary>
public sealed class CalendarBuilderTests
{
    private static readonly LocalDate Friday = new(2025, 10, 17);

    private static string[] Codes(Action<WorkCalendarBuilder> add)
    {
        var builder = new WorkCalendarBuilder("own");
        add(builder);
        return [.. Assert.Throws<InvalidRequestException>(() => builder.Build()).Faults.Select(fault => fault.Code)];
    }

    [Fact]
    [Trait("trap", "T45")]
    public void A_calendar_without_working_time_is_refused_when_it_is_built()
    {
        Assert.Equal(["calendar.no-working-time"], Codes(add => add.WithHours(BusinessHours.On(DaySessions.AllDay))));
        Assert.Equal(["calendar.no-working-time"], Codes(add => add.AddYearlyHoliday(new AnnualDate(1, 1), new AnnualDate(12, 31), "x")));
        Assert.Equal(
            ["calendar.no-working-time"],
            Codes(add => add.WithHours(Friday, Friday.PlusDays(9), BusinessHours.On(DaySessions.AllDay))));
    }

    [Fact]
    public void A_date_given_twice_for_one_matter_is_refused_and_every_fault_is_listed() => Assert.Equal(
        ["calendar.duplicate", "calendar.duplicate"],
        Codes(add => add.AddHoliday(Friday, "x").AddHoliday(Friday, "y").AddDayOff(Friday, "x").AddOnDuty(Friday, "y")));

    [Fact]
    [Trait("trap", "T45")]
    public void A_notice_added_extends_the_coverage_and_ends_the_provision()
    {
        const string notice = "date,kind,holiday,notice\n2027-01-01,holiday,元旦,示例1号\n2027-01-02,holiday,元旦,示例1号\n";
        var next = WorkCalendars.China.With("China 2027", layer => layer.AddCsv(new StringReader(notice)));
        Assert.Equal((new LocalDate(2004, 1, 1), new LocalDate(2027, 12, 31)), (next.FirstPublished, next.LastPublished));
        Assert.False(next.IsProvisional(new LocalDate(2027, 1, 1)));
        Assert.True(next.IsProvisional(new LocalDate(2028, 1, 1)));
        Assert.Equal(new LocalDate(2027, 1, 4), next.AddWorkingDays(new LocalDate(2026, 12, 31), 1));
        Assert.Equal(new LocalDate(2027, 1, 1), WorkCalendars.China.AddWorkingDays(new LocalDate(2026, 12, 31), 1));
    }

    [Fact]
    public void A_gap_in_the_coverage_is_refused()
    {
        var error = Assert.Throws<InvalidRequestException>(
            () => WorkCalendars.China.With("China 2028", layer => layer.AddHoliday(new LocalDate(2028, 1, 1), "元旦")));
        Assert.Equal("calendar.coverage-gap", Assert.Single(error.Faults).Code);
    }

    [Fact]
    public void A_calendar_without_announcements_is_never_provisional()
    {
        var own = new WorkCalendarBuilder("own").AddDayOff(Friday, "x").Build();
        Assert.Null(own.LastPublished);
        Assert.False(own.IsProvisional(new LocalDate(2100, 1, 1)));
    }

    [Fact]
    public void The_coverage_with_another_countrys_calendar_is_what_both_know()
    {
        var other = new WorkCalendarBuilder("other").AddHoliday(new LocalDate(2020, 7, 1), "x").Published(new(2020, 1, 1), new(2030, 12, 31)).Build();
        var both = WorkCalendars.China.With("both", layer => layer.Add(other));
        Assert.Equal((new LocalDate(2020, 1, 1), new LocalDate(2026, 12, 31)), (both.FirstPublished, both.LastPublished));
    }

    [Fact]
    public void The_version_follows_the_content_not_the_name()
    {
        var china = WorkCalendars.China;
        Assert.StartsWith("2026-12-31+", china.Version, StringComparison.Ordinal);
        Assert.Equal(china.Version, china.With("same", _ => { }).Version);
        Assert.NotEqual(china.Version, china.With("more", layer => layer.AddDayOff(Friday, "x")).Version);
        Assert.NotEqual(china.Version, china.With("hours", layer => layer.WithHours(BusinessHours.AroundTheClock)).Version);
        Assert.Equal("7", china.With("named", layer => layer.Version("7")).Version);
    }

    [Fact]
    [Trait("trap", "T45")]
    public void The_whole_range_can_be_used_and_nothing_beyond()
    {
        var china = WorkCalendars.China;
        Assert.Equal(new LocalDate(1900, 1, 2), china.NextWorkingDay(WorkCalendar.MinDate)); // a Tuesday
        Assert.Equal(new LocalDate(2149, 12, 31), china.NextWorkingDay(new LocalDate(2149, 12, 30))); // a Wednesday
        Assert.Equal(5 * 52 * 100 + 8, china.WorkingDaysBetween(new LocalDate(2041, 1, 1), new LocalDate(2041, 1, 1).PlusDays(7 * 5200 + 10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.NextWorkingDay(WorkCalendar.MaxDate));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.PreviousWorkingDay(WorkCalendar.MinDate));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.IsWorkingDay(WorkCalendar.MaxDate.PlusDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.AddWorkingDays(Friday, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.AddWorkingDays(Friday, int.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.IsWorkingDay(Friday.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.AddWorkingTime(Instant.MaxValue, Duration.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.AddWorkingTime(Instant.FromUtc(2025, 1, 1, 0, 0), Duration.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.WorkingTimeBetween(Instant.MinValue, Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.NextOpening(Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.DateOf(Instant.MinValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => china.CloseOfBusiness(LocalDate.MaxIsoValue));
    }

    [Fact]
    public void Results_that_leave_the_compiled_decades_are_found_all_the_same()
    {
        var china = WorkCalendars.China;
        var far = china.AddWorkingDays(Friday, 20_000);
        Assert.Equal(20_000, china.WorkingDaysBetween(Friday, far));
        Assert.Equal(Friday, china.AddWorkingDays(far, -20_000));
        var (start, time) = (china.At(Friday, new LocalTime(9, 0)), Duration.FromMinutes(20_000 * 450));
        // A working day of 7.5 h is used up at close of business.
        Assert.Equal(china.CloseOfBusiness(china.AddWorkingDays(Friday, 19_999)), china.AddWorkingTime(start, time));
        Assert.Equal(time, china.WorkingTimeBetween(start, china.AddWorkingTime(start, time)));
    }
}
