using ClientTracking.Deadlines;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>CV-01 … CV-11 on both sides of each boundary and in both readings. 2026-03-02 is a Monday; March 2026 has no holiday.</summary>
public sealed class ConventionTests
{
    [Theory, Trait("rule", "CV-01")]
    [InlineData("1d", "2026-03-02 00:00", "2026-03-03 18:00")]
    [InlineData("1d", "2026-03-02 23:59:59.999", "2026-03-03 18:00")]
    [InlineData("1d", "2026-03-03 00:00", "2026-03-04 18:00")]
    [InlineData("1wd", "2026-03-02 00:00", "2026-03-03 18:00")]
    [InlineData("1wd", "2026-03-02 23:59:59.999", "2026-03-03 18:00")]
    [InlineData("1mo", "2026-03-02 23:59:59.999", "2026-04-02 18:00")]
    public void The_day_it_starts_on_is_not_counted(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-02")]
    [InlineData("1h", "2026-03-06 17:50", "2026-03-06 18:50")]
    [InlineData("1h", "2026-03-06 23:30", "2026-03-07 00:30")]
    [InlineData("90min", "2026-03-02 11:00:00.001", "2026-03-02 12:30:00.001")]
    [InlineData("48h", "2026-03-06 10:00", "2026-03-08 10:00")]
    [InlineData("1wh", "2026-03-06 17:50", "2026-03-09 09:50")]
    [InlineData("3wh", "2026-03-02 09:00", "2026-03-02 12:00")]
    [InlineData("181wmin", "2026-03-02 09:00", "2026-03-02 13:31")]
    public void Hours_run_from_the_instant_and_are_working_hours_only_where_the_rule_says_so(string rule, string trigger, string due) =>
        China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-03")]
    [InlineData("1mo", "2023-01-31 10:00", "2023-02-28 18:00")]
    [InlineData("1mo", "2024-01-31 10:00", "2024-02-29 18:00")]
    [InlineData("1mo", "2024-01-30 10:00", "2024-02-29 18:00")]
    [InlineData("1mo", "2024-01-29 10:00", "2024-02-29 18:00")]
    [InlineData("3mo", "2025-11-30 10:00", "2026-02-28 18:00")] // a Saturday, worked as make-up day
    [InlineData("1y", "2024-02-29 10:00", "2025-02-28 18:00")]
    [InlineData("12mo", "2024-02-29 10:00", "2025-02-28 18:00")]
    [InlineData("1mo", "2023-02-28 10:00", "2023-03-28 18:00")]
    public void A_month_ends_on_the_corresponding_day_or_the_last(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-04")]
    [InlineData("2d", "2026-03-04 10:00", "2026-03-06 18:00")]
    [InlineData("2d", "2026-03-05 10:00", "2026-03-09 18:00")]
    [InlineData("2d", "2026-03-06 10:00", "2026-03-09 18:00")]
    [InlineData("2d~none", "2026-03-05 10:00", "2026-03-07 18:00")]
    [InlineData("2d~previous", "2026-03-05 10:00", "2026-03-06 18:00")]
    [InlineData("2d", "2026-02-12 10:00", "2026-02-14 18:00")] // Saturday, make-up day
    [InlineData("2d", "2026-09-29 10:00", "2026-10-08 18:00")] // National Day to 7 October
    [InlineData("1d~previous", "2026-03-07 10:00", "2026-03-09 18:00")] // Friday would be before the trigger
    [InlineData("1h", "2026-03-07 10:00", "2026-03-07 11:00")] // only periods in days and longer roll
    public void A_last_day_off_goes_to_the_next_working_day(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-05")]
    [InlineData("2d", "2026-03-02 10:00", "2026-03-04 18:00")]
    [InlineData("2d@24:00", "2026-03-02 10:00", "2026-03-05 00:00")]
    [InlineData("2d@12:00", "2026-03-02 10:00", "2026-03-04 12:00")]
    [InlineData("2d~none", "2026-03-05 10:00", "2026-03-07 18:00")] // an off-day that is not rolled closes as its pattern would
    [InlineData("2d@24:00~none", "2026-03-05 10:00", "2026-03-08 00:00")]
    [InlineData("2d@24:00", "2026-03-05 10:00", "2026-03-10 00:00")]
    public void The_last_day_ends_at_close_of_business(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-08")]
    [InlineData("1wd", "2026-03-06 10:00", "2026-03-09 18:00")]
    [InlineData("1wd", "2026-03-07 10:00", "2026-03-09 18:00")]
    [InlineData("1wd", "2026-03-08 23:59:59.999", "2026-03-09 18:00")]
    [InlineData("5wd", "2026-09-28 10:00", "2026-10-10 18:00")] // 29, 30, then 8, 9, and Saturday 10 as make-up day
    [InlineData("5wd@12:00", "2026-03-02 10:00", "2026-03-09 12:00")]
    public void Working_days_are_the_days_worked(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-09")]
    [InlineData("same-day", "2026-03-02 00:00", "2026-03-02 18:00")]
    [InlineData("same-day", "2026-03-02 17:59:59.999", "2026-03-02 18:00")]
    [InlineData("same-day", "2026-03-02 18:00", "2026-03-03 18:00")]
    [InlineData("same-day", "2026-03-06 18:00", "2026-03-09 18:00")]
    [InlineData("same-day", "2026-03-07 10:00", "2026-03-09 18:00")]
    [InlineData("same-day", "2026-02-14 10:00", "2026-02-14 18:00")] // Saturday, make-up day
    [InlineData("same-day@17:00", "2026-03-02 16:59:59.999", "2026-03-02 17:00")]
    [InlineData("same-day@17:00", "2026-03-02 17:00", "2026-03-03 17:00")]
    [InlineData("same-day@24:00", "2026-03-02 18:00", "2026-03-03 00:00")]
    [InlineData("same-day@24:00", "2026-03-07 23:59:59.999", "2026-03-08 00:00")]
    public void Same_day_is_close_of_business_or_strictly_the_civil_day(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-10")]
    [InlineData("at-once", "2026-03-02 08:59:59.999", "2026-03-02 09:30")]
    [InlineData("at-once", "2026-03-02 09:00", "2026-03-02 09:30")]
    [InlineData("at-once", "2026-03-02 11:59:59.999", "2026-03-02 12:29:59.999")]
    [InlineData("at-once", "2026-03-02 12:00", "2026-03-02 14:00")]
    [InlineData("at-once", "2026-03-02 13:29:59.999", "2026-03-02 14:00")]
    [InlineData("at-once", "2026-03-02 17:59", "2026-03-02 18:29")]
    [InlineData("at-once", "2026-03-06 18:00", "2026-03-09 09:30")]
    [InlineData("at-once+15min", "2026-03-02 12:00", "2026-03-02 13:45")]
    [InlineData("at-once+0min", "2026-03-02 12:00", "2026-03-02 13:30")]
    [InlineData("at-once+0min", "2026-03-02 10:00", "2026-03-02 10:00")]
    public void At_once_is_a_grace_begun_within_business_hours(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-11")]
    [InlineData("thu@cob", "2026-03-02 00:00", "2026-03-05 18:00")]
    [InlineData("thu@cob", "2026-03-05 18:00", "2026-03-05 18:00")]
    [InlineData("thu@cob", "2026-03-05 18:00:00.001", "2026-03-12 18:00")]
    [InlineData("thu@cob", "2026-03-08 23:59:59.999", "2026-03-12 18:00")]
    [InlineData("thu@cob", "2026-03-09 00:00", "2026-03-12 18:00")]
    [InlineData("fri@12:00", "2026-03-02 10:00", "2026-03-06 12:00")]
    [InlineData("fri@12:00", "2025-09-29 10:00", "2025-09-30 12:00")] // Friday 3 October is a holiday; the last working day is Tuesday
    [InlineData("fri@12:00", "2025-09-30 12:00", "2025-09-30 12:00")]
    [InlineData("fri@12:00", "2025-09-30 12:00:00.001", "2025-10-10 12:00")]
    [InlineData("fri@12:00~next", "2025-09-29 10:00", "2025-10-09 12:00")]
    [InlineData("fri@12:00~none", "2025-09-29 10:00", "2025-10-03 12:00")]
    [InlineData("thu@cob", "2026-02-14 18:00", "2026-02-14 18:00")] // Thursday 19 February is a holiday, Saturday 14 is worked
    [InlineData("thu@cob", "2026-02-14 18:00:00.001", "2026-02-26 18:00")] // and so on: this week's and the next week's are past
    [InlineData("wed@24:00", "2026-03-02 10:00", "2026-03-05 00:00")]
    [InlineData("sat@10:00~none", "2026-03-02 10:00", "2026-03-07 10:00")]
    public void A_weekday_is_that_of_the_week_or_the_working_day_before(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "CV-12")]
    [InlineData("15d", "2026-03-02 10:00", "2026-03-17 18:00")]
    [InlineData("6mo", "2026-03-02 10:00", "2026-09-02 18:00")]
    public void Half_a_month_is_15_days_and_half_a_year_6_months(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Theory, Trait("rule", "RF-34")]
    [InlineData("1h", "2026-03-02 18:00", "2026-03-02 19:00")]
    [InlineData("1h^open", "2026-03-02 10:00", "2026-03-02 11:00")]
    [InlineData("1h^open", "2026-03-02 11:59", "2026-03-02 12:59")] // begun within business hours, elapsed from there on
    [InlineData("1h^open", "2026-03-02 12:00", "2026-03-02 14:30")]
    [InlineData("1h^open", "2026-03-06 18:00", "2026-03-09 10:00")]
    public void An_hour_runs_at_once_or_from_the_next_opening(string rule, string trigger, string due) => China.IsDue(rule, trigger, due);

    [Fact, Trait("rule", "CV-14")]
    public void Triggers_are_cut_to_milliseconds() =>
        Assert.Equal(
            At("2026-03-02 11:00:00.001"),
            China.Calculate(DeadlineRule.Hours(1), At("2026-03-02 10:00:00.001").PlusNanoseconds(999_999)).Due);
}
