using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using NodaTime;
using static ClientTracking.Core.Tests.Statements.StatementStory;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Statements;

public sealed class AwardTests
{
    private static readonly Quarter Second = new(2014, 2), Third = new(2014, 3);

    private static readonly LocalDate Promised = new(2014, 7, 17);

    [Theory, Trait("rule", "RF-A1")]
    [InlineData(DecisionOutcome.Accept, true)]
    [InlineData(DecisionOutcome.Convert, true)]
    [InlineData(DecisionOutcome.Decline, false)]
    public async Task RF_A1_the_reporter_of_what_the_board_adopted_in_the_quarter(DecisionOutcome outcome, bool eligible)
    {
        await using var host = new TestHost();
        await host.Decided(outcome);
        var found = Assert.Single(await Found(host, Second, "RF-A1"));
        Assert.Equal((eligible, "14061901", Reporting.Value), (found.IsEligible, found.For, found.Recipients.Single().Name));
        Assert.Empty(await Found(host, Third, "RF-A1"));
    }

    [Theory, Trait("rule", "RF-A2")]
    [InlineData("2014-07-17 18:00", true)]
    [InlineData("2014-07-17 18:01", false)]
    public async Task RF_A2_everybody_whose_promises_of_the_quarter_were_kept(string delivered, bool eligible)
    {
        await using var host = new TestHost();
        await host.Built(Promised, "2014-07-17 10:00", delivered);
        Assert.All(await Found(host, Third, "RF-A2"), found => Assert.Equal(eligible, found.IsEligible));
        Assert.Equal([Managing.Value, Building.Value], (await Found(host, Third, "RF-A2")).Select(found => found.Recipients.Single().Name));
    }

    /// <summary>From the promise on June 19 to July 17 there are 20 working days; from July 3 there are 10 left, from July 4 there are 9.</summary>
    [Theory, Trait("rule", "RF-A3")]
    [InlineData("2014-07-03 17:00", true)]
    [InlineData("2014-07-04 09:00", false)]
    public async Task RF_A3_a_grade_A_delivered_with_half_of_the_working_days_left(string delivered, bool eligible)
    {
        await using var host = new TestHost();
        await Major(host, delivered);
        var found = Assert.Single(await Found(host, Third, "RF-A3"));
        Assert.Equal((eligible, "开发+产品"), (found.IsEligible, string.Join('+', found.Recipients)));
    }

    [Fact, Trait("rule", "RF-A4")]
    public async Task RF_A4_the_collector_who_left_nothing_out_and_nobody_while_something_is_unregistered()
    {
        await using var host = new TestHost();
        await host.Registered();
        var found = Assert.Single(await Found(host, Second, "RF-A4"));
        Assert.Equal((true, "55.00"), (found.IsEligible, found.Suggestion!.Value.ToString()));
        await host.Reported();
        Assert.False(Assert.Single(await Found(host, Second, "RF-A4")).IsEligible);
    }

    [Fact, Trait("rule", "RF-A5")]
    public async Task RF_A5_a_point_for_each_working_day_a_promise_was_met_early()
    {
        await using var host = new TestHost();
        await host.Built(Promised, "2014-07-03 16:00", "2014-07-03 17:00");
        var found = (await Found(host, Third, "RF-A5")).Where(found => found.For!.Contains("RF-42", StringComparison.Ordinal)).ToArray();
        Assert.Equal([("开发", 10), ("产品", 10)], found.Select(found => (found.Recipients.Single().Name, found.Points)));
    }

    [Fact, Trait("rule", "RF-A3")]
    public async Task RF_A3_is_granted_once_within_its_range_to_others_than_oneself_and_shared_to_the_fen()
    {
        await using var host = new TestHost();
        await Major(host, "2014-07-03 17:00");
        var thing = Assert.Single(await Found(host, Third, "RF-A3")).Thing;
        Task<GrantedAward> Grant(decimal yuan) => host.Send(new GrantAward(Third, thing, Money.Parse($"{yuan}")));
        Assert.Equal("sanction.outside-range", (await Assert.ThrowsAsync<RuleViolationException>(() => Grant(999.99m))).Code);
        host.As(Managing.Value, DecisionBoard);
        Assert.Equal("access.own-statement", (await Assert.ThrowsAsync<AccessDeniedException>(() => Grant(1000.01m))).Code);
        host.AsBoard();
        var award = await Grant(1000.01m);
        Assert.Equal(["开发 500.01", "产品 500.00"], award.Shares.Select(share => $"{share.Recipient} {share.Amount}"));
        Assert.Equal("reward.twice", (await Assert.ThrowsAsync<RuleViolationException>(() => Grant(1000.01m))).Code);
        var granted = Assert.Single((await host.Ask(new GetQuarterAwards(Third))).Granted);
        Assert.Equal(("1000.01", Board), (granted.Amount.ToString(), granted.By));
        Assert.Equal("statement.unknown-award", (await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.Send(new GrantAward(Third, "RF-A3 14061909", Money.Yuan(1000))))).Faults[0].Code);
    }

    private static async Task Major(TestHost host, string delivered)
    {
        var id = await host.Registered();
        await host.AsBoard().Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A));
        await host.As(Managing.Value, ProductManager).Send(new EstimatePlanning(id, Promised));
        await host.Send(new DeliverPlanningDocument(id, "策划案-2014-17"));
        await host.As(Building.Value, IT).Send(new EstimateHandOver(id, Promised));
        await host.As(Managing.Value, ProductManager).Send(new PromiseDelivery(id, Promised));
        await host.At(delivered).As(Building.Value, IT).Send(new HandOverForAcceptance(id));
        await host.As(Managing.Value, ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        await host.Send(new ReportCompletion(id));
    }

    private static async Task<Eligibility[]> Found(TestHost host, Quarter quarter, string rule) =>
        [.. (await host.AsBoard().Ask(new GetQuarterAwards(quarter) { Collectors = [Collecting] })).Found.Where(found => found.Rule == rule)];
}
