using System.Data.Common;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class SqliteNumberedCommitTests : NumberedCommitTests<SqliteDatabase>
{
    [Fact]
    public async Task Two_databases_in_memory_are_two_though_their_connection_strings_are_one()
    {
        var serials = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var connection = new SqliteConnection("Data Source=:memory:");
            await connection.OpenAsync(Cancel);
            var options = new DbContextOptionsBuilder<ClientTrackingDbContext>().UseSqlite(connection).Options;
            await using (var context = new ClientTrackingDbContext(options)) await context.Database.EnsureCreatedAsync(Cancel);
            return await CommitAsync(new(new Contexts(options)), 1, Task.Delay(10, Cancel));
        })));

        Assert.All(serials, serial => Assert.Equal(1, serial));
    }
}

public sealed class PostgresNumberedCommitTests : NumberedCommitTests<PostgresDatabase>;

/// <summary>The one transaction of all who number in a scope at the same time, and what they are told where it fails.</summary>
public abstract class NumberedCommitTests<TDatabase> : IAsyncLifetime where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private readonly Commits _commits = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.CreateAsync();
        await using var context = new ClientTrackingDbContext(_database.Options<ClientTrackingDbContext>());
        await context.Database.EnsureCreatedAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_asks_while_another_writes_is_written_for_in_the_same_transaction()
    {
        var store = Store();
        var othersAsked = new TaskCompletionSource();
        var first = CommitAsync(store, 1, othersAsked.Task);
        var others = Enumerable.Range(2, 9).Select(subject => CommitAsync(store, subject, Task.CompletedTask)).ToList();
        othersAsked.SetResult();

        Assert.Equal(1, await first);
        Assert.Equal(Enumerable.Range(2, 9).Select(n => (long)n), (await Task.WhenAll(others)).Order());
        Assert.Equal(1, _commits.Begun);
    }

    [Fact, Trait("trap", "T32")]
    public async Task What_is_refused_of_one_in_the_midst_of_the_others_is_told_to_that_one_alone_and_leaves_no_gap()
    {
        var store = Store();
        Assert.Equal(1, await CommitAsync(store, 5, Task.CompletedTask));
        var othersAsked = new TaskCompletionSource();
        var asked = new[] { CommitAsync(store, 1, othersAsked.Task) }
            .Concat(new[] { 5, 2, 1, 3 }.Select(subject => CommitAsync(store, subject, Task.CompletedTask))).ToList();
        othersAsked.SetResult();

        Assert.Equal(2, await asked[0]);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => asked[1]);
        Assert.Equal(3, await asked[2]);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => asked[3]);
        Assert.Equal(4, await asked[4]);
        await using var session = store.OpenSession(Sample.Tenant);
        var ledger = (await session.QueryAsync(new NumberQuery(Sample.Scope), Cancel)).Items;
        Assert.Equal([5, 1, 2, 3], ledger.Select(entry => Enumerable.Range(1, 5).Single(n => Sample.Id(n).Value == entry.SubjectId)));
    }

    [Theory, Trait("trap", "T31")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_every_third_commit_fails_or_its_answer_is_lost_each_finds_out_by_itself_and_no_serial_is_left_out_or_used_twice(bool afterwards)
    {
        var store = Store();
        _commits.FailEveryThird = afterwards ? FailWhen.Afterwards : FailWhen.Before;

        var attempts = new List<int>();
        foreach (var wave in Enumerable.Range(1, 80).Chunk(10))
            attempts.AddRange(await Task.WhenAll(wave.Select(subject => Task.Run(() => InsistAsync(store, subject)))));

        Assert.True(attempts.Sum() >= 82, $"80 subjects took {attempts.Sum()} attempts: 8 waves are 8 commits at least, so 2 must have failed.");
        await using var session = store.OpenSession(Sample.Tenant);
        var ledger = (await session.QueryAsync(new NumberQuery(Sample.Scope), Cancel)).Items;
        Assert.Equal(Enumerable.Range(1, 80).Select(n => (long)n), ledger.Select(entry => entry.Serial));
        Assert.All(ledger, entry => Assert.Equal(NumberUse.Used, entry.Use));
        Assert.Equal(80, ledger.Select(entry => entry.SubjectId).Distinct().Count());
    }

    /// <summary>As a sender does who gave the command an id: looks whether it happened, and if not does it again.</summary>
    private static async Task<int> InsistAsync(EfCoreTrackingStore<ClientTrackingDbContext> store, int subject)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await CommitAsync(store, subject, Task.CompletedTask);
                return attempt;
            }
            catch (StorageUnavailableException)
            {
                await using var session = store.OpenSession(Sample.Tenant);
                if (await session.FindAsync(Sample.Id(subject), Cancel) is not null) return attempt + 1;
            }
    }

    private protected static async Task<long> CommitAsync(EfCoreTrackingStore<ClientTrackingDbContext> store, int subject, Task before)
    {
        await using var session = store.OpenSession(Sample.Tenant);
        var made = await session.CommitAsync(
            Sample.Serial(subject),
            async serial =>
            {
                await before;
                return Sample.Born(subject, serial);
            },
            Cancel);
        return made.After.Number!.Serial;
    }

    private EfCoreTrackingStore<ClientTrackingDbContext> Store() => new(new Contexts(_database.Builder<ClientTrackingDbContext>().AddInterceptors(_commits).Options));

    private protected sealed class Contexts(DbContextOptions<ClientTrackingDbContext> options) : IDbContextFactory<ClientTrackingDbContext>
    {
        public ClientTrackingDbContext CreateDbContext() => new(options);
    }

    private enum FailWhen
    {
        Never,
        Before,
        Afterwards,
    }

    private sealed class Commits : DbTransactionInterceptor
    {
        private int _begun;
        private int _ended;

        internal FailWhen FailEveryThird { get; set; }

        internal int Begun => _begun;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _begun) % 3 == 0 && FailEveryThird == FailWhen.Before) throw new IOException("Made to fail.");
            return new(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            Interlocked.Increment(ref _ended) % 3 == 0 && FailEveryThird == FailWhen.Afterwards ? throw new IOException("Made to fail.") : Task.CompletedTask;
    }
}
