using System.Data.Common;
using ClientTracking.Errors;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>What a commit reports that the database failed, when another has meanwhile committed with the serial it set free.</summary>
public sealed class FailedCommitTests : IAsyncLifetime
{
    private readonly SqliteFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var context = Open();
        await context.Database.EnsureCreatedAsync(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_failure_of_the_database_is_not_taken_for_a_collision_with_whoever_came_after_it()
    {
        var failure = new FailsInTheMiddle();
        await using var failing = Open(failure);
        await using var other = Open();
        await using var session = new EfCoreTrackingStore<ClientTrackingDbContext>(failing).OpenSession(Sample.Tenant);
        Assert.Equal(1, await session.TakeSerialAsync(Sample.Serial(1), Cancel));
        failure.Others = CommitAsync(other, 2);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => session.CommitAsync([Sample.Born(1, 1)], Cancel));

        Assert.Equal(1, await failure.Others);
        Assert.Null(await session.FindAsync(Sample.Id(1), Cancel));
    }

    private static async Task<long> CommitAsync(ClientTrackingDbContext context, int subject)
    {
        await using var session = new EfCoreTrackingStore<ClientTrackingDbContext>(context).OpenSession(Sample.Tenant);
        var serial = await session.TakeSerialAsync(Sample.Serial(subject), Cancel);
        await session.CommitAsync([Sample.Born(subject, serial)], Cancel);
        return serial;
    }

    private ClientTrackingDbContext Open(params IInterceptor[] interceptors) =>
        new(_file.Options<ClientTrackingDbContext>(options => options.AddInterceptors(interceptors)));

    /// <summary>Fails the second statement of a commit; whatever is read after that sees what the others have written by then.</summary>
    private sealed class FailsInTheMiddle : DbCommandInterceptor
    {
        private int _statements;

        internal Task<long> Others { get; set; } = Task.FromResult(0L);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (eventData.CommandSource == CommandSource.SaveChanges && ++_statements == 2) throw new IOException("Made to fail.");
            if (_statements >= 2) await Others;
            return result;
        }
    }
}
