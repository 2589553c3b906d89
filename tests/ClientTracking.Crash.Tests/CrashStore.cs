using ClientTracking.CrashHost;
using ClientTracking.Storage;
using ClientTracking.TestServers;

namespace ClientTracking.Crash.Tests;

/// <summary>A database that several processes use.</summary>
public abstract class CrashStore : IAsyncLifetime
{
    /// <summary>How the host program calls the store.</summary>
    public abstract string Product { get; }

    /// <summary>How it connects.</summary>
    public string Connection { get; protected set; } = "";

    /// <summary>Which server it is; written to the log of every test.</summary>
    public abstract string Description { get; }

    /// <summary>Why it is not there; null: it is.</summary>
    public abstract string? Unavailable { get; }

    internal ITrackingStore Open()
    {
        if (Unavailable is { } reason)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CLIENTTRACKING_REQUIRE_SERVERS") == "1", reason);
            Assert.Fail($"CLIENTTRACKING_REQUIRE_SERVERS=1 asks for {Product}: {reason}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(Description);
        return Stores.Open(Product, Connection);
    }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();
}

public sealed class SqliteCrashStore : CrashStore
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("client-tracking-crash-");

    public override string Product => "sqlite";

    public override string Description => "a SQLite file (WAL)";

    public override string? Unavailable => null;

    public override async ValueTask InitializeAsync()
    {
        Connection = $"Data Source={Path.Combine(_folder.FullName, "tracking.db")}";
        await using var context = await Stores.Contexts(Product, Connection).CreateDbContextAsync();
        await context.Database.EnsureCreatedAsync();
    }

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgresCrashStore : CrashStore
{
    private PostgresServer? _server;

    public override string Product => "postgres";

    public override string Description => _server?.Description ?? "PostgreSQL";

    public override string? Unavailable => PostgresCluster.Programs is null ? "the programs of PostgreSQL (Debian: postgresql) are not there" : null;

    internal PostgresCluster Cluster => _server!.Cluster!;

    public override async ValueTask InitializeAsync()
    {
        if (Unavailable is not null) return;
        _server = await PostgresServer.StartOwnAsync();
        Connection = _server.ConnectionString(await _server.CreateDatabaseAsync());
        await using var context = await Stores.Contexts(Product, Connection).CreateDbContextAsync();
        await context.Database.EnsureCreatedAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await Cluster.DisposeAsync();
    }
}

public sealed class MongoCrashStore : CrashStore
{
    private MongoStandIn? _server;
    private string? _unavailable;

    public override string Product => "mongo";

    public override string Description =>
        _server is null ? "MongoDB at CLIENTTRACKING_MONGODB" : "MongoDB-protocol stand-in on mongomock (replica set); what is killed is the host, not the server";

    public override string? Unavailable => _unavailable;

    public override async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("CLIENTTRACKING_MONGODB") is { } given) Connection = given;
        else
        {
            (_server, _unavailable) = await MongoStandIn.StartAsync(standalone: false);
            Connection = _server?.ConnectionString ?? "";
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
