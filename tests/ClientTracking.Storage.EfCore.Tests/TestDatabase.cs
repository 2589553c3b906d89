using ClientTracking.TestServers;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>An empty database of one test class, on whichever product.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>Makes it; where the server is absent the test is skipped with the reason, or fails where servers are asked for.</summary>
    public abstract Task CreateAsync();

    public abstract ValueTask DisposeAsync();

    internal DbContextOptions<TContext> Options<TContext>() where TContext : DbContext => Builder<TContext>().Options;

    internal abstract DbContextOptionsBuilder<TContext> Builder<TContext>() where TContext : DbContext;
}

public sealed class SqliteDatabase : TestDatabase
{
    private readonly SqliteFile _file = new();

    public override Task CreateAsync() => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    internal override DbContextOptionsBuilder<TContext> Builder<TContext>() => new DbContextOptionsBuilder<TContext>().UseSqlite(_file.ConnectionString);
}

public sealed class PostgresDatabase : TestDatabase
{
    private PostgresServer? _server;
    private string? _name;

    internal string ConnectionString => _server!.ConnectionString(_name!);

    public override async Task CreateAsync()
    {
        Servers.RequireOrSkip("PostgreSQL", PostgresServer.Unavailable);
        _server = await PostgresServer.SharedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(_server.Description);
        _name = await _server.CreateDatabaseAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_name is not null) await _server!.DropDatabaseAsync(_name);
    }

    internal override DbContextOptionsBuilder<TContext> Builder<TContext>() => new DbContextOptionsBuilder<TContext>().UseNpgsql(ConnectionString);
}

/// <summary>What an absent server means for a test that is no suite.</summary>
internal static class Servers
{
    internal static void RequireOrSkip(string product, string? unavailable)
    {
        if (unavailable is null) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CLIENTTRACKING_REQUIRE_SERVERS") == "1", unavailable);
        Assert.Fail($"CLIENTTRACKING_REQUIRE_SERVERS=1 asks for {product}: {unavailable}");
    }
}
