using ClientTracking.Errors;
using ClientTracking.Storage.Conformance;
using ClientTracking.TestServers;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo.Tests;

/// <summary>
/// The server that CLIENTTRACKING_MONGODB names, or the protocol stand-in, which proves the adapter's logic and not MongoDB's behaviour; where that
/// cannot start, MongoDB in a container.
/// </summary>
public abstract class MongoFixture(bool standalone) : StoreFixture
{
    private readonly string _database = $"client_tracking_{Guid.NewGuid():N}";
    private readonly List<MongoTrackingStore> _hosts = [];
    private MongoStandIn? _server;
    private string? _connection = Environment.GetEnvironmentVariable("CLIENTTRACKING_MONGODB");
    private string? _unavailable;
    private string _description = "MongoDB at CLIENTTRACKING_MONGODB";

    public override string Description => _description;

    public override string? Unavailable => _unavailable;

    internal IMongoDatabase Database => MongoTrackingClient.Create(_connection!).GetDatabase(_database);

    public override async ValueTask InitializeAsync()
    {
        if (_connection is null) await StartAsync();
        await base.InitializeAsync();
    }

    public override Task<ITrackingStore> CreateHostAsync()
    {
        var store = new MongoTrackingStore(Database);
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

    public override async Task<string> DumpAsync()
    {
        var database = Database;
        var found = new List<string>();
        foreach (var name in await (await database.ListCollectionNamesAsync()).ToListAsync())
            foreach (var document in await database.GetCollection<BsonDocument>(name).Find(new BsonDocument()).ToListAsync()) Texts(document, found);
        return string.Join('\n', found);
    }

    private static void Texts(BsonValue value, List<string> found)
    {
        if (value.IsString) found.Add(value.AsString);
        else if (value.IsBsonArray) foreach (var item in value.AsBsonArray) Texts(item, found);
        else if (value.IsBsonDocument)
            foreach (var element in value.AsBsonDocument)
            {
                found.Add(element.Name);
                Texts(element.Value, found);
            }
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null) await _server.DisposeAsync();
        await base.DisposeAsync();
    }

    private void SetOnStep(Action<WriteStep>? onStep)
    {
        lock (_hosts) _hosts.ForEach(host => host.OnStep = onStep);
    }

    private async Task StartAsync()
    {
        var form = standalone ? "standalone" : "replica set";
        (_server, _unavailable) = await MongoStandIn.StartAsync(standalone);
        (_connection, _description) = (_server?.ConnectionString, $"MongoDB-protocol stand-in on mongomock ({form})");
        if (_server is not null || await MongoContainer.ConnectionStringAsync(standalone) is not { } container) return;
        (_connection, _description, _unavailable) = (container, $"MongoDB in a container of {MongoContainer.Image} ({form})", null);
    }

    private sealed class Injection(MongoFixture fixture) : IDisposable
    {
        public void Dispose() => fixture.SetOnStep(null);
    }
}

public sealed class ReplicaSetFixture() : MongoFixture(standalone: false);

public sealed class StandaloneFixture() : MongoFixture(standalone: true);
