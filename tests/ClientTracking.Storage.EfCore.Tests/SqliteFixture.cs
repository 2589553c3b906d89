using ClientTracking.Storage.Conformance;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>The ready-made context on one SQLite file; every host has its own contexts and connections.</summary>
public sealed class SqliteFixture : StoreFixture
{
    private readonly SqliteFile _file = new();
    private readonly CommitFault _fault = new();

    internal string ConnectionString => _file.ConnectionString;

    public override string Description => "Entity Framework Core on a SQLite file (WAL)";

    public override Task<ITrackingStore> CreateHostAsync() =>
        Task.FromResult<ITrackingStore>(new EfCoreTrackingStore<ClientTrackingDbContext>(new Contexts(_file, _fault)));

    public override IDisposable FailCommits(CommitFailure where) => _fault.Arm(where);

    /// <summary>The texts of the tables, and then the file itself, once what it had freed is gone.</summary>
    public override async Task<string> DumpAsync()
    {
        await using var context = new Contexts(_file, _fault).CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("VACUUM");
        await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await context.TextsAsync() + _file.Bytes();
    }

    public override async ValueTask InitializeAsync()
    {
        await using var context = new Contexts(_file, _fault).CreateDbContext();
        await context.Database.EnsureCreatedAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return base.DisposeAsync();
    }

    private sealed class Contexts(SqliteFile file, CommitFault fault) : IDbContextFactory<ClientTrackingDbContext>
    {
        private readonly DbContextOptions<ClientTrackingDbContext> _options =
            file.Options<ClientTrackingDbContext>(builder => builder.AddInterceptors(fault));

        public ClientTrackingDbContext CreateDbContext() => new(_options);
    }
}
