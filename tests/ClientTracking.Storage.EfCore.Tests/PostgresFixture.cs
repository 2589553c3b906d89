using ClientTracking.Storage.Conformance;
using ClientTracking.TestServers;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>The ready-made context on a PostgreSQL database of its own; every host has its own contexts and connections.</summary>
public sealed class PostgresFixture : StoreFixture
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);
    private readonly CommitFault _fault = new();
    private PostgresServer? _server;
    private string? _database;

    public override string Description => _server?.Description ?? "PostgreSQL";

    public override string? Unavailable => PostgresServer.Unavailable;

    internal string ConnectionString => _server!.ConnectionString(_database!);

    public override Task<ITrackingStore> CreateHostAsync() =>
        Task.FromResult<ITrackingStore>(new EfCoreTrackingStore<ClientTrackingDbContext>(new Contexts(ConnectionString, _fault)));

    public override IDisposable FailCommits(CommitFailure where) => _fault.Arm(where);

    public override async Task<string> DumpAsync()
    {
        await using var context = new Contexts(ConnectionString, _fault).CreateDbContext();
        return await context.TextsAsync();
    }

    public override async ValueTask InitializeAsync()
    {
        if (Unavailable is not null) return;
        _server = await PostgresServer.SharedAsync();
        _database = await _server.CreateDatabaseAsync(await Template.Value);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_database is not null) await _server!.DropDatabaseAsync(_database);
        await base.DisposeAsync();
    }

    internal DbContextOptions<TContext> Options<TContext>() where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>().UseNpgsql(ConnectionString).Options;

    /// <summary>Nobody may be connected to a database that is copied.</summary>
    private static async Task<string> CreateTemplateAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var name = await server.CreateDatabaseAsync();
        var options = new DbContextOptionsBuilder<ClientTrackingDbContext>().UseNpgsql(server.ConnectionString(name) + ";Pooling=false").Options;
        await using var context = new ClientTrackingDbContext(options);
        await context.Database.EnsureCreatedAsync();
        return name;
    }

    private sealed class Contexts(string connectionString, CommitFault fault) : IDbContextFactory<ClientTrackingDbContext>
    {
        private readonly DbContextOptions<ClientTrackingDbContext> _options =
            new DbContextOptionsBuilder<ClientTrackingDbContext>().UseNpgsql(connectionString).AddInterceptors(fault).Options;

        public ClientTrackingDbContext CreateDbContext() => new(_options);
    }
}
