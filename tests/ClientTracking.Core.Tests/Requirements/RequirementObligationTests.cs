using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>The time nodes on a Thursday, 2014-06-19 09:00 in Shanghai; expected instants are read off the regulation.</summary>
public sealed class RequirementObligationTests
{
    [Fact, Trait("rule", "RF-30")]
    public async Task RF_30_is_due_on_the_Thursday_of_the_week_it_was_heard_in_and_met_by_the_report()
    {
        await using var host = new TestHost();
        var id = (await host.As("李小四", Reporter).Send(new ReportRequirement(RequirementStory.Form(), Shanghai("2014-06-16 10:00")))).Requirement;
        var reported = await Only(host, id, "RF-30");
        Assert.Equal(Shanghai("2014-06-19 18:00"), reported.Due);
        Assert.Equal((ObligationStatus.Fulfilled, false), (reported.Status, reported.FulfilledLate));
        Assert.Equal("李小四", reported.Assignee?.Value);
    }

    [Fact, Trait("rule", "RF-30")]
    public async Task RF_30_heard_on_Friday_and_reported_the_Friday_after_is_late()
    {
        await using var host = new TestHost();
        host.At("2014-06-20 18:00");
        var id = (await host.As("李小四", Reporter).Send(new ReportRequirement(RequirementStory.Form(), Shanghai("2014-06-13 10:00")))).Requirement;
        var reported = await Only(host, id, "RF-30");
        Assert.Equal((Shanghai("2014-06-19 18:00"), true), (reported.Due, reported.FulfilledLate));
    }

    [Fact, Trait("rule", "RF-31")]
    public async Task RF_31_is_due_on_Friday_noon() =>
        await Check("RF-31", "2014-06-20 12:00", host => host.Reported());

    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_is_the_meeting_on_Saturday_which_never_rolls() =>
        await Check("RF-32", "2014-06-21 11:00", host => host.Registered());

    [Fact, Trait("rule", "RF-33")]
    public async Task RF_33_two_days_after_the_Thursday_roll_from_Saturday_to_Monday() =>
        await Check("RF-33", "2014-06-23 18:00", host => host.Decided());

    [Fact, Trait("rule", "RF-34")]
    public async Task RF_34_is_due_an_hour_after_the_meeting() =>
        await Check("RF-34", "2014-06-19 10:00", host => host.Decided(DecisionOutcome.Decline));

    [Fact, Trait("rule", "RF-35")]
    public async Task RF_35_is_due_the_same_day_as_the_reporter_was_told() => await Check("RF-35", "2014-06-19 18:00", async host =>
    {
        var id = await host.Decided(DecisionOutcome.Decline);
        await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Decision));
        return id;
    });

    [Fact, Trait("rule", "RF-42")]
    public async Task RF_42_is_due_at_close_of_business_of_the_promised_day() =>
        await Check("RF-42", "2014-06-25 18:00", host => host.Promised(new LocalDate(2014, 6, 25)));

    [Fact, Trait("rule", "RF-82")]
    public async Task RF_82_an_approved_extension_moves_RF_42_and_leaves_the_expected_date()
    {
        await using var host = new TestHost();
        var id = await host.Promised(new LocalDate(2014, 6, 25));
        await host.As("开发", IT).Send(new RequestExtension(id, new LocalDate(2014, 7, 25), "因实现难度大"));
        await host.Signed(id);
        var owed = await Only(host, id, "RF-42");
        Assert.Equal((Shanghai("2014-07-25 18:00"), 1), (owed.Due, owed.Revision));
        var state = (await host.Ask(new GetSubject<Requirement>(id)))!.State;
        Assert.Equal((new LocalDate(2014, 6, 25), new LocalDate(2014, 7, 25)), (state.ExpectedDelivery!.Value, state.CommittedDelivery!.Value));
        Assert.Equal(Shanghai("2014-06-19 10:00"), (await Only(host, id, "RF-46")).Due);
    }

    [Fact, Trait("rule", "RF-81")]
    public async Task RF_81_an_extension_after_the_due_instant_is_refused_and_exactly_at_it_is_not()
    {
        await using var host = new TestHost();
        var id = await host.Promised(new LocalDate(2014, 6, 25));
        var request = new RequestExtension(id, new LocalDate(2014, 7, 25), "因实现难度大");
        host.At("2014-06-25 18:01").As("开发", IT);
        Assert.Equal("RF-81", (await Assert.ThrowsAsync<Errors.RuleViolationException>(() => host.Send(request))).Rule.Value);
        host.At("2014-06-25 18:00");
        await host.Send(request);
    }

    private static async Task Check(string rule, string due, Func<TestHost, Task<SubjectId>> story)
    {
        await using var host = new TestHost();
        var owed = await Only(host, await story(host), rule);
        Assert.Equal((Shanghai(due), ObligationStatus.Open), (owed.Due, owed.Status));
    }

    private static async Task<Obligation> Only(TestHost host, SubjectId id, string rule) =>
        Assert.Single((await host.Stored(id)).Obligations, obligation => obligation.Rule == rule);
}
