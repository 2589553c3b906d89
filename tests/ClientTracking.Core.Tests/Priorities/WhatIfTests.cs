using ClientTracking.Errors;
using ClientTracking.Priorities;
using NodaTime;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>What a decision would do, what removing an item can do, and ranges.</summary>
public sealed class WhatIfTests
{
    /// <summary>9 takes three hours: as an A it stops 1, as a B it delays 2 and 3, as a C it delays 3, as a D nobody.</summary>
    [Fact, Trait("rule", "RF-55")]
    public void RF_55_A_board_sees_what_each_grade_would_do_to_everybody_else()
    {
        var backlog = Board.Backlog("1 B 3h hand due:02T12:00; 2 B 1h d9; 3 C 1h d9 due:02T15:30; 4 D 1h d9");
        var answers = Board.Schedule.Consider(backlog, Board.Backlog("9 D 3h d20").Items[0]);
        Assert.Equal(
        [
            "A 02T12:00: 1 02T12:00>02T16:30, 2 02T14:30>02T17:30, 3 02T15:30>03T09:30, 4 02T16:30>03T10:30; at risk 1 3",
            "B 02T17:30: 3 02T15:30>03T09:30, 4 02T16:30>03T10:30; at risk 3",
            "C 03T09:30: 4 02T16:30>03T10:30; at risk ",
            "D 03T10:30: ; at risk ",
        ],
        answers.Select(answer => $"{answer.Grade} {Board.Text(answer.Item.Finish)}: "
            + string.Join(", ", answer.Changes.Moves.Select(move => $"{move.Number} {Board.Text(move.From!.Value)}>{Board.Text(move.To!.Value)}"))
            + $"; at risk {string.Join(' ', answer.Changes.Risks.Select(risk => risk.Subject.Number))}"));
    }

    [Fact]
    public void A_known_item_is_considered_at_another_grade()
    {
        var backlog = Board.Backlog("1 B 3h; 2 C 1h p1");
        var answers = Board.Schedule.Consider(backlog, backlog.Items[1]);
        Assert.Equal(["02T10:00", "02T14:30", "02T10:00", "02T14:30"], answers.Select(answer => Board.Text(answer.Item.Finish)));
        Assert.Equal([true, false, true, false], answers.Select(answer => answer.Changes.IsEmpty));
    }

    /// <summary>
    /// Two workers, three A's of 1, 10 and 5 hours. With the short one, it and then the 5 hours stand in the way of the D, which goes on after
    /// six. Without it the ten hours do: the lowest-ranked item is interrupted by whichever A comes first.
    /// </summary>
    [Fact]
    public void With_more_workers_removing_an_item_can_delay_another()
    {
        var backlog = Board.Backlog("1 C 1h hand w1; 2 D 1h hand w2; 3 A 1h; 4 A 10h; 5 A 5h", 2);
        Assert.Equal("02T17:30", Board.Text(Board.Schedule.Plan(backlog).Find("2")!.Finish)); // 1 + 5 + 1 h
        Assert.Equal("03T14:00", Board.Text(Board.Schedule.Plan(backlog.Without("3")).Find("2")!.Finish)); // 10 + 1 h
    }

    /// <summary>The second place behind one hour is a better one than behind ten.</summary>
    [Fact]
    public void With_a_position_removing_an_item_can_delay_another()
    {
        var backlog = Board.Backlog("1 B 1h; 2 B 10h; 3 C 1h p2");
        Assert.Equal("02T11:00", Board.Text(Board.Schedule.Plan(backlog).Find("3")!.Finish));
        Assert.Equal("03T14:00", Board.Text(Board.Schedule.Plan(backlog.Without("1")).Find("3")!.Finish));
    }

    [Fact]
    public void A_record_of_exact_estimates_gives_the_plan_itself()
    {
        var backlog = Board.Backlog("1 B 4h hand; 2 C 4h; 3 A 1h");
        var plan = Board.Schedule.Plan(backlog);
        Assert.All(Board.Schedule.Ranges(backlog, [new(Duration.FromHours(3), Duration.FromHours(3))]), range =>
            Assert.Equal((plan.Find(range.Number)!.Finish, plan.Find(range.Number)!.Finish), (range.P50, range.P85)));
    }

    /// <summary>Of ten past items eight took what was estimated and two the double: half the time it is 4 h, in 85 of 100 courses up to 8 h.</summary>
    [Theory]
    [InlineData(8, "02T14:30", "03T09:30")]
    [InlineData(9, "02T14:30", "02T14:30")]
    [InlineData(4, "03T09:30", "03T09:30")]
    public void A_range_follows_the_teams_own_record(int exact, string p50, string p85)
    {
        var record = Enumerable.Range(0, 10).Select(i => new Effort(Duration.FromHours(2), Duration.FromHours(i < exact ? 2 : 4)));
        var range = Board.Schedule.Ranges(Board.Backlog("1 B 4h"), [.. record], runs: 2000).Single();
        Assert.Equal((p50, p85), (Board.Text(range.P50), Board.Text(range.P85)));
    }

    [Fact]
    public void Ranges_are_the_same_every_time_whatever_the_order_and_differ_by_seed()
    {
        var record = Enumerable.Range(1, 40).Select(i => new Effort(Duration.FromHours(10), Duration.FromHours(i))).ToArray();
        var backlog = Board.Backlog("1 B 4h hand; 2 C 4h; 3 A 1h; 4 D 7h", 2);
        var ranges = Board.Schedule.Ranges(backlog, [.. record]);
        Assert.Equal(ranges, Board.Schedule.Ranges(backlog with { Items = [.. backlog.Items.Reverse()] }, [.. record]));
        Assert.NotEqual(ranges, Board.Schedule.Ranges(backlog, [.. record], seed: 2));
        Assert.All(ranges, range => Assert.True(range.P50 <= range.P85));
    }

    /// <summary>The draws of an item are its own: what is last in the queue does not change what comes before it.</summary>
    [Fact]
    public void Another_item_behind_it_does_not_change_a_range()
    {
        var record = Enumerable.Range(1, 40).Select(i => new Effort(Duration.FromHours(10), Duration.FromHours(i))).ToArray();
        var backlog = Board.Backlog("1 B 4h hand; 2 C 4h");
        Assert.Equal(
            Board.Schedule.Ranges(backlog, [.. record]), Board.Schedule.Ranges(backlog.With(Board.Backlog("9 D 4h").Items[0]), [.. record]).Where(range => range.Number != "9"));
    }

    [Fact]
    public void A_record_that_is_empty_or_estimated_nothing_is_refused()
    {
        var backlog = Board.Backlog("1 B 4h");
        Assert.Equal(["record: schedule.no-record"], Faults(() => Board.Schedule.Ranges(backlog, [])));
        Assert.Equal(["record[0].estimate: schedule.estimated-nothing", "record[0].actual: schedule.time"], Faults(() => Board.Schedule.Ranges(backlog, [new(Duration.Zero, Duration.FromHours(-1))])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Board.Schedule.Ranges(backlog, [], runs: 0));
    }

    /// <summary>The first outputs of the published generator for the seed 1234567.</summary>
    [Fact]
    public void The_generator_draws_what_its_authors_published()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal<ulong>([6457827717110365317, 3203168211198807973, 9817491932198370423], [random.Next(), random.Next(), random.Next()]);
    }

    private static IEnumerable<string> Faults(Action act) => Assert.Throws<InvalidRequestException>(act).Faults.Select(fault => $"{fault.Path}: {fault.Code}");
}
