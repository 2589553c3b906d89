using System.Diagnostics;
using ClientTracking.Numbering;
using ClientTracking.Storage;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Numbers of one hot scope by 1, 4, 16 and 64 writers, against a bare upsert each.</summary>
internal static class NumberRun
{
    private const int Warming = 300; // until everything is compiled for good
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    internal static async Task RunAsync(Database database)
    {
        await database.ExecuteAsync("CREATE TABLE bare (scope text PRIMARY KEY, last bigint NOT NULL)");
        for (var i = 0; i < 5_000; i++) await GapFreeAsync(database, Records.Scope("warm"));
        await database.ExecuteAsync("ANALYZE"); // as the server does by itself within minutes; it plans statements on tables it believes empty as scans
        foreach (var writers in new[] { 1, 4, 16, 64 })
        {
            var bare = await MeasureAsync(writers, () => BareAsync(database, $"bare{writers}"));
            var gapFree = await MeasureAsync(writers, () => GapFreeAsync(database, Records.Scope($"free{writers}")));
            var allowed = await MeasureAsync(writers, () => AllowedAsync(database, Records.Scope($"gaps{writers}")));
            Figures.Print(
                database.Name, $"gap-free number and subject in one transaction, {writers} writers: rate to the bare upsert's", gapFree.Rate / bare.Rate,
                writers == 4 ? "≥ 0.6" : "", Figures.Text($"{gapFree.Rate:0}/s p95 {gapFree.P95 * 1e3:0.0} ms, bare {bare.Rate:0}/s p95 {bare.P95 * 1e3:0.0} ms"));
            Figures.Print(
                database.Name, $"number with gaps allowed, {writers} callers: rate to the bare upsert's", allowed.Rate / bare.Rate,
                writers switch { 1 => "≥ 0.83 (cost ≤ 1.2)", 64 => "≥ 20, p95 ≤ 1/30", _ => "" },
                Figures.Text($"{allowed.Rate:0}/s p95 {allowed.P95 * 1e3:0.00} ms, which is 1/{bare.P95 / allowed.P95:0.0}"));
        }
    }

    private static async Task BareAsync(Database database, string scope)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO bare VALUES ('{scope}', 1) ON CONFLICT (scope) DO UPDATE SET last = bare.last + 1 RETURNING last";
        await command.ExecuteScalarAsync();
    }

    private static async Task GapFreeAsync(Database database, NumberScope scope)
    {
        var id = new SubjectId(Guid.CreateVersion7());
        await using var session = database.Store.OpenSession(Records.Tenant);
        await session.CommitAsync(Records.Ask(scope, NumberingMode.GapFree, id), serial => new(new SubjectChange(null, Records.Born(scope, serial, 1), [])), default);
    }

    private static async Task AllowedAsync(Database database, NumberScope scope)
    {
        await using var session = database.Store.OpenSession(Records.Tenant);
        await session.TakeSerialAsync(Records.Ask(scope, NumberingMode.GapsAllowed, new SubjectId(Guid.CreateVersion7())), default);
    }

    private static async Task<(double Rate, double P95)> MeasureAsync(int writers, Func<Task> once)
    {
        for (var i = 0; i < Warming; i++) await once();
        var since = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (Stopwatch.GetElapsedTime(since) < Time) mine.Add(await Figures.SecondsAsync(once));
            return mine;
        })));
        var all = times.SelectMany(mine => mine).ToList();
        return (all.Count / Stopwatch.GetElapsedTime(since).TotalSeconds, Figures.Percentile95(all));
    }
}
