using ClientTracking.Core.Tests.Deadlines;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>Absences, earliest starts, dependencies, and the calendar; every date worked out by hand.</summary>
public sealed class TimingTests
{
    [Theory]
    [InlineData("w1 02T10:00/03T09:00", "1 B 4h hand", "1 w1 02T09:00/02T10:00 w1 03T09:00/03T12:00")]
    [InlineData("w1 02T12:00/02T13:30", "1 B 4h hand", "1 w1 02T09:00/02T14:30")] // away at lunch: nothing is missed
    [InlineData("w1 02T12:00/02T14:30", "1 B 4h hand", "1 w1 02T09:00/02T12:00 w1 02T14:30/02T15:30")]
    [InlineData("w1 02T12:00/02T14:30", "1 B 3h hand; 2 B 1h", "1 w1 02T09:00/02T12:00; 2 w1 02T14:30/02T15:30")] // finished just before leaving
    [InlineData("w1 01T00:00/02T11:00", "1 B 4h", "1 w1 02T11:00/02T16:30")]
    [InlineData("w1 02T10:00/02T11:00; w1 02T10:30/02T13:00; w1 02T13:00/02T14:00", "1 B 2h hand", "1 w1 02T09:00/02T10:00 w1 02T14:00/02T15:00")] // overlapping and touching
    [InlineData("w1 02T10:00/03T09:00", "1 C 2h hand; 2 A 1h from:02T11:00", "1 w1 02T09:00/02T10:00 w1 03T10:00/03T11:00; 2 w1 03T09:00/03T10:00")] // the A is first when the worker is back
    public void RF_56_A_worker_who_is_away_does_not_work_and_goes_on_when_back(string away, string items, string plan) =>
        Assert.Equal(plan, Board.Plan(items, away: away).Text());

    [Theory]
    // 2 ranks lower, but its worker is away: interrupting it would help nobody.
    [InlineData("w2 02T00:00/04T00:00", "1 B 4h hand w1; 2 C 4h hand w2; 3 A 1h", "1 w1 02T10:00/02T15:30; 2 w2 04T09:00/04T14:30; 3 w1 02T09:00/02T10:00")]
    // 3 waits for the first worker without an A: the one who comes back.
    [InlineData("w2 02T08:00/02T11:00", "1 A 8h hand w1; 2 C 4h hand w2; 3 A 2h", "1 w1 02T09:00/03T09:30; 2 w2 02T14:30/03T09:30; 3 w2 02T11:00/02T14:30")]
    // An A that may start in the evening starts in the morning, when worker 2 is back and nobody need be interrupted.
    [InlineData("w2 02T00:00/03T00:00", "1 B 8h hand w1; 2 A 1h from:02T20:00", "1 w1 02T09:00/03T09:30; 2 w2 03T09:00/03T10:00")]
    // Worker 1 is free since 11:00, worker 2 since 09:00.
    [InlineData("w1 02T08:00/02T11:00", "1 B 1h from:02T13:30", "1 w2 02T13:30/02T14:30")]
    public void RF_56_Who_is_away_is_not_free(string away, string items, string plan) => Assert.Equal(plan, Board.Plan(items, 2, away).Text());

    [Theory]
    [InlineData("1 B 1h from:03T09:00; 2 C 1h", "1 w1 03T09:00/03T10:00; 2 w1 02T09:00/02T10:00")]
    [InlineData("1 B 1h from:02T10:00; 2 C 4h", "1 w1 02T14:30/02T15:30; 2 w1 02T09:00/02T14:30")] // a B interrupts nothing
    [InlineData("1 B 1h from:02T20:00", "1 w1 03T09:00/03T10:00")]
    [InlineData("1 B 1h from:07T10:00", "1 w1 09T09:00/09T10:00")] // a Saturday
    [InlineData("1 B 1h hand from:05T09:00", "1 w1 02T09:00/02T10:00")] // it has started
    [InlineData("1 B 1h after:2; 2 D 2h; 3 C 1h", "1 w1 02T13:30/02T14:30; 2 w1 02T10:00/02T12:00; 3 w1 02T09:00/02T10:00")]
    [InlineData("1 A 1h after:2; 2 B 2h hand; 3 B 1h", "1 w1 02T11:00/02T12:00; 2 w1 02T09:00/02T11:00; 3 w1 02T13:30/02T14:30")] // no A interrupts what it waits for
    [InlineData("1 B 1h after:2,3 from:02T11:30; 2 B 1h; 3 B 1h", "1 w1 02T11:30/02T14:00; 2 w1 02T09:00/02T10:00; 3 w1 02T10:00/02T11:00")]
    [InlineData("1 B 1h hand after:2; 2 B 1h", "1 w1 02T09:00/02T10:00; 2 w1 02T10:00/02T11:00")] // it has started
    public void RF_56_An_item_that_may_not_start_yet_lets_the_next_one_go_first(string items, string plan) => Assert.Equal(plan, Board.Plan(items).Text());

    [Theory]
    [InlineData("02T20:00", "1 B 1h", "1 w1 03T09:00/03T10:00")]
    [InlineData("02T12:30", "1 B 1h", "1 w1 02T13:30/02T14:30")]
    [InlineData("06T17:00", "1 B 2h", "1 w1 06T17:00/09T10:00")] // over the weekend
    [InlineData("02T17:00", "1 B 1h; 2 B 1h", "1 w1 02T17:00/02T18:00; 2 w1 03T09:00/03T10:00")]
    public void RF_56_Work_is_forecast_on_the_working_calendar(string now, string items, string plan) => Assert.Equal(plan, Board.Plan(items, now: now).Text());

    /// <summary>Two hours on Wednesday 30 September, 1 to 7 October off, the third hour on the 8th; the make-up Saturday the 10th is worked.</summary>
    [Fact]
    public void RF_56_A_holiday_is_not_worked_and_a_make_up_day_is()
    {
        var backlog = Board.Backlog("1 B 3h; 2 B 16h") with { Now = Clock.At("2026-09-30 16:00") };
        Assert.Equal(["2026-10-08 10:00:00", "2026-10-10 11:00:00"], Board.Schedule.Plan(backlog).Items.Select(item => Clock.Local(item.Finish)));
    }

    [Theory]
    [InlineData("1 B 0h hand", "1", "02T20:00")]
    [InlineData("1 C 0h; 2 B 1h hand", "1; 2 w1 03T09:00/03T10:00", "03T10:00")]
    [InlineData("1 A 0h; 2 B 1h hand", "1; 2 w1 03T09:00/03T10:00", "02T20:00")] // interrupts nothing for any time
    public void RF_56_What_has_no_work_left_is_finished_when_it_is_its_turn(string items, string plan, string finish)
    {
        var planned = Board.Plan(items, now: "02T20:00");
        Assert.Equal((plan, finish), (planned.Text(), Board.Text(planned.Find("1")!.Finish)));
    }

    [Theory]
    [InlineData("1 B 4h held w1; 2 A 1h hand w1", "1 w1 02T10:00/02T15:30; 2 w1 02T09:00/02T10:00")]
    [InlineData("1 B 4h held w1; 2 A 1h hand w1; 3 A 2h", "1 w1 02T13:30/02T17:30; 2 w1 02T09:00/02T10:00; 3 w1 02T10:00/02T12:00")]
    [InlineData("1 D 1h held w1; 2 B 1h d0", "1 w1 02T09:00/02T10:00; 2 w1 02T10:00/02T11:00")] // its A is finished
    [InlineData("1 A 4h held w1 d1; 2 A 1h hand w1; 3 A 1h d0", "1 w1 02T11:00/02T16:30; 2 w1 02T09:00/02T10:00; 3 w1 02T10:00/02T11:00")] // raised to A, it queues as one
    public void RF_56_What_is_interrupted_when_planning_starts_resumes_by_the_same_rule(string items, string plan) =>
        Assert.Equal(plan, Board.Plan(items).Text());

    [Fact]
    public void A_plan_beyond_the_calendar_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        Board.Schedule.Plan(Board.Backlog("1 B 99999h; 2 B 99999h; 3 B 99999h; 4 B 99999h")));

    [Fact]
    public void An_empty_backlog_has_an_empty_plan() => Assert.Empty(Board.Plan("").Items);
}
