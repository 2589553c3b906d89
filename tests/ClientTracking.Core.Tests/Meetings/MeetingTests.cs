using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Meetings;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Meetings;

/// <summary>2014-06-19 is a Thursday; the regular meeting is on Saturday the 21st from 10:00 to 11:00.</summary>
public sealed class MeetingTests
{
    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_the_regular_meeting_is_called_when_there_is_something_to_decide()
    {
        await using var host = new TestHost();
        await host.Reported();
        Assert.Empty(await host.Ask(new UpcomingMeetings()));
        var first = await host.Registered();
        var second = await host.Registered();
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings()));
        Assert.Equal((Shanghai("2014-06-21 10:00"), Shanghai("2014-06-21 11:00")), (meeting.State.Start, meeting.State.End));
        var agenda = (await host.Ask(new GetAgenda(meeting.Id)))!;
        Assert.Equal([first, second], agenda.Items.Select(item => item.Requirement));
        Assert.All(agenda.Items, item => Assert.False(item.Deferred));
    }

    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_a_meeting_on_a_holiday_stays_where_it_is()
    {
        await using var host = new TestHost();
        host.At("2014-09-30 09:00");
        Assert.Equal(Shanghai("2014-10-04 11:00"), await Decision(host, await host.Registered()));
    }

    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_a_moved_meeting_takes_its_agenda_along()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        await host.As("王总", DecisionBoard).Send(new MoveMeeting(meeting, Shanghai("2014-06-22 14:00"), Shanghai("2014-06-22 15:00"), "王总出差"));
        Assert.Equal(Shanghai("2014-06-22 15:00"), await Decision(host, id));
        var later = await host.Registered();
        Assert.Equal(Shanghai("2014-06-22 15:00"), await Decision(host, later));
        Assert.Equal([id, later], (await host.Ask(new GetAgenda(meeting)))!.Items.Select(item => item.Requirement));
        Assert.Equal("王总出差", (await host.Stored(id)).Journal[^1].Reason);
    }

    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_the_agenda_of_a_cancelled_meeting_goes_to_the_next()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        await host.As("王总", DecisionBoard).Send(new CancelMeeting(meeting, "端午团建"));
        var next = Assert.Single(await host.Ask(new UpcomingMeetings()));
        Assert.Equal(Shanghai("2014-06-28 11:00"), next.State.End);
        Assert.Equal(Shanghai("2014-06-28 11:00"), await Decision(host, id));
        Assert.Equal(id, Assert.Single((await host.Ask(new GetAgenda(next.Id)))!.Items).Requirement);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new HoldMeeting(meeting)));
        Assert.Equal("meeting.out-of-order", refused.Code);
    }

    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_an_extra_meeting_comes_first()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        await host.As("王总", DecisionBoard).Send(new ScheduleMeeting(Shanghai("2014-06-19 15:00"), Shanghai("2014-06-19 16:00"), "急"));
        Assert.Equal(Shanghai("2014-06-19 16:00"), await Decision(host, id));
    }

    [Fact, Trait("rule", "RF-51")]
    public async Task RF_51_decisions_are_recorded_together_in_number_order_and_count_from_the_end_of_the_meeting()
    {
        await using var host = new TestHost();
        var (first, deferred, second, third) = (await host.Registered(), await host.Registered(), await host.Registered(), await host.Registered());
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        host.At("2014-06-21 11:20").As("王总", DecisionBoard);
        var held = new HoldMeeting(
            meeting, new MeetingDecision(third, DecisionOutcome.Decline), new(deferred, DecisionOutcome.Defer), new(first, DecisionOutcome.Accept, PriorityGrade.A))
        {
            At = Shanghai("2014-06-21 10:50"),
        };
        await host.Send(held);
        await host.RunDue();

        Assert.Equal([first, deferred, third], host.Notices.Where(notice => notice is { Name: "decided", Role: null }).Select(notice => notice.Subject));
        Assert.Equal(Shanghai("2014-06-23 18:00"), (await Only(host, first, "RF-33")).Due);
        Assert.Equal(Shanghai("2014-06-21 11:50"), (await Only(host, third, "RF-34")).Due);
        Assert.Equal("王总", (await host.Stored(first)).Journal.Single(entry => entry.Name == "decided").By.Value);
        // Each was owed once: what the meeting decides is not appointed to the next one on the way.
        Assert.Equal(ObligationStatus.Fulfilled, (await Only(host, third, "RF-32")).Status);
        Assert.Equal(
            [(Shanghai("2014-06-21 11:00"), ObligationStatus.Fulfilled), (Shanghai("2014-06-28 11:00"), ObligationStatus.Open)],
            (await host.Stored(deferred)).Obligations.Where(owed => owed.Rule == "RF-32").Select(owed => (owed.Due, owed.Status)));
        // What was left undecided is on the next agenda.
        Assert.Equal(Shanghai("2014-06-28 11:00"), await Decision(host, second));
    }

    [Fact, Trait("rule", "RF-32"), Trait("rule", "RF-21")]
    public async Task RF_32_a_deferred_requirement_comes_back_to_the_next_meeting()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        await host.At("2014-06-21 11:00").As("王总", DecisionBoard).Send(new HoldMeeting(meeting, new MeetingDecision(id, DecisionOutcome.Defer)));
        var next = Assert.Single(await host.Ask(new UpcomingMeetings()));
        var item = Assert.Single((await host.Ask(new GetAgenda(next.Id)))!.Items);
        Assert.Equal((id, true, Shanghai("2014-06-28 11:00")), (item.Requirement, item.Deferred, await Decision(host, id)));
    }

    /// <summary>The notices of Thursday are delivered on Sunday for the first time: they appoint nothing anew, and hide nothing.</summary>
    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_a_meeting_that_was_not_recorded_stays_overdue_however_late_the_notices_come()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        await host.At("2014-06-22 16:00").RunDue();
        var owed = Assert.Single((await host.Stored(id)).Obligations, owed => owed.Rule == "RF-32");
        Assert.Equal((Shanghai("2014-06-21 11:00"), 0), (owed.Due, owed.NoticedLevel));
        var later = await host.Registered();
        Assert.Equal(Shanghai("2014-06-28 11:00"), await Decision(host, later));
        var meetings = await host.Ask(new UpcomingMeetings());
        Assert.Equal([id, later], (await host.Ask(new GetAgenda(meetings[1].Id)))!.Items.Select(item => item.Requirement));
        // Recorded at last, it leaves what it did not decide to the next one.
        host.As("王总", DecisionBoard);
        await host.Send(new HoldMeeting(meetings[0].Id));
        Assert.Equal(Shanghai("2014-06-28 11:00"), await Decision(host, id));
    }

    [Fact, Trait("rule", "RF-51")]
    public async Task RF_51_a_meeting_with_one_impossible_decision_is_refused_whole()
    {
        await using var host = new TestHost();
        var (good, bad) = (await host.Registered(), await host.Registered());
        await host.As("陈小美", Collector).Send(new WithdrawRequirement(bad, "不再需要"));
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        host.At("2014-06-21 11:00").As("王总", DecisionBoard);
        await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.Send(new HoldMeeting(meeting, new(good, DecisionOutcome.Decline), new MeetingDecision(bad, DecisionOutcome.Decline))));
        var unknown = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.Send(new HoldMeeting(meeting, new MeetingDecision(new SubjectId(Guid.NewGuid()), DecisionOutcome.Decline))));
        Assert.Equal("decisions[0].requirement", Assert.Single(unknown.Faults).Path);
        Assert.Equal("Registered", (await host.Stored(good)).Search.Status);
    }

    /// <summary>Told at 11:40, the hour ends at 12:40 by choice; by default at 12:00, an hour after the meeting.</summary>
    [Theory, Trait("rule", "RF-34")]
    [InlineData(true, "2014-06-21 12:40")]
    [InlineData(false, "2014-06-21 12:00")]
    public async Task RF_34_may_count_from_being_told_the_results(bool chosen, string due)
    {
        await using var host = new TestHost(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation =>
            chosen ? regulation.Choose("RF-34", RequirementFollowUpRegulation.AfterBeingTold) : regulation)));
        var id = await host.Registered();
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        host.At("2014-06-21 11:00").As("王总", DecisionBoard);
        await host.Send(new HoldMeeting(meeting, new MeetingDecision(id, DecisionOutcome.Decline)) { TellsCollector = new PersonId("秘书") });
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("别人").Send(new TellResults(meeting)));
        await host.At("2014-06-21 11:40").As("秘书").Send(new TellResults(meeting));
        var owed = Assert.Single((await host.Stored(id)).Obligations, owed => owed is { Rule.Value: "RF-34", Status: ObligationStatus.Open });
        Assert.Equal(Shanghai(due), owed.Due);
    }

    private static async Task<Instant> Decision(TestHost host, SubjectId id) =>
        Assert.Single((await host.Stored(id)).Obligations, owed => owed is { Rule.Value: "RF-32", IsOwed: true }).Due;

    private static async Task<Obligation> Only(TestHost host, SubjectId id, string rule) =>
        Assert.Single((await host.Stored(id)).Obligations, owed => owed.Rule == rule);
}
