using System.Collections.Immutable;
using ClientTracking.Meetings;
using ClientTracking.Requirements;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>What crosses subjects is done once and wholly, wherever between two commits the host stops (RF-51).</summary>
public abstract class FollowUpConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Thursday = Instant.FromUtc(2014, 6, 19, 2, 0);
    private static readonly Instant Saturday11 = Instant.FromUtc(2014, 6, 21, 3, 0);
    private static readonly Instant NextSaturday11 = Instant.FromUtc(2014, 6, 28, 3, 0);

    /// <summary>Every commit of a meeting fails once, before it began and after it was done, and from then on the host is dead; another one finishes.</summary>
    [Theory, Trait("rule", "RF-51")]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task RF_51_A_meeting_is_entered_once_and_wholly_wherever_the_host_dies(CommitFailure where)
    {
        var died = 0;
        for (var at = 1; at <= 6; at++)
        {
            var tenant = Fresh.Tenant();
            var clock = new FakeClock(Thursday);
            var (ids, meeting) = await PrepareAsync(tenant, clock);
            clock.Reset(Saturday11);
            var hold = new HoldMeeting(meeting, new(ids[2], DecisionOutcome.Defer), new MeetingDecision(ids[0], DecisionOutcome.Decline))
            {
                CommandId = Fresh.Command(),
            };
            // From the failing commit on, nothing of this host gets through.
            var dying = new FlakyStore(Store, commit => commit == at ? where : commit > at ? CommitFailure.BeforeAnything : null);
            await using (var host = new EngineHost(dying, tenant, clock))
                await Record.ExceptionAsync(() => host.Send(hold));
            died += dying.Failures > 0 ? 1 : 0;

            await using var other = new EngineHost(Store, tenant, clock);
            await other.Send(hold);
            clock.AdvanceSeconds(3600);
            await other.Get<TrackingWork>().RunDueAsync(Cancel);
            await CheckAsync(tenant, ids, meeting);
        }
        // 1 the meeting, 2 and 3 the two decisions, 4 the next meeting, 5 the one that was not decided.
        Assert.Equal(5, died);
    }

    /// <summary>The sender need not come back: the notice of the meeting alone brings everything about.</summary>
    [Fact, Trait("rule", "RF-51")]
    public async Task RF_51_The_delivery_of_the_notice_finishes_what_the_host_did_not()
    {
        var (tenant, clock) = (Fresh.Tenant(), new FakeClock(Thursday));
        var (ids, meeting) = await PrepareAsync(tenant, clock);
        clock.Reset(Saturday11);
        var dying = new FlakyStore(Store, commit => commit > 1 ? CommitFailure.BeforeAnything : null);
        await using (var host = new EngineHost(dying, tenant, clock))
            await host.Send(new HoldMeeting(meeting, new(ids[2], DecisionOutcome.Defer), new MeetingDecision(ids[0], DecisionOutcome.Decline)));

        await using var other = new EngineHost(Store, tenant, clock);
        await other.Get<TrackingWork>().RunDueAsync(Cancel);
        await CheckAsync(tenant, ids, meeting);
    }

    /// <summary>Whoever registers first calls the regular meeting; those who come at the same moment find it.</summary>
    [Fact, Trait("rule", "RF-32")]
    public async Task RF_32_eight_at_once_call_one_regular_meeting()
    {
        var (tenant, clock) = (Fresh.Tenant(), new FakeClock(Thursday));
        await using var host = new EngineHost(Store, tenant, clock);
        await Parallel.ForAsync(0, 8, Cancel, async (_, _) =>
        {
            var report = await host.Persist(new ReportRequirement(EngineHost.Form, Thursday) { CommandId = Fresh.Command() });
            await host.Persist(new RegisterRequirement(report.Requirement, "梗概") { CommandId = Fresh.Command() });
        });
        await host.Get<TrackingWork>().RunDueAsync(Cancel);

        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings()));
        Assert.Equal(
            Enumerable.Range(1, 8).Select(serial => $"需求报告表140619{serial:00}"),
            (await host.Ask(new GetAgenda(meeting.Id)))!.Items.Select(item => item.Number));
    }

    private async Task CheckAsync(TenantId tenant, ImmutableArray<SubjectId> ids, SubjectId meeting)
    {
        await using var session = Store.OpenSession(tenant);
        var records = new List<SubjectRecord>();
        foreach (var id in ids) records.Add((await session.FindAsync(id, Cancel))!);
        Assert.Equal(["Declined", "Registered", "Deferred"], records.Select(record => record.Search.Status));
        Assert.Equal([1, 0, 1], records.Select(record => record.Journal.Count(entry => entry.Name == "decided")));
        Assert.Equal(Saturday11 + Duration.FromHours(1), Assert.Single(records[0].Obligations, owed => owed.Rule == "RF-34").Due);
        foreach (var waiting in records.Skip(1))
            Assert.Equal(NextSaturday11, Assert.Single(waiting.Obligations, owed => owed is { Rule.Value: "RF-32", IsOwed: true }).Due);
        var meetings = (await session.QueryAsync(new SubjectQuery { Kind = MeetingKind.Instance.Kind }, Cancel)).Items.Select(MeetingKind.Instance.Read).ToArray();
        Assert.Equal(2, meetings.Length);
        Assert.Equal([ids[0], ids[2]], meetings.Single(held => held.Id == meeting).State.Decisions.Select(decision => decision.Requirement));
        Assert.Equal((MeetingStatus.Scheduled, NextSaturday11), meetings.Where(next => next.Id != meeting).Select(next => (next.State.Status, next.State.End)).Single());
    }

    private async Task<(ImmutableArray<SubjectId> Requirements, SubjectId Meeting)> PrepareAsync(TenantId tenant, FakeClock clock)
    {
        await using var host = new EngineHost(Store, tenant, clock);
        var ids = ImmutableArray.CreateBuilder<SubjectId>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await host.Send(new ReportRequirement(EngineHost.Form, Thursday))).Requirement);
            await host.Send(new RegisterRequirement(ids[i], $"梗概{i}"));
        }
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings()));
        Assert.Equal(Saturday11, meeting.State.End);
        return (ids.ToImmutable(), meeting.Id);
    }
}
