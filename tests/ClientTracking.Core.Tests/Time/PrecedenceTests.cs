using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Which entry decides a day (CV-08): dated override, make-up day, holiday, weekly pattern; upper layers before lower ones.</summary>
[Trait("rule", "CV-08")]
public sealed class PrecedenceTests
{
    private static readonly LocalDate Wednesday = new(2025, 6, 11);
    private static readonly LocalDate Saturday = new(2025, 6, 14);
    private static readonly DaySessions Short = DaySessions.Parse("10:00-12:00");

    private static DayInfo Day(LocalDate date, Action<WorkCalendarBuilder> add)
    {
        var builder = new WorkCalendarBuilder("own");
        add(builder);
        var calendar = builder.Build();
        Assert.Equal(calendar[date].IsWorked, calendar.IsWorkingDay(date));
        return calendar[date];
    }

    [Fact]
    public void The_weekly_pattern_decides_a_day_nothing_is_said_of()
    {
        Assert.Equal(DayCause.Weekday, Day(Wednesday, _ => { }).Cause);
        Assert.Equal(DayCause.Weekend, Day(Saturday, _ => { }).Cause);
        Assert.Null(Day(Saturday, _ => { }).Name);
    }

    [Fact]
    public void A_holiday_wins_over_the_weekly_pattern() =>
        Assert.Equal((DayCause.Holiday, "端午节", "1号"), Facts(Day(Wednesday, add => add.AddHoliday(Wednesday, "端午节", "1号"))));

    [Fact]
    public void A_make_up_day_wins_over_a_holiday() => Assert.Equal(
        (DayCause.MakeUpDay, "端午节", "2号"),
        Facts(Day(Saturday, add => add.AddHoliday(Saturday, "假日", "1号").AddMakeUpDay(Saturday, "端午节", "2号"))));

    [Fact]
    public void A_make_up_day_wins_over_a_yearly_holiday() => Assert.Equal(
        DayCause.MakeUpDay,
        Day(Saturday, add => add.AddYearlyHoliday(new AnnualDate(6, 14), new AnnualDate(6, 14), "厂庆").AddMakeUpDay(Saturday, "端午节")).Cause);

    [Fact]
    public void A_day_off_wins_over_a_make_up_day() => Assert.Equal(
        (DayCause.DayOff, "搬家", null), Facts(Day(Saturday, add => add.AddMakeUpDay(Saturday, "端午节", "2号").AddDayOff(Saturday, "搬家"))));

    [Fact]
    public void A_duty_wins_over_a_holiday() => Assert.Equal(
        (DayCause.OnDuty, "值班", null), Facts(Day(Wednesday, add => add.AddHoliday(Wednesday, "端午节").AddOnDuty(Wednesday, "值班"))));

    [Fact]
    public void A_person_wins_over_the_company_and_the_company_over_the_statutory_schedule()
    {
        var holiday = new LocalDate(2025, 10, 2);
        var company = WorkCalendars.China.With("company", layer => layer.AddOnDuty(holiday, "展会").AddDayOff(new LocalDate(2025, 10, 11), "补休"));
        var person = company.With("person", layer => layer.AddDayOff(holiday, "年假"));
        Assert.Equal((DayCause.Holiday, "China"), (WorkCalendars.China[holiday].Cause, WorkCalendars.China[holiday].Source));
        Assert.Equal((DayCause.OnDuty, "company"), (company[holiday].Cause, company[holiday].Source));
        Assert.Equal((DayCause.DayOff, "person", "年假"), (person[holiday].Cause, person[holiday].Source, person[holiday].Name));
        Assert.Equal((DayCause.DayOff, "company"), (person[new LocalDate(2025, 10, 11)].Cause, person[new LocalDate(2025, 10, 11)].Source));
        Assert.Equal("China", person[new LocalDate(2025, 9, 28)].Source);
    }

    [Fact]
    public void A_layers_notice_replaces_the_notice_below_for_its_date()
    {
        var makeUp = new LocalDate(2025, 10, 11);
        var changed = WorkCalendars.China.With("change", layer => layer.AddHoliday(makeUp, "国庆节", "3号"));
        Assert.Equal((DayCause.Holiday, "国庆节", "3号"), Facts(changed[makeUp]));
        var withdrawn = WorkCalendars.China.With("change", layer => layer.Withdraw(makeUp));
        Assert.Equal((DayCause.Weekend, null, null), Facts(withdrawn[makeUp]));
    }

    [Fact]
    public void A_calendar_added_brings_its_dates_but_not_its_hours()
    {
        var other = new WorkCalendarBuilder("other").WithHours(BusinessHours.AroundTheClock).AddDayOff(Wednesday, "盘点").Build();
        var both = WorkCalendars.China.With("both", layer => layer.Add(other));
        Assert.Equal((DayCause.DayOff, "other"), (both[Wednesday].Cause, both[Wednesday].Source));
        Assert.Equal(BusinessHours.China, both.Hours);
        Assert.Equal(WorkCalendars.China.LastPublished, both.LastPublished);
    }

    [Fact]
    public void A_make_up_day_has_the_standard_hours_unless_its_weekday_or_its_date_has_hours()
    {
        var saturdays = BusinessHours.China.With(IsoDayOfWeek.Saturday, Short);
        Assert.Equal(BusinessHours.China.Standard, Day(Saturday, add => add.AddMakeUpDay(Saturday, "x")).Sessions);
        Assert.Equal(Short, Day(Saturday, add => add.WithHours(saturdays).AddMakeUpDay(Saturday, "x")).Sessions);
        Assert.Equal(Short, Day(Saturday, add => add.AddMakeUpDay(Saturday, "x").WithHours(Saturday, Short)).Sessions);
    }

    [Fact]
    public void Hours_of_a_duty_win_over_hours_of_its_date_over_those_of_the_season_over_those_of_the_week()
    {
        var summer = BusinessHours.MondayToFriday(DaySessions.Parse("08:00-11:00"));
        var (june, july) = (new LocalDate(2025, 6, 1), new LocalDate(2025, 7, 1));
        Assert.Equal("08:00-11:00", Day(Wednesday, add => add.WithHours(june, july, summer)).Sessions.ToString());
        Assert.Equal(Short, Day(Wednesday, add => add.WithHours(june, july, summer).WithHours(Wednesday, Short)).Sessions);
        Assert.Equal(
            "13:00-14:00",
            Day(Wednesday, add => add.WithHours(Wednesday, Short).AddOnDuty(Wednesday, "x", DaySessions.Parse("13:00-14:00"))).Sessions.ToString());
        Assert.Equal(Short, Day(Saturday, add => add.WithHours(Saturday, Short).AddOnDuty(Saturday, "x")).Sessions);
        Assert.Equal(DaySessions.None, Day(Saturday, add => add.WithHours(Saturday, Short)).Sessions);
    }

    [Theory]
    [Trait("rule", "CV-05")]
    [InlineData(2025, 6, 11, 18)] // a worked Wednesday
    [InlineData(2025, 6, 14, 18)] // an ordinary Saturday: the hour at which the weekday pattern would close
    [InlineData(2025, 10, 1, 18)] // a holiday
    [InlineData(2027, 10, 1, 18)] // provisional
    [InlineData(2120, 10, 1, 18)] // outside what is compiled at once
    public void Close_of_business_exists_on_every_day(int year, int month, int day, int hour) =>
        Assert.Equal(Instant.FromUtc(year, month, day, hour - 8, 0), WorkCalendars.China.CloseOfBusiness(new LocalDate(year, month, day)));

    private static (DayCause Cause, string? Name, string? Notice) Facts(DayInfo day) => (day.Cause, day.Name, day.Notice);
}
