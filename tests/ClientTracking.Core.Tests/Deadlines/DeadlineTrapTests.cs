using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>Deadlines other engines get wrong, with the hours their users reported.</summary>
public sealed class DeadlineTrapTests
{
    [Theory]
    [InlineData("8wh", "2025-09-29 09:00", "2025-09-29 18:00"), Trait("rule", "T1")]
    [InlineData("8wh", "2025-09-26 18:00", "2025-09-28 18:00"), Trait("rule", "T2")]
    [InlineData("1wh", "2025-09-30 18:00", "2025-10-09 10:00"), Trait("rule", "T3")]
    [InlineData("1wh", "2025-10-20 11:30", "2025-10-20 13:30"), Trait("rule", "T4")]
    [InlineData("30wmin", "2025-10-20 12:20", "2025-10-20 13:30")]
    [InlineData("1wd", "2026-02-13 10:00", "2026-02-14 18:00"), Trait("rule", "T5")]
    [InlineData("2wd", "2026-02-13 10:00", "2026-02-24 18:00")]
    [InlineData("3wd", "2026-02-13 10:00", "2026-02-25 18:00")]
    [InlineData("5wd", "2026-02-13 10:00", "2026-02-27 18:00")]
    [InlineData("5wd", "2026-02-14 10:00", "2026-02-28 18:00"), Trait("rule", "T6")]
    [InlineData("1mo", "2025-09-01 10:00", "2025-10-09 18:00"), Trait("rule", "T15")]
    [InlineData("1wd", "2025-10-17 16:00", "2025-10-20 18:00"), Trait("rule", "T47")]
    [InlineData("1wd@16:00", "2025-10-17 16:00", "2025-10-20 16:00")]
    [InlineData("1wd@00:00", "2025-10-17 16:00", "2025-10-20 00:00")]
    public void Split_shift_on_the_announced_schedule(string rule, string trigger, string due) => S.IsDue(rule, trigger, due);

    [Fact, Trait("rule", "T7")]
    public void A_later_notice_moves_the_deadline_and_the_former_calendar_still_gives_the_former_one()
    {
        foreach (var (rule, before, after) in ((string, string, string)[])[("1wd", "01-31", "02-03"), ("3wd", "02-03", "02-05"), ("5wd", "02-05", "02-07")])
        {
            November.IsDue(rule, "2020-01-23 10:00", $"2020-{before} 18:00");
            January.IsDue(rule, "2020-01-23 10:00", $"2020-{after} 18:00");
            China.IsDue(rule, "2020-01-23 10:00", $"2020-{after} 18:00");
        }
    }

    [Theory, Trait("rule", "T45")]
    [InlineData("2wd", "2026-12-29 10:00", "2026-12-31 18:00", false)]
    [InlineData("3wd", "2026-12-29 10:00", "2027-01-01 18:00", true)]
    [InlineData("2d", "2026-12-29 10:00", "2026-12-31 18:00", false)]
    [InlineData("3d", "2026-12-29 10:00", "2027-01-01 18:00", true)]
    [InlineData("3d~none", "2026-12-29 10:00", "2027-01-01 18:00", false)] // no announcement can move it
    [InlineData("same-day", "2026-12-31 17:59", "2026-12-31 18:00", false)]
    [InlineData("same-day", "2026-12-31 18:00", "2027-01-01 18:00", true)]
    [InlineData("same-day@24:00", "2027-01-02 10:00", "2027-01-03 00:00", false)]
    [InlineData("sun@cob", "2026-12-31 10:00", "2027-01-01 18:00", true)]
    [InlineData("thu@cob", "2026-12-31 18:00", "2026-12-31 18:00", false)]
    [InlineData("1h", "2027-01-01 10:00", "2027-01-01 11:00", false)]
    [InlineData("1h^open", "2026-12-31 17:59", "2026-12-31 18:59", false)]
    [InlineData("1h^open", "2026-12-31 18:00", "2027-01-01 10:00", true)]
    [InlineData("8wh", "2026-12-31 09:00", "2027-01-01 09:30", true)]
    [InlineData("7wh", "2026-12-31 09:00", "2026-12-31 17:30", false)]
    [InlineData("at-once", "2027-01-01 10:00", "2027-01-01 10:30", true)]
    [InlineData("2wd", "2003-12-31 10:00", "2004-01-05 18:00", false)] // counted from 1 January, the first day announced
    [InlineData("1wd", "2003-12-30 10:00", "2003-12-31 18:00", true)]
    public void Beyond_the_announced_schedule_a_deadline_is_provisional(string rule, string trigger, string due, bool provisional) =>
        Assert.Equal(new Deadline(At(due), provisional), China.Calculate(DeadlineRule.Parse(rule), At(trigger)));

    [Fact, Trait("rule", "T45")]
    public void A_calendar_without_working_time_is_refused_and_what_no_calendar_reaches_is_an_error()
    {
        Assert.Throws<InvalidRequestException>(() => new WorkCalendarBuilder("none")
            .WithHours(BusinessHours.China.With(IsoDayOfWeek.Monday, DaySessions.None).With(IsoDayOfWeek.Tuesday, DaySessions.None)
                .With(IsoDayOfWeek.Wednesday, DaySessions.None).With(IsoDayOfWeek.Thursday, DaySessions.None).With(IsoDayOfWeek.Friday, DaySessions.None))
            .Build());
        foreach (var rule in (string[])["1000000d", "1000000mo", "1000000y", "1000000wd", "1000000wh"])
            Assert.Throws<ArgumentOutOfRangeException>(() => China.Calculate(DeadlineRule.Parse(rule), At("2026-03-02 10:00")));
    }

    [Fact]
    public void Rules_follow_the_zone_of_the_calendar()
    {
        var newYork = new DeadlineCalculator(new WorkCalendarBuilder("NY").InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).Build());
        // Friday 2025-10-31 15:00 EDT (-4); the clocks go back on Sunday: Monday 18:00 is EST (-5).
        Assert.Equal(Instant.FromUtc(2025, 11, 3, 23, 0), newYork.Calculate(DeadlineRule.WorkingDays(1), Instant.FromUtc(2025, 10, 31, 19, 0)).Due);
        Assert.Equal(Instant.FromUtc(2025, 11, 2, 5, 0), newYork.Calculate(DeadlineRule.Parse("1d@01:00~none"), Instant.FromUtc(2025, 11, 1, 12, 0)).Due);
        Assert.Equal(Instant.FromUtc(2025, 3, 9, 7, 30), newYork.Calculate(DeadlineRule.Parse("1d@02:30~none"), Instant.FromUtc(2025, 3, 8, 12, 0)).Due);
    }
}
