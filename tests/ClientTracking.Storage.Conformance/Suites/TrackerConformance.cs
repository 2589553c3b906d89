using System.Collections.Concurrent;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Requirements;
using ClientTracking.Schedules;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>The whole engine on the store: what a host relies on when many act at once and the store fails now and then.</summary>
/// <remarks>A sender that sees <see cref="StorageUnavailableException"/> repeats with the same command id: done once, answered alike.</remarks>
public abstract class TrackerConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Now = Instant.FromUtc(2014, 6, 19, 2, 0);
    private static readonly NumberScope Day = new(RequirementRegistered.Series, "2014-06-19");

    /// <summary>RF-13, T31, T32: no duplicate and no gap, though every tenth commit fails before or after it is done.</summary>
    [Fact]
    public async Task RF_13_64_parallel_submitters_with_failing_commits_leave_no_duplicate_and_no_gap()
    {
        const int Submitters = 64;
        var flaky = new FlakyStore(Store);
        await using var host = Host(flaky);
        var numbers = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, Submitters, new ParallelOptions { MaxDegreeOfParallelism = Submitters, CancellationToken = Cancel }, async (_, _) =>
        {
            var reported = await host.Persist(new ReportRequirement(EngineHost.Form, Now) { CommandId = Fresh.Command() });
            var registered = await host.Persist(new RegisterRequirement(reported.Requirement, "梗概") { CommandId = Fresh.Command() });
            numbers.Add(registered.Bare);
        });

        Assert.True(flaky.Failures >= 12, $"only {flaky.Failures} failures were injected");
        Assert.Equal(Enumerable.Range(1, Submitters).Select(serial => $"140619{serial:00}"), numbers.Order(StringComparer.Ordinal));
        await using var session = Open();
        var ledger = await session.QueryAsync(new NumberQuery(Day), Cancel);
        Assert.Equal(Enumerable.Range(1, Submitters).Select(serial => ((long)serial, NumberUse.Used)), ledger.Items.Select(entry => (entry.Serial, entry.Use)));
    }

    /// <summary>Sent twice = done once, also when both are on their way at the same time.</summary>
    [Fact]
    public async Task A_command_sent_by_eight_at_once_is_done_once_and_answered_alike()
    {
        await using var host = Host(Store);
        var command = new ReportRequirement(EngineHost.Form, Now) { CommandId = Fresh.Command() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Persist(command)));
        Assert.Single(answers.Distinct());
        await using var session = Open();
        Assert.Single((await session.QueryAsync(new SubjectQuery(), Cancel)).Items);
    }

    /// <summary>The number of a requirement that was refused, or whose session ended otherwise, goes to the next one (T32, T37).</summary>
    [Fact]
    public async Task T32_A_refused_registration_burns_no_number()
    {
        await using var host = Host(Store);
        var first = await host.Persist(new ReportRequirement(EngineHost.Form, Now));
        await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new RegisterRequirement(first.Requirement, new string('长', 51))));
        await host.Send(new RegisterRequirement(first.Requirement, "一"));
        await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new RegisterRequirement(first.Requirement, "再来")));
        await host.Send(new WithdrawRequirement(first.Requirement, "误报"));
        var second = await host.Persist(new ReportRequirement(EngineHost.Form, Now));
        Assert.Equal("14061902", (await host.Send(new RegisterRequirement(second.Requirement, "二"))).Bare);
    }

    /// <summary>The snapshot a store gives back is what its journal rebuilds.</summary>
    [Fact]
    public async Task The_journal_rebuilds_what_the_store_kept()
    {
        await using var host = Host(Store);
        var reported = await host.Persist(new ReportRequirement(EngineHost.Form, Now));
        await host.Send(new RegisterRequirement(reported.Requirement, "梗概 👩‍⚕️ 𠮷"));
        await host.Send(new DecideRequirement(reported.Requirement, DecisionOutcome.Accept, Priorities.PriorityGrade.A));
        await using var session = Open();
        var record = (await session.FindAsync(reported.Requirement, Cancel))!;
        var rebuilt = RequirementKind.Instance.Replay(record, record.Version).Record;
        Assert.Equal(RecordJson.Write(rebuilt with { State = "" }), RecordJson.Write(record with { State = "" }));
        Assert.Equal(RequirementKind.Instance.Read(rebuilt).State, RequirementKind.Instance.Read(record).State, ByJson.Instance);
    }

    /// <summary>
    /// RF-57: 16 h from Thursday 10:00 end on Monday at 11:00, 65 hours after the Friday that was promised; the notice waits in the outbox, and what
    /// happens to the requirement comes to the schedule, which is read back as it was written.
    /// </summary>
    [Fact]
    public async Task RF_57_A_promise_at_risk_is_told_before_it_is_missed_and_no_more_once_the_work_is_handed_over()
    {
        await using var host = Host(Store);
        var (friday, id) = (new LocalDate(2014, 6, 20), (await host.Send(new ReportRequirement(EngineHost.Form, Now))).Requirement);
        await host.Send(new RegisterRequirement(id, "梗概"));
        await host.Send(new DecideRequirement(id, DecisionOutcome.Accept, Priorities.PriorityGrade.B));
        var team = (await host.Send(new SetUpTeam("开发组", TeamTask.Development, 1))).Team;
        await host.Send(new EstimateWork(team, id, Duration.FromHours(16)));
        await host.Send(new EstimatePlanning(id, friday));
        await host.Send(new DeliverPlanningDocument(id, "策划案-2014-17"));
        await host.Send(new EstimateHandOver(id, friday));
        var promised = Instant.FromUtc(2014, 6, 20, 10, 0);
        var row = Assert.Single(await host.Ask(new PromisesAtRisk()));
        Assert.Equal((id, promised, Duration.FromHours(65), new LocalDate(2014, 6, 23)), (row.Requirement, row.Promised, row.LateBy, row.ProposedDate));

        var messages = await Store.Outbox.LeaseOfAsync(Tenant, "host", Now + Duration.FromMinutes(1), Cancel);
        var told = Assert.Single(messages, message => message.Notice.Name == "commitment.at-risk").Notice;
        Assert.Equal((id, promised, promised + Duration.FromHours(65)), (told.Subject, told.Due!.Value, told.Forecast!.Value));
        await host.Send(new PromiseDelivery(id, friday));
        await host.Send(new HandOverForAcceptance(id));
        await using var session = Open();
        var record = (await session.FindAsync(team, Cancel))!;
        Assert.Empty(TeamScheduleKind.Instance.Read(record).State.AtRisk);
        Same.Json(record.State, TeamScheduleKind.Instance.Replay(record, record.Version).Record.State);
    }

    private EngineHost Host(ITrackingStore store) => new(store, Tenant, new FakeClock(Now));

    /// <summary>States hold arrays, which records compare by reference; their stored form tells whether they are the same.</summary>
    private sealed class ByJson : IEqualityComparer<Requirement>
    {
        public static ByJson Instance { get; } = new();

        public bool Equals(Requirement? x, Requirement? y) => Write(x!) == Write(y!);

        public int GetHashCode(Requirement obj) => Write(obj).GetHashCode(StringComparison.Ordinal);

        private static string Write(Requirement state) => RequirementKind.Instance.Append(
            SubjectRecord.Unborn(default, RequirementKind.Instance.Kind, "", 1),
            new JournalEntry { Sequence = 1, Name = "", At = default, RecordedAt = default, By = default },
            state).State;
    }
}
