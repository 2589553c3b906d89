using System.Globalization;
using ClientTracking.Priorities;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>RF-57: which promises a plan breaks, by how much, and what a change does to them.</summary>
public sealed class RiskTests
{
    [Theory, Trait("rule", "RF-57")]
    [InlineData("02T11:00", "none")] // exactly as promised
    [InlineData("02T10:59", "00:01 by 02")]
    [InlineData("01T18:00", "17:00 by 02")] // elapsed time, not working time
    [InlineData("05T18:00", "none")]
    public void RF_57_A_promise_is_at_risk_when_its_forecast_is_later(string promised, string risk) =>
        Assert.Equal(risk, Text(Board.Plan($"1 B 2h due:{promised}").AtRisk));

    [Theory, Trait("rule", "RF-57")]
    [InlineData("1 B 7.5h due:02T10:00", "08:00 by 02")] // finished at close of business
    [InlineData("1 B 8h due:02T18:00", "15:30 by 03")]
    [InlineData("1 B 38h due:06T18:00", "63:30 by 09")] // Monday 09:30 over the weekend
    public void RF_57_The_extension_proposed_ends_at_close_of_business_of_the_day_of_the_forecast(string items, string risk) =>
        Assert.Equal(risk, Text(Board.Plan(items).AtRisk));

    [Fact]
    public void An_extension_is_never_proposed_for_a_day_off_or_one_that_closes_too_early()
    {
        // Finished at 20:00 on a Saturday, for nothing was left to do.
        Assert.Equal("02:00 by 09", Text(Board.Plan("1 B 0h due:07T18:00", now: "07T20:00").AtRisk));
        var night = new DeliverySchedule(WorkCalendars.China.With("night", layer => layer.WithHours(BusinessHours.MondayToFriday(DaySessions.Parse("22:00-06:00")))));
        // 22:00 to 01:00 of the 3rd belongs to the 2nd, which closes at 06:00.
        Assert.Equal("01:00 by 02", Text(night.Plan(Board.Backlog("1 B 3h due:03T00:00")).AtRisk));
    }

    /// <summary>Handed over on the 3rd, delivered on the 5th: 15 working hours between the promises follow every forecast of the hand-over.</summary>
    [Theory, Trait("rule", "RF-57")]
    [InlineData("15h", "none")] // handed over on the 3rd at 18:00, delivered on the 5th at 18:00, as promised
    [InlineData("15.5h", "15:30 by 04; 15:30 by 06")] // the 4th at 09:30, and with 15 h more the 6th at 09:30
    [InlineData("14h", "none")]
    public void RF_42_The_delivery_follows_the_hand_over_by_the_working_time_between_their_promises(string left, string risks)
    {
        var (handOver, delivery) = (Board.At("03T18:00"), Board.At("05T18:00"));
        var backlog = Board.Backlog($"1 B {left}");
        var item = backlog.Items[0] with { Commitments = [Commitment.HandOver(handOver), Commitment.Delivery(handOver, delivery, WorkCalendars.China)] };
        Assert.Equal(risks, Text(Board.Schedule.Plan(backlog.With(item)).AtRisk));
    }

    [Fact]
    public void RF_42_Promised_before_the_hand_over_it_follows_at_once() =>
        Assert.Equal(Duration.Zero, Commitment.Delivery(Board.At("05T18:00"), Board.At("03T18:00"), WorkCalendars.China).Following);

    /// <summary>A product manager with a schedule of their own: the planning documents are its items.</summary>
    [Fact, Trait("rule", "RF-57")]
    public void RF_40_The_planning_document_is_judged_by_the_product_managers_schedule()
    {
        var backlog = Board.Backlog("1 B 4h; 2 B 4h");
        var plan = Board.Schedule.Plan(backlog.With(backlog.Items[1] with { Commitments = [Commitment.Planning(Board.At("02T18:00"))] }));
        Assert.Equal(("RF-40", "15:30 by 03"), (plan.AtRisk.Single().Commitment.Rule.Value, Text(plan.AtRisk)));
    }

    /// <summary>An A of two hours comes in: the B in hand ends two hours later, the next one on the morrow, past its promise.</summary>
    [Fact, Trait("rule", "RF-57")]
    public void RF_57_Planning_again_tells_what_moved_and_which_promise_it_breaks()
    {
        var changes = Board.Plan("1 B 4h hand; 2 B 3h due:02T18:00").ChangesTo(Board.Plan("1 B 4h hand; 2 B 3h due:02T18:00; 3 A 2h"));
        Assert.Equal("1 02T14:30>02T16:30; 2 02T17:30>03T10:30; 3 —>02T11:00", Text(changes.Moves));
        var risk = changes.Risks.Single();
        Assert.Equal(("2", RiskChangeKind.Appeared, "16:30"), (risk.Subject.Number, risk.Kind, Text(risk.Change)));
    }

    [Theory, Trait("rule", "RF-57")]
    [InlineData("1 B 8h due:02T18:00", "1 B 7h due:02T18:00", "Gone -15:30")]
    [InlineData("1 B 8h due:02T18:00", "1 B 8h due:03T18:00", "Gone -15:30")] // extended
    [InlineData("1 B 8h due:02T18:00", "", "Gone -15:30")] // withdrawn
    [InlineData("1 B 7h due:02T18:00", "1 B 8h due:02T18:00", "Appeared 15:30")]
    [InlineData("1 B 8h due:02T18:00", "1 B 9h due:02T18:00", "Grown 01:00")]
    [InlineData("1 B 9h due:02T18:00", "1 B 8h due:02T18:00", "Shrunk -01:00")]
    [InlineData("1 B 8h due:02T18:00", "1 B 8h due:02T18:00", "")]
    public void RF_57_Planning_again_tells_which_promises_came_at_risk_or_left_it(string before, string after, string risks) => Assert.Equal(
        risks, string.Join("; ", Board.Plan(before).ChangesTo(Board.Plan(after)).Risks.Select(risk => $"{risk.Kind} {Text(risk.Change)}")));

    /// <summary>2 ends on the 3rd at 10:00, as promised; each change moves it past that.</summary>
    [Theory, Trait("rule", "RF-57")]
    [InlineData("1 B 1h; 2 D 7.5h due:03T10:00; 3 C 2h", "", "2 Appeared 02:00")] // its grade, and a new item before it
    [InlineData("1 B 1h; 2 B 8h due:03T10:00", "", "2 Appeared 00:30")] // its estimate
    [InlineData("1 B 2h; 2 B 7.5h due:03T10:00", "", "2 Appeared 01:00")] // the progress of another
    [InlineData("1 B 1h; 2 B 7.5h due:03T10:00", "w1 02T10:00/02T11:00", "2 Appeared 01:00")] // an absence
    [InlineData("1 B 1h; 2 B 7.5h due:03T10:00", "w1 02T12:00/02T13:30", "")]
    public void RF_57_Every_kind_of_change_shows_in_the_plan(string items, string away, string risk) => Assert.Equal(
        risk, string.Join("; ", Board.Plan("1 B 1h; 2 B 7.5h due:03T10:00").ChangesTo(Board.Plan(items, away: away)).Risks
            .Select(change => $"{change.Subject.Number} {change.Kind} {Text(change.Change)}")));

    [Fact, Trait("rule", "RF-57")]
    public void RF_57_A_day_off_more_moves_what_ends_after_it()
    {
        var backlog = Board.Backlog("1 B 7.5h due:02T18:00; 2 B 7.5h due:03T18:00");
        var outing = new DeliverySchedule(WorkCalendars.China.With("outing", layer => layer.AddDayOff(new(2026, 11, 3), "outing")));
        Assert.Equal("2 03T18:00>04T18:00", Text(Board.Schedule.Plan(backlog).ChangesTo(outing.Plan(backlog)).Moves));
    }

    [Fact]
    public void A_plan_has_no_changes_to_the_same_plan() =>
        Assert.True(Board.Plan("1 B 8h due:02T18:00; 2 A 1h").ChangesTo(Board.Plan("2 A 1h d2; 1 B 8h d1 due:02T18:00")).IsEmpty);

    [Fact]
    public void The_most_pressing_promise_comes_first() => Assert.Equal(
        ["2", "1", "3"], Board.Plan("1 B 9h due:02T12:00; 2 B 9h due:02T11:00; 3 B 1h due:02T12:00").AtRisk.Select(risk => risk.Number));

    [Theory]
    [InlineData("zh-CN", "第 1 位：A 级最先，按决策先后；打断 1。", "第 2 位：在手；继续进行；为 2 暂停。", "第 3 位：C 级，指定为未开始事项的第 1 位；待 1 完成、人员空出后开始。")]
    [InlineData("en", "Place 1: A's come first, by decision; interrupts 1.", "Place 2: it is in hand; goes on; stands still for 2.", "Place 3: a C put at position 1 of what is not started; starts when 1 frees a worker.")]
    public void Every_item_says_why_it_stands_where_it_stands(string language, params string[] why) => Assert.Equal(
        why, Board.Plan("1 B 4h hand; 2 A 2h; 3 C 1h p1").Items.Select(item => item.Why.Describe(CultureInfo.GetCultureInfo(language))));

    [Theory]
    [InlineData("1 B 1h", "", StartCause.AtOnce, null)]
    [InlineData("1 B 1h; 2 B 1h hand", "", StartCause.WorkerFree, "2")]
    [InlineData("1 B 1h after:2; 2 B 1h", "w1 02T10:00/03T09:00", StartCause.WorkerBack, null)]
    [InlineData("1 B 1h; 2 B 1h hand", "w1 02T11:00/03T09:00", StartCause.WorkerFree, "2")]
    [InlineData("1 B 1h from:03T09:00", "", StartCause.EarliestStart, null)]
    [InlineData("1 A 1h from:02T10:00; 2 B 2h hand", "", StartCause.Interrupts, "2")]
    [InlineData("1 A 1h; 2 A 1h hand", "", StartCause.WorkerFree, "2")]
    public void Every_item_says_what_its_start_waited_for(string items, string away, StartCause cause, string? after)
    {
        var why = Board.Plan(items, away: away).Find("1")!.Why;
        Assert.Equal((cause, after), (why.Start, why.StartAfter));
    }

    [Fact]
    public void An_item_that_waited_for_another_on_a_second_worker_says_so()
    {
        var why = Board.Plan("1 B 1h after:2; 2 B 2h", 2).Find("1")!.Why;
        Assert.Equal((StartCause.Dependency, "2"), (why.Start, why.StartAfter));
    }

    private static string Text(IEnumerable<CommitmentForecast> risks) =>
        string.Join("; ", risks.Select(risk => $"{Text(risk.LateBy)} by {risk.ProposedDate?.Day:00}")) is { Length: > 0 } text ? text : "none";

    private static string Text(Duration late) => $"{(late < Duration.Zero ? "-" : "")}{Math.Abs((long)late.TotalMinutes) / 60:00}:{Math.Abs((long)late.TotalMinutes) % 60:00}";

    private static string Text(IEnumerable<ItemMove> moves) => string.Join("; ", moves.Select(move => $"{move.Number} {Text(move.From)}>{Text(move.To)}"));

    private static string Text(Instant? instant) => instant is { } known ? Board.Text(known) : "—";
}
