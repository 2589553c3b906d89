using Npgsql;

namespace ClientTracking.TestServers;

/// <summary>
/// The PostgreSQL that tests and benchmarks use: the server that CLIENTTRACKING_POSTGRES names, a private cluster of this process, or a container.
/// </summary>
public sealed class PostgresServer
{
    /// <summary>The environment variable with the connection string of a server on which databases may be created.</summary>
    public const string Variable = "CLIENTTRACKING_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> TheShared = new(StartSharedAsync);
    private readonly string _connection;

    private PostgresServer(string connection, string description, PostgresCluster? cluster) =>
        (_connection, Description, Cluster) = (connection, description, cluster);

    /// <summary>Which server it is, for the log of every test.</summary>
    public string Description { get; }

    /// <summary>The cluster, where this process has started it.</summary>
    public PostgresCluster? Cluster { get; }

    /// <summary>Why there is none; null: there is one.</summary>
    public static string? Unavailable =>
        Environment.GetEnvironmentVariable(Variable) is not null || PostgresCluster.Programs is not null || Container.IsPossible
            ? null
            : $"neither {Variable} nor the programs of PostgreSQL (Debian: postgresql) nor Docker are there";

    /// <summary>The server all tests of this process share; started when first asked for.</summary>
    public static Task<PostgresServer> SharedAsync() => TheShared.Value;

    /// <summary>A cluster that nobody else uses, so that it can be stopped in the middle; with fsync, because what it promises is tested.</summary>
    public static async Task<PostgresServer> StartOwnAsync() => await OfAsync(await PostgresCluster.StartAsync(durable: true));

    /// <summary>The connection string of a database.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(_connection) { Database = database }.ConnectionString;

    /// <summary>A new database with a name of its own, copied from a template where one is named.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"client_tracking_{Guid.NewGuid():N}";
        await ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    /// <summary>Drops a database, whoever is still connected.</summary>
    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static async Task<PostgresServer> StartSharedAsync() =>
        Environment.GetEnvironmentVariable(Variable) is { } given
            ? new(given, $"PostgreSQL {await VersionAsync(given)} at {Variable}", null)
            : PostgresCluster.Programs is not null ? await OfAsync(await PostgresCluster.StartAsync(durable: false))
            : await StartContainerAsync();

    /// <summary>As the private cluster is. The image listens at its port only once its databases are made; until then connecting fails.</summary>
    private static async Task<PostgresServer> StartContainerAsync()
    {
        const string Image = "postgres:15";
        var container = await Container.StartAsync(
            5432, "--env", "POSTGRES_HOST_AUTH_METHOD=trust", "--env", "POSTGRES_INITDB_ARGS=--locale=C.UTF-8 --locale-provider=icu --icu-locale=zh",
            Image, "-c", "max_connections=400", "-c", "fsync=off");
        var address = new Uri($"tcp://{container.Address}");
        var connection = $"Host={address.Host};Port={address.Port};Username=postgres;Database=postgres;Maximum Pool Size=200;Timeout=5";
        for (var attempt = 1; ; attempt++)
            try
            {
                return new(connection, $"PostgreSQL {await VersionAsync(connection)} in a container of {Image}, fsync off", null);
            }
            catch (NpgsqlException) when (attempt < 120)
            {
                await Task.Delay(500);
            }
    }

    private static async Task<PostgresServer> OfAsync(PostgresCluster cluster) => new(
        cluster.ConnectionString,
        $"PostgreSQL {await VersionAsync(cluster.ConnectionString)}, a private cluster with the collation of ICU zh{(cluster.IsDurable ? "" : ", fsync off")}",
        cluster);

    private static async Task<string> VersionAsync(string connection)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        return open.PostgreSqlVersion.ToString(2);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(statement, open);
        await command.ExecuteNonQueryAsync();
    }
}
