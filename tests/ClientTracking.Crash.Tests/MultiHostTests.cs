using ClientTracking.CrashHost;
using ClientTracking.Numbering;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Crash.Tests;

public sealed class SqliteMultiHostTests : MultiHostTests<SqliteCrashStore>;

public sealed class PostgresMultiHostTests : MultiHostTests<PostgresCrashStore>;

public sealed class MongoMultiHostTests : MultiHostTests<MongoCrashStore>;

/// <summary>Two and four host processes on one database at once.</summary>
public abstract class MultiHostTests<TStore> where TStore : CrashStore, new()
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(2), InlineData(4)]
    public async Task Hosts_at_once_number_without_gap_claim_once_lose_no_update_and_tell_once(int count)
    {
        await using var database = new Database();
        var store = database.Store = await database.OpenAsync();
        for (var i = 0; i < count; i++) database.Hosts.Add(await HostProcess.StartAsync(database.Under));

        await database.AllAsync("number 6");
        var numbers = database.Heard("DONE").Where(words => words[2] != "-").Select(words => words[2]);
        Assert.Equal(Enumerable.Range(1, count * 6).Select(n => $"140619{n:00}"), numbers.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, count * 6).Select(n => ((long)n, NumberUse.Used)), await Ledger(store));

        await database.AllAsync("claim 25");
        var owners = database.Heard("OWN").ToDictionary(words => words[0], words => words[1]);
        Assert.Equal(25, owners.Count);
        await using (var session = store.OpenSession(Stores.Tenant))
            foreach (var (key, owner) in owners)
                Assert.Equal(owner, (await session.FindByClaimAsync(new Claim("client-owner", key), Cancel)).ToString());

        var shared = Roles.Born(new SearchFields("open"));
        await using (var session = store.OpenSession(Stores.Tenant)) await session.CommitAsync([new(null, shared, [])], Cancel);
        await database.AllAsync($"update {shared.Id} 10");
        Assert.Equal(
            Enumerable.Range(2, count * 10).Select(version => (long)version),
            database.Heard("UPDATED").Select(words => long.Parse(words[0], null)).Order());
        await using (var session = store.OpenSession(Stores.Tenant)) Assert.Equal(count * 10 + 1, (await session.FindAsync(shared.Id, Cancel))!.Journal.Length);

        await database.AllAsync("sweep");
        // What the engine does because of a notice leaves notices of its own.
        for (var i = 0; i < 3; i++) await database.AllAsync("dispatch");
        await Census.IsWholeAsync(store, Cancel);
        var told = database.Heard("TOLD").Select(words => words[0]).ToList();
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal((await Census.NoticesOwedAsync(store, Cancel)).Order(StringComparer.Ordinal), Census.WithoutCopies(told).Order(StringComparer.Ordinal));
        Assert.Contains(told, key => key.Contains("/due/", StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<(long, NumberUse)>> Ledger(ITrackingStore store)
    {
        await using var session = store.OpenSession(Stores.Tenant);
        var page = await session.QueryAsync(new NumberQuery(new(RequirementRegistered.Series, "2014-06-19")) { Take = 1000 }, Cancel);
        return page.Items.Select(entry => (entry.Serial, entry.Use));
    }

    private sealed class Database : IAsyncDisposable
    {
        internal TStore Under { get; } = new();

        internal ITrackingStore Store { get; set; } = null!;

        internal List<HostProcess> Hosts { get; } = [];

        internal async Task<ITrackingStore> OpenAsync()
        {
            await Under.InitializeAsync();
            return Under.Open();
        }

        /// <summary>Tells all hosts at once, and waits for all.</summary>
        internal async Task AllAsync(string line)
        {
            foreach (var host in Hosts) host.Tell(line);
            foreach (var host in Hosts) await host.ReadyAsync();
        }

        internal IEnumerable<string[]> Heard(string word) => Hosts.SelectMany(host => host.Heard(word));

        public async ValueTask DisposeAsync()
        {
            foreach (var host in Hosts) host.Dispose();
            await Under.DisposeAsync();
        }
    }
}
