using System.Globalization;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

public sealed class RequirementLifecycleTests
{
    private static readonly LocalDate Friday = new(2014, 6, 20);

    [Fact, Trait("rule", "RF-50")]
    public async Task A_requirement_runs_from_report_to_closing()
    {
        await using var host = new TestHost();
        var id = await host.Delivered(Friday);
        await host.Send(new ReportCompletion(id));
        await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Completion));
        var closed = await host.As("李小四", Reporter).Send(new TellRequester(id, Tidings.Completion));

        Assert.Equal(RequirementStatus.Closed, closed.Status);
        Assert.Equal("需求报告表14061901", closed.Number);
        var subject = (await host.Ask(new GetSubject<Requirement>(id)))!;
        Assert.Equal(Friday, subject.State.ExpectedDelivery);
        Assert.Equal(new LocalDate(2014, 6, 19), subject.State.ActualDelivery);
        Assert.Equal(
            ["reported", "registered", "decided", "planning.estimated", "planning.delivered", "hand-over.estimated", "delivery.promised",
                "handed-over", "delivered", "collector-told.completion", "reporter-told.completion", "requester-told.completion"],
            subject.Journal.Select(entry => entry.Name));
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task A_decision_before_registration_is_refused_with_what_is_possible_now()
    {
        await using var host = new TestHost();
        var id = await host.Reported();
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Decline)));
        Assert.Equal("RF-50", refused.Rule.Value);
        Assert.Equal("RF-50：需求处于“已报告”状态时不能“决策”。现在可以：登记, 补充报告表, 撤回或标记重复。", refused.Describe(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(
            "RF-50: 'decide' is not possible while the requirement is 'reported'. Possible now: register, answer an open question of the form, withdraw or mark as duplicate.",
            refused.Describe(CultureInfo.InvariantCulture));
        Assert.Equal(1, (await host.Stored(id)).Version);
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task Failed_acceptance_goes_back_to_development_and_is_kept()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Friday);
        await host.As("开发", IT).Send(new HandOverForAcceptance(id));
        var back = await host.As("产品", ProductManager).Send(new ConcludeAcceptance(id, Passed: false, "列表打不开"));
        Assert.Equal(RequirementStatus.InDevelopment, back.Status);
        Assert.Equal(["列表打不开"], (await host.Ask(new GetSubject<Requirement>(id)))!.State.AcceptanceFailures);
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task A_declined_requirement_is_closed_once_the_requester_has_been_told()
    {
        await using var host = new TestHost();
        var id = await host.Decided(DecisionOutcome.Decline);
        Assert.Equal(RequirementStatus.Declined, (await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Decision))).Status);
        Assert.Equal(RequirementStatus.Closed, (await host.As("李小四", Reporter).Send(new TellRequester(id, Tidings.Decision))).Status);
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task A_deferred_requirement_is_decided_again()
    {
        await using var host = new TestHost();
        var id = await host.Decided(DecisionOutcome.Defer);
        var again = await host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A));
        Assert.Equal(RequirementStatus.Accepted, again.Status);
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task Withdrawing_cancels_what_is_owed_with_the_reason()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Friday);
        await host.As("陈小美", Collector).Send(new WithdrawRequirement(id, "医生不再需要"));
        var stored = await host.Stored(id);
        Assert.DoesNotContain(stored.Obligations, obligation => obligation.Status == ClientTracking.Obligations.ObligationStatus.Open);
        Assert.Equal("医生不再需要", stored.Journal[^1].Reason);
        Assert.True(stored.Search.Closed);
    }

    [Fact, Trait("rule", "RF-03")]
    public async Task Only_the_collector_registers()
    {
        await using var host = new TestHost();
        var id = await host.Reported();
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("开发", IT).Send(new RegisterRequirement(id, "病友圈")));
        Assert.Equal("RF-03: only these roles may do this: Collector.", denied.Describe(CultureInfo.InvariantCulture));
        Assert.Equal(1, (await host.Stored(id)).Version);
    }
}
