using System.Diagnostics;

namespace ClientTracking.TestServers;

/// <summary>The MongoDB-protocol stand-in of tests/tools, which proves the adapter's logic and not MongoDB's behaviour; it ends with this process.</summary>
public sealed class MongoStandIn : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    private MongoStandIn(Process process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts one.</summary>
    /// <param name="standalone">Without transactions and retryable writes; otherwise it plays the primary of a replica set.</param>
    /// <returns>The server, or why there is none.</returns>
    public static async Task<(MongoStandIn? Server, string? Unavailable)> StartAsync(bool standalone)
    {
        if (!File.Exists(Python)) return (null, $"neither CLIENTTRACKING_MONGODB nor {Python} with python3-mongomock is there");
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "mongo_standin.py"), .. standalone ? ["--standalone"] : Array.Empty<string>()];
        var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        if (line is null || !line.StartsWith("LISTENING ", StringComparison.Ordinal))
            return (null, "the MongoDB-protocol stand-in did not start; install python3-mongomock, python3-bson and python3-pymongo");
        return (new(process, $"mongodb://127.0.0.1:{line["LISTENING ".Length..]}/{(standalone ? "" : "?replicaSet=rs0")}"), null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
