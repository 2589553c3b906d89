using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Deadlines;
using ClientTracking.DependencyInjection;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>Trigger, due instant, person, department and fulfilment of each time node. 2014-06-19 is a Thursday; instants are worked out by hand.</summary>
public sealed class NodeTests
{
    private static readonly LocalDate Monday = new(2014, 6, 23);

    /// <summary>The Thursday of the week; heard after it, next week's; a holiday Thursday (2014-05-01), the last working day before.</summary>
    [Theory, Trait("rule", "RF-30")]
    [InlineData("2014-06-16 10:00", "2014-06-19 18:00")]
    [InlineData("2014-06-19 18:00", "2014-06-19 18:00")]
    [InlineData("2014-06-19 18:01", "2014-06-26 18:00")]
    [InlineData("2014-06-22 12:00", "2014-06-26 18:00")]
    [InlineData("2014-04-28 10:00", "2014-04-30 18:00")]
    [InlineData("2014-04-30 18:01", "2014-05-08 18:00")]
    public async Task RF_30_is_due_on_Thursday(string heard, string due)
    {
        await using var host = new TestHost();
        host.At("2014-07-01 09:00");
        Assert.Equal(Shanghai(due), await ReportDue(host, heard, Promotion));
    }

    [Fact, Trait("rule", "RF-30")]
    public async Task RF_30_may_be_due_on_Wednesday()
    {
        await using var host = Changed(regulation => regulation.WithDeadline("RF-30", DeadlineRule.Parse("wed@cob")));
        host.At("2014-07-01 09:00");
        Assert.Equal(Shanghai("2014-06-18 18:00"), await ReportDue(host, "2014-06-16 10:00", Promotion));
        Assert.Equal(Shanghai("2014-06-25 18:00"), await ReportDue(host, "2014-06-18 18:01", Promotion));
    }

    [Theory, Trait("rule", "RF-31")]
    [InlineData("2014-06-19 09:00", "2014-06-20 12:00")]
    [InlineData("2014-06-20 12:00", "2014-06-20 12:00")]
    [InlineData("2014-06-20 12:01", "2014-06-27 12:00")]
    [InlineData("2014-04-30 10:00", "2014-04-30 12:00")]
    public async Task RF_31_is_due_on_Friday_noon_and_on_the_last_working_day_before_a_holiday(string reported, string due)
    {
        await using var host = new TestHost();
        host.At(reported);
        var owed = await Only(host, await host.Reported(), "RF-31");
        Assert.Equal((Shanghai(due), Collector, "资讯部"), (owed.Due, owed.Responsible, owed.Department));
    }

    [Theory, Trait("rule", "RF-33")]
    [InlineData("2d", "2014-06-23 18:00")]
    [InlineData("2wd", "2014-06-24 18:00")]
    public async Task RF_33_counts_two_days_from_the_end_of_the_meeting(string deadline, string due)
    {
        await using var host = Changed(regulation => regulation.WithDeadline("RF-33", DeadlineRule.Parse(deadline)));
        host.At("2014-06-21 11:00");
        var id = await host.Decided();
        var owed = await Only(host, id, "RF-33");
        Assert.Equal((Shanghai(due), ProductManager, "策划部"), (owed.Due, owed.Responsible, owed.Department));
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, Monday));
        Assert.Equal(ObligationStatus.Fulfilled, (await Only(host, id, "RF-33")).Status);
    }

    [Fact, Trait("rule", "RF-33")]
    public async Task RF_33_may_be_owed_before_the_meeting_ends()
    {
        await using var host = Changed(regulation => regulation.Choose("RF-33", RequirementFollowUpRegulation.BeforeTheEnd));
        host.At("2014-06-21 11:00");
        var late = await Only(host, await host.Decided(), "RF-33");
        Assert.Equal((Shanghai("2014-06-21 11:00"), ObligationStatus.Open), (late.Due, late.Status));
        var id = await host.Registered();
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Accept, ClientTracking.Priorities.PriorityGrade.B) { PlanningReadyOn = Monday });
        var estimated = await Only(host, id, "RF-33");
        Assert.Equal((ObligationStatus.Fulfilled, false), (estimated.Status, estimated.FulfilledLate));
        Assert.Equal(Shanghai("2014-06-23 18:00"), (await Only(host, id, "RF-40")).Due);
    }

    /// <summary>One hour of elapsed time; by option it starts when business next opens, on Monday at 09:00.</summary>
    [Theory, Trait("rule", "RF-34")]
    [InlineData("1h", "2014-06-21 12:00")]
    [InlineData("1h^open", "2014-06-23 10:00")]
    public async Task RF_34_is_due_one_hour_after_the_meeting(string deadline, string due)
    {
        await using var host = Changed(regulation => regulation.WithDeadline("RF-34", DeadlineRule.Parse(deadline)));
        host.At("2014-06-21 11:00");
        var owed = await Only(host, await host.Decided(DecisionOutcome.Defer), "RF-34");
        Assert.Equal((Shanghai(due), "陈小美"), (owed.Due, owed.Assignee?.Value));
    }

    [Fact, Trait("rule", "RF-34")]
    public async Task RF_34_tells_the_board_and_for_what_is_to_be_built_the_head_of_IT()
    {
        await using var host = new TestHost();
        await host.Decided(DecisionOutcome.Convert);
        await host.Decided(DecisionOutcome.Decline);
        await host.RunDue();
        Assert.Equal(
            [DecisionBoard, ITHead, DecisionBoard],
            host.Notices.Where(notice => notice is { Name: "decided", Role: not null }).Select(notice => notice.Role!.Value));
    }

    /// <summary>The same day; at or after close of business, or on an off-day, the next working day.</summary>
    [Theory, Trait("rule", "RF-35")]
    [InlineData("2014-06-19 17:59", "2014-06-19 18:00")]
    [InlineData("2014-06-19 18:00", "2014-06-20 18:00")]
    [InlineData("2014-06-21 11:30", "2014-06-23 18:00")]
    public async Task RF_35_is_due_the_day_the_reporter_is_told(string told, string due)
    {
        await using var host = new TestHost();
        var id = await host.Decided(DecisionOutcome.Defer);
        host.At(told);
        await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Decision));
        var owed = await Only(host, id, "RF-35");
        Assert.Equal((Shanghai(due), "李小四", "推广部"), (owed.Due, owed.Assignee?.Value, owed.Department));
        await host.As("李小四").Send(new TellRequester(id, Tidings.Decision));
        Assert.Equal(ObligationStatus.Fulfilled, (await Only(host, id, "RF-35")).Status);
    }

    /// <summary>Two days after Friday is Sunday, so Monday; as working days, Tuesday.</summary>
    [Theory, Trait("rule", "RF-36")]
    [InlineData("2d", "2014-06-23 18:00")]
    [InlineData("2wd", "2014-06-24 18:00")]
    public async Task RF_36_counts_two_days_from_the_planning_document(string deadline, string due)
    {
        await using var host = Changed(regulation => regulation.WithDeadline("RF-36", DeadlineRule.Parse(deadline)));
        host.At("2014-06-20 10:00");
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, Monday));
        await host.Send(new DeliverPlanningDocument(id, "策划案-1"));
        var owed = await Only(host, id, "RF-36");
        Assert.Equal((Shanghai(due), IT, "IT"), (owed.Due, owed.Responsible, owed.Department));
    }

    [Fact, Trait("rule", "RF-37"), Trait("rule", "RF-38"), Trait("rule", "RF-39")]
    public async Task RF_37_RF_38_RF_39_pass_the_date_on_within_the_hour_the_hour_and_the_day()
    {
        await using var host = new TestHost();
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, Monday));
        await host.Send(new DeliverPlanningDocument(id, "策划案-1"));
        await host.At("2014-06-19 09:10").As("开发", IT).Send(new EstimateHandOver(id, Monday));
        Assert.Equal((Shanghai("2014-06-19 10:10"), "产品"), Due(await Only(host, id, "RF-37")));
        await host.At("2014-06-19 10:11").As("产品", ProductManager).Send(new PromiseDelivery(id, Monday));
        Assert.True((await Only(host, id, "RF-37")).FulfilledLate);
        Assert.Equal((Shanghai("2014-06-19 11:11"), "陈小美"), Due(await Only(host, id, "RF-38")));
        await host.At("2014-06-19 11:11").As("陈小美", Collector).Send(new TellReporter(id, Tidings.ExpectedDate));
        Assert.False((await Only(host, id, "RF-38")).FulfilledLate);
        Assert.Equal((Shanghai("2014-06-19 18:00"), "李小四"), Due(await Only(host, id, "RF-39")));
    }

    [Fact, Trait("rule", "RF-40"), Trait("rule", "RF-41"), Trait("rule", "RF-42")]
    public async Task RF_40_RF_41_RF_42_are_commitments_of_whoever_promised_until_close_of_business()
    {
        await using var host = new TestHost();
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, new(2014, 6, 20)));
        Assert.Equal((Shanghai("2014-06-20 18:00"), "产品"), Due(await Only(host, id, "RF-40")));
        await host.Send(new DeliverPlanningDocument(id, "策划案-1"));
        await host.As("开发", IT).Send(new EstimateHandOver(id, Monday));
        Assert.Equal((Shanghai("2014-06-23 18:00"), "开发"), Due(await Only(host, id, "RF-41")));
        // A promised Saturday stays a Saturday, at the hour the weekday pattern would close.
        await host.As("产品", ProductManager).Send(new PromiseDelivery(id, new(2014, 6, 28)));
        var delivery = await Only(host, id, "RF-42");
        Assert.Equal((Shanghai("2014-06-28 18:00"), "开发"), Due(delivery));
        Assert.Equal(new Partner(ProductManager, new PersonId("产品")), delivery.Partner);
        await host.At("2014-06-29 09:00").RunDue();
        Assert.Equal(["开发", "产品"], host.Notices.Where(notice => notice is { Name: "obligation.overdue", Rule.Value: "RF-42" }).Select(notice => notice.Person!.Value.Value));
    }

    /// <summary>At once is half an hour; at noon exactly business is closed, so half an hour after it opens again.</summary>
    [Theory, Trait("rule", "RF-43"), Trait("rule", "RF-44"), Trait("rule", "RF-45")]
    [InlineData("2014-06-19 11:45", "2014-06-19 12:15", "2014-06-19 18:00")]
    [InlineData("2014-06-19 12:00", "2014-06-19 14:00", "2014-06-19 18:00")]
    [InlineData("2014-06-20 18:30", "2014-06-23 09:30", "2014-06-23 18:00")]
    public async Task RF_43_RF_44_at_once_and_RF_45_the_same_day_after_acceptance(string passed, string atOnce, string sameDay)
    {
        await using var host = new TestHost();
        var id = await host.Promised(Monday);
        await host.As("开发", IT).Send(new HandOverForAcceptance(id));
        await host.At(passed).As("产品", ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        Assert.Equal((Shanghai(atOnce), "产品"), Due(await Only(host, id, "RF-43")));
        await host.Send(new ReportCompletion(id));
        Assert.Equal((Shanghai(atOnce), "陈小美"), Due(await Only(host, id, "RF-44")));
        await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Completion));
        Assert.Equal((Shanghai(sameDay), "李小四"), Due(await Only(host, id, "RF-45")));
    }

    private static (Instant, string?) Due(Obligation owed) => (owed.Due, owed.Assignee?.Value);

    private static async Task<Instant> ReportDue(TestHost host, string heard, params Role[] roles)
    {
        var report = await host.As("李小四", roles).Send(new ReportRequirement(RequirementStory.Form(), Shanghai(heard)));
        return (await Only(host, report.Requirement, "RF-30")).Due;
    }

    private static TestHost Changed(Func<Regulations.Regulation, Regulations.Regulation> change) =>
        new(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(change)));

    private static async Task<Obligation> Only(TestHost host, SubjectId id, string rule) =>
        Assert.Single((await host.Stored(id)).Obligations, obligation => obligation.Rule == rule);
}
