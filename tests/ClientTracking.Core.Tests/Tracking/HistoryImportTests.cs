using System.Runtime.CompilerServices;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Tracking.Import;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking;

public sealed class HistoryImportTests
{
    private static readonly SubjectId Old = new(new Guid("00000000-0000-0000-0000-000000000001"));

    [Fact, Trait("trap", "T35")]
    public async Task T35_The_next_requirement_of_that_day_is_numbered_behind_the_imported_one()
    {
        await using var host = new TestHost();
        Assert.Equal(ImportResult.Stored, (await ImportAsync(host, History(Old, "需求报告表14061901"))).Single().Result);
        var id = await host.Reported();
        Assert.Equal("14061902", (await host.As("陈小美", Collector).Send(new RegisterRequirement(id, "梗概"))).Bare);
    }

    [Fact]
    public async Task Number_instants_and_journal_are_kept_and_marked_as_imported()
    {
        await using var host = new TestHost();
        await ImportAsync(host, History(Old, "需求报告表14061703"));
        var stored = await host.Stored(Old);
        Assert.Equal("需求报告表14061703", stored.Number!.Text);
        Assert.Equal([Shanghai("2014-06-16 09:00"), Shanghai("2014-06-17 10:00")], stored.Journal.Select(entry => entry.At));
        Assert.All(stored.Journal, entry => Assert.True(entry.Imported));
        Assert.Equal(host.Clock.GetCurrentInstant(), stored.ImportedAt);
        Assert.Equal(["李小四", "陈小美"], stored.Journal.Select(entry => entry.By.Value));
        Assert.Equal(stored.Obligations.AsEnumerable(), RequirementKind.Instance.Replay(stored, stored.Version).Obligations);
    }

    /// <summary>Registered on Tuesday 17 June 2014 at 10:00, the board owes its decision by Saturday 11:00 (RF-32); the import is on the Monday after.</summary>
    [Fact, Trait("rule", "RF-32")]
    public async Task Of_what_fell_due_before_the_import_nobody_is_told()
    {
        await using var host = new TestHost();
        host.At("2014-06-23 09:00");
        await ImportAsync(host, History(Old, "需求报告表14061703"));
        var owed = (await host.Stored(Old)).Obligations.Single(obligation => obligation.Status == ObligationStatus.Open);
        Assert.Equal(("RF-32", Shanghai("2014-06-21 11:00")), (owed.Rule.Value, owed.Due));
        Assert.Equal(0, await host.RunDue());
        Assert.Empty(host.Notices);
    }

    [Fact, Trait("rule", "RF-32")]
    public async Task What_falls_due_after_the_import_is_told_as_usual()
    {
        await using var host = new TestHost();
        await ImportAsync(host, History(Old, "需求报告表14061703"));
        host.At("2014-06-21 11:01");
        await host.RunDue();
        Assert.Equal("obligation.overdue", Assert.Single(host.Notices).Name);
    }

    /// <summary>Heard on Monday and registered in time on Tuesday: RF-31 was done on time, whatever the host allows for back-dating.</summary>
    [Fact, Trait("rule", "RF-31")]
    public async Task History_is_judged_by_when_it_happened()
    {
        await using var host = new TestHost();
        await ImportAsync(host, History(Old, "需求报告表14061703"));
        var done = (await host.Stored(Old)).Obligations.Single(obligation => obligation.Rule == "RF-31");
        Assert.Equal((ObligationStatus.Fulfilled, false), (done.Status, done.FulfilledLate));
    }

    [Fact]
    public async Task Stopped_in_the_middle_the_same_stream_goes_on_where_it_ended()
    {
        await using var host = new TestHost();
        HistoricSubject<Requirement>[] all = [.. Enumerable.Range(1, 1200).Select(n => History(new SubjectId(new Guid(n, 0, 0, new byte[8])), $"需求报告表140617{n:00}"))];
        var read = 0;
        var importer = Importer(host, out var scope);
        await using var _ = scope;
        await foreach (var row in importer.ImportAsync(Stream(all, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken))
            if (++read == 600) break;
        var rows = await ImportAsync(host, all);
        Assert.Equal(Enumerable.Range(1, 1200).Select(n => (long)n), rows.Select(row => row.Row));
        // Batches are of 500: when the 600th answer was read, two had been stored.
        Assert.Equal((1000, 200), (rows.Count(row => row.Result == ImportResult.Present), rows.Count(row => row.Result == ImportResult.Stored)));
    }

    [Fact]
    public async Task Faults_are_reported_by_row_and_keep_no_other_row_out()
    {
        await using var host = new TestHost();
        var rows = await ImportAsync(
            host,
            History(Id(1), "需求报告表14061701"),
            History(Id(2), "编号 7"),
            History(Id(3), null),
            History(Id(4), "需求报告表14061701"),
            new(Id(5), []),
            new(Id(6), [Registered("需求报告表14061706")]),
            new(Id(7), [Reported with { At = Shanghai("2014-06-19 09:01") }]),
            new(Id(8), [Reported with { At = Shanghai("2014-06-18 09:00") }, Registered("需求报告表14061708")]),
            History(Id(9), "需求报告表14061709"),
            History(Id(10), "需求报告表\u200b14061710"),
            History(Id(11), "需求报告表１４061711"));
        Assert.Equal(
            [
                (1, null), (2, "events[1].number import.number-unreadable"), (3, "events[1].number request.required"), (4, "number import.taken"),
                (5, "events request.required"), (6, "events[0] import.event-impossible"), (7, "events[0].at request.future"),
                (8, "events[1].at request.before-cause"), (9, (string?)null), (10, "events[1].number request.unseen-character"),
                (11, "events[1].number import.number-unreadable"),
            ],
            rows.Select(row => ((int)row.Row, row.Faults.IsEmpty ? null : $"{row.Faults[0].Path} {row.Faults[0].Code}")));
        Assert.Equal(2, rows.Count(row => row.Result == ImportResult.Stored));
    }

    private static HistoricEvent<Requirement> Reported =>
        new(new RequirementReported(RequirementStory.Form(), new PersonId("李小四"), null, Shanghai("2014-06-16 09:00")), Shanghai("2014-06-16 09:00"), new PersonId("李小四"));

    private static HistoricEvent<Requirement> Registered(string? number) =>
        new(new RequirementRegistered(new LocalDate(2014, 6, 17), "病友圈 手机"), Shanghai("2014-06-17 10:00"), new PersonId("陈小美")) { Number = number };

    private static SubjectId Id(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static HistoricSubject<Requirement> History(SubjectId id, string? number) => new(id, [Reported, Registered(number)]);

    private static HistoryImporter Importer(TestHost host, out AsyncServiceScope scope)
    {
        scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<HistoryImporter>();
    }

    private static async Task<List<ImportedRow>> ImportAsync(TestHost host, params HistoricSubject<Requirement>[] subjects)
    {
        var rows = new List<ImportedRow>();
        var importer = Importer(host, out var scope);
        await using var _ = scope;
        await foreach (var row in importer.ImportAsync(Stream(subjects), TestContext.Current.CancellationToken)) rows.Add(row);
        return rows;
    }

    private static async IAsyncEnumerable<HistoricSubject<Requirement>> Stream(
        HistoricSubject<Requirement>[] subjects, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var subject in subjects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return subject;
        }
    }
}
