using System.Diagnostics;
using ClientTracking.Errors;
using ClientTracking.Storage.Conformance;

namespace ClientTracking.Storage.Mongo.Tests;

/// <summary>The server that CLIENTTRACKING_MONGODB names, or the protocol stand-in, which proves the adapter's logic and not MongoDB's behaviour.</summary>
public abstract class MongoFixture(bool standalone) : StoreFixture
{
    private readonly string _database = $"client_tracking_{Guid.NewGuid():N}";
    private readonly List<MongoTrackingStore> _hosts = [];
    private Process? _server;
    private string? _connection = Environment.GetEnvironmentVariable("CLIENTTRACKING_MONGODB");
    private string? _unavailable;

    public override string Description => _server is null
        ? "MongoDB at CLIENTTRACKING_MONGODB"
        : $"MongoDB-protocol stand-in on mongomock ({(standalone ? "standalone" : "replica set")})";

    public override string? Unavailable => _unavailable;

    public override async ValueTask InitializeAsync()
    {
        if (_connection is null) await StartStandInAsync();
        await base.InitializeAsync();
    }

    public override Task<ITrackingStore> CreateHostAsync()
    {
        var store = new MongoTrackingStore(MongoTrackingClient.Create(_connection!).GetDatabase(_database));
        lock (_hosts) _hosts.Add(store);
        return Task.FromResult<ITrackingStore>(store);
    }

    public override IDisposable FailCommits(CommitFailure where)
    {
        var step = where switch
        {
            CommitFailure.BeforeAnything => WriteStep.CommitBegins,
            CommitFailure.InTheMiddle => WriteStep.CommitChecked,
            _ => WriteStep.CommitEnds,
        };
        var waiting = 1;
        SetOnStep(reached =>
        {
            if (reached == step && Interlocked.Exchange(ref waiting, 0) == 1)
                throw new StorageUnavailableException(new IOException($"Failed at {where}."));
        });
        return new Injection(this);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
        {
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }
        await base.DisposeAsync();
    }

    private void SetOnStep(Action<WriteStep>? onStep)
    {
        lock (_hosts) _hosts.ForEach(host => host.OnStep = onStep);
    }

    private async Task StartStandInAsync()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python))
        {
            _unavailable = $"neither CLIENTTRACKING_MONGODB nor {Python} with python3-mongomock is there";
            return;
        }
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "mongo_standin.py"), .. standalone ? ["--standalone"] : Array.Empty<string>()];
        _server = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await _server.StandardOutput.ReadLineAsync();
        if (line is null || !line.StartsWith("LISTENING ", StringComparison.Ordinal))
        {
            _unavailable = "the MongoDB-protocol stand-in did not start; install python3-mongomock, python3-bson and python3-pymongo";
            return;
        }
        _connection = $"mongodb://127.0.0.1:{line["LISTENING ".Length..]}/{(standalone ? "" : "?replicaSet=rs0")}";
    }

    private sealed class Injection(MongoFixture fixture) : IDisposable
    {
        public void Dispose() => fixture.SetOnStep(null);
    }
}

public sealed class ReplicaSetFixture() : MongoFixture(standalone: false);

public sealed class StandaloneFixture() : MongoFixture(standalone: true);
