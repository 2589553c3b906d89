using ClientTracking.Storage;
using ClientTracking.Storage.Mongo;
using ClientTracking.TestServers;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Saving a new subject with six obligations, a number and a journal entry in MongoDB, against the same document by the bare driver.</summary>
/// <remarks>On the protocol stand-in it is the stand-in's time that is measured most; the line says which server it was.</remarks>
internal static class MongoSaveRun
{
    private const int Rounds = 5;
    private const int Times = 100;

    internal static async Task RunAsync()
    {
        var connection = Environment.GetEnvironmentVariable("CLIENTTRACKING_MONGODB");
        var (standIn, unavailable) = connection is null ? await MongoStandIn.StartAsync(standalone: false) : (null, null);
        if (unavailable is not null) Console.WriteLine($"| MongoDB | not measured: {unavailable} | | | |");
        else
        {
            await using var server = standIn;
            var database = MongoTrackingClient.Create(connection ?? standIn!.ConnectionString).GetDatabase($"client_tracking_bench_{Guid.NewGuid():N}");
            await CompareAsync(database, connection is null ? "MongoDB-protocol stand-in on mongomock" : "MongoDB at CLIENTTRACKING_MONGODB");
            await database.Client.DropDatabaseAsync(database.DatabaseNamespace.DatabaseName);
        }
    }

    private static async Task CompareAsync(IMongoDatabase database, string server)
    {
        const int All = (Rounds + 1) * Times;
        var made = new Queue<BsonDocument>(await MakeAsync(database, All));
        using var store = new MongoTrackingStore(database, new() { CollectionPrefix = "ours_" });
        using var same = new MongoTrackingStore(database, new() { CollectionPrefix = "raw_" });
        await store.PrepareAsync();
        await same.PrepareAsync(); // for its indexes
        var raw = database.GetCollection<BsonDocument>("raw_subjects", new() { WriteConcern = WriteConcern.WMajority.With(journal: true) });
        var serial = 0;
        var (mine, bare) = await Figures.MedianAsync(
            Rounds,
            async () =>
            {
                for (var i = 0; i < Times; i++) await SaveAsync(store, ++serial);
            },
            async () =>
            {
                for (var i = 0; i < Times; i++) await raw.InsertOneAsync(made.Dequeue());
            });
        Figures.Print(
            server, "save a subject with six obligations", mine / bare, "≤ 2.5", Figures.Text($"{mine / Times * 1e6:0} µs, raw {bare / Times * 1e6:0} µs"));
    }

    /// <summary>The documents as the engine would write them.</summary>
    private static async Task<List<BsonDocument>> MakeAsync(IMongoDatabase database, int count)
    {
        using var store = new MongoTrackingStore(database, new() { CollectionPrefix = "made_" });
        for (var serial = 1; serial <= count; serial++) await SaveAsync(store, serial);
        return await database.GetCollection<BsonDocument>("made_subjects").Find(new BsonDocument()).ToListAsync();
    }

    private static async Task SaveAsync(MongoTrackingStore store, int serial)
    {
        await using var session = store.OpenSession(Records.Tenant);
        await session.CommitAsync([new SubjectChange(null, Records.Born(Records.Scope("ours"), serial, 6), [])], default);
    }
}
