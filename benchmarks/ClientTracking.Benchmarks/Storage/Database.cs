using System.Data.Common;
using ClientTracking.Storage.EfCore;
using ClientTracking.TestServers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>A fresh database with the engine's tables, reached through the engine or by bare ADO.NET.</summary>
internal sealed class Database : IDbContextFactory<ClientTrackingDbContext>, IAsyncDisposable
{
    private static PostgresServer? _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("client-tracking-bench-");
    private readonly PooledDbContextFactory<ClientTrackingDbContext> _contexts; // as AddPooledDbContextFactory gives a host
    private readonly string _connection;

    private Database(bool isPostgres, string connection)
    {
        (IsPostgres, _connection) = (isPostgres, connection.Length > 0 ? connection : $"Data Source={Path.Combine(_folder.FullName, "bench.db")}");
        var builder = new DbContextOptionsBuilder<ClientTrackingDbContext>();
        _contexts = new((isPostgres ? builder.UseNpgsql(_connection) : builder.UseSqlite(_connection)).Options);
        Store = new(this);
    }

    internal bool IsPostgres { get; }

    internal string Name => IsPostgres ? "PostgreSQL" : "SQLite";

    internal EfCoreTrackingStore<ClientTrackingDbContext> Store { get; }

    internal static async Task<Database> CreateAsync(bool isPostgres)
    {
        if (isPostgres) _server ??= await PostgresServer.StartOwnAsync();
        var database = new Database(isPostgres, isPostgres ? _server!.ConnectionString(await _server.CreateDatabaseAsync()) + ";Max Auto Prepare=50;Auto Prepare Min Usages=2" : "");
        await using var context = database.CreateDbContext();
        await context.Database.EnsureCreatedAsync();
        return database;
    }

    public ClientTrackingDbContext CreateDbContext() => _contexts.CreateDbContext();

    /// <summary>An open connection; like Entity Framework's it comes from the pool.</summary>
    internal async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = IsPostgres ? new NpgsqlConnection(_connection) : new SqliteConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }

    internal async Task ExecuteAsync(string statement)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (statement, 600);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
