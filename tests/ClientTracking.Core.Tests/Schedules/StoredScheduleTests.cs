using System.Runtime.CompilerServices;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Priorities;
using ClientTracking.Schedules;
using ClientTracking.Subjects;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Schedules;

/// <summary>What is stored of a schedule today must be readable for ever; see <see cref="Subjects.StoredFormatTests"/> for when the file may change.</summary>
public sealed class StoredScheduleTests
{
    private const string File = "team-schedule.v1.json";

    [Fact]
    public async Task A_schedule_is_stored_in_the_committed_form()
    {
        // Ids are what a host gives; the file has these in their places.
        await using var host = new TestHost();
        var team = await host.Team(workers: 2);
        var (promised, other) = (await host.Planned(team, 30, promisedOnJune: 20), await host.Taken(team, 4, PriorityGrade.C));
        await host.Send(new StartWork(team, promised, 1));
        await host.Send(new PlaceWork(team, other) { Position = 1, EarliestStart = Shanghai("2014-06-20 09:00"), DependsOn = [promised] });
        await host.Send(new ChangeTeam(team, 2, [new Absence(2, Shanghai("2014-06-23 09:00"), Shanghai("2014-06-23 12:00"))]));
        await host.At("2014-06-19 10:15").Send(new ReportProgress(team, promised, Duration.FromMinutes(1700)));
        await host.Send(new FinishWork(team, promised));
        var json = new[] { (team, 'a'), (promised, 'b'), (other, 'c') }.Aggregate(
            RecordJson.Write(await host.Stored(team)), (text, id) => text.Replace(id.Item1.ToString(), new Guid(new string(id.Item2, 32)).ToString(), StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CLIENTTRACKING_ACCEPT") == "1") await System.IO.File.WriteAllTextAsync(Path.Combine(Source(), File), json + '\n', TestContext.Current.CancellationToken);
        Assert.Equal((await Committed()).TrimEnd(), json);
    }

    [Fact]
    public async Task The_committed_form_is_read_and_its_journal_rebuilds_it()
    {
        var record = RecordJson.ReadSubject(await Committed());
        Assert.Equal((await Committed()).TrimEnd(), RecordJson.Write(record));
        Assert.Equal(record.State, TeamScheduleKind.Instance.Replay(record, record.Version).Record.State);
    }

    private static Task<string> Committed() => System.IO.File.ReadAllTextAsync(Path.Combine(Source(), File), TestContext.Current.CancellationToken);

    private static string Source([CallerFilePath] string caller = "") => Path.GetDirectoryName(caller)!;
}
