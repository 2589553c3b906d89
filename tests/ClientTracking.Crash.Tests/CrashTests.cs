using System.Globalization;
using ClientTracking.CrashHost;

namespace ClientTracking.Crash.Tests;

public sealed class SqliteCrashTests(SqliteCrashStore store) : CrashTests<SqliteCrashStore>(store);

public sealed class PostgresCrashTests(PostgresCrashStore store) : CrashTests<PostgresCrashStore>(store);

public sealed class MongoCrashTests(MongoCrashStore store) : CrashTests<MongoCrashStore>(store);

/// <summary>A writer killed at random instants, again and again, on one database.</summary>
/// <remarks>20 times; CLIENTTRACKING_CRASHES sets another number. The seed is in the log.</remarks>
public abstract class CrashTests<TStore>(TStore database) : IClassFixture<TStore> where TStore : CrashStore
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_nothing_is_half_written_and_every_notice_is_delivered()
    {
        var store = database.Open();
        var crashes = int.Parse(Environment.GetEnvironmentVariable("CLIENTTRACKING_CRASHES") ?? "20", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (done, told) = (new List<string[]>(), new HashSet<string>(StringComparer.Ordinal));
        var next = HostProcess.StartAsync(database);
        for (var crash = 1; crash <= crashes; crash++)
        {
            using var host = await next;
            if (crash < crashes) next = HostProcess.StartAsync(database);
            host.Tell("write");
            // Warm first: what is interesting begins with the first acknowledged command, and a cycle takes some ten milliseconds.
            if (crash % 2 == 0) await host.NextAsync();
            await Task.Delay(random.Next(crash % 2 == 0 ? 60 : 400), Cancel);
            await host.KillAsync();
            done.AddRange(host.Heard("DONE"));
            told.UnionWith(host.Heard("TOLD").Select(words => words[0]));
        }
        await using (var host = new TrackingHost(store, notice => told.Add(notice.Key)))
        {
            // A lease of the dead ends by itself; the clock of the last host is two minutes on.
            await host.NumberAsync((command, subject, number) => done.Add([command.Value, subject.ToString(), number ?? "-"]));
            await host.SweepAsync();
            await host.DispatchLaterAsync();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"seed {seed}: {crashes} crashes, {done.Count} acknowledged commands, {told.Count} notices told, {(await Census.SubjectsAsync(store, Cancel)).Count} subjects");
        await Census.IsWholeAsync(store, Cancel);
        await using var session = store.OpenSession(Stores.Tenant);
        foreach (var words in done)
        {
            var found = await session.FindByCommandAsync(new CommandId(words[0]), Cancel);
            Assert.Equal(words[1], found?.Id.ToString());
            if (words[2] != "-") Assert.Equal(words[2], found!.Number!.Bare);
        }
        Assert.Empty((await Census.NoticesOwedAsync(store, Cancel)).Except(told));
    }
}
