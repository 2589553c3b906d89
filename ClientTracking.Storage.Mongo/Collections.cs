using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>The collections, with the guarantees the store relies on set here and nowhere else.</summary>
/// <remarks>
/// Written means written by a majority and journaled: a failover takes back nothing that was reported as committed. Read is from the primary
/// and only what a majority has: a decision never rests on what a failover may take back. A standalone server is a majority of one.
/// Documents are handled as BSON, not by class maps: nothing a host registers globally can change the stored form.
/// </remarks>
internal sealed class Collections
{
    internal Collections(IMongoDatabase database, string prefix)
    {
        var settings = new MongoCollectionSettings
        {
            WriteConcern = WriteConcern.WMajority.With(journal: true),
            ReadConcern = ReadConcern.Majority,
            ReadPreference = ReadPreference.Primary,
        };
        Subjects = database.GetCollection<BsonDocument>(prefix + "subjects", settings);
        Numbers = database.GetCollection<BsonDocument>(prefix + "numbers", settings);
        Log = database.GetCollection<BsonDocument>(prefix + "access_log", settings);
        LogHeads = database.GetCollection<BsonDocument>(prefix + "access_log_heads", settings);
        Counters = database.GetCollection<BsonDocument>(prefix + "counters", settings);
    }

    /// <summary>One document a subject: its state, journal, obligations, numbers, claims and the notices that wait.</summary>
    internal IMongoCollection<BsonDocument> Subjects { get; }

    /// <summary>The number ledger's lines that no subject has: reserved and void.</summary>
    internal IMongoCollection<BsonDocument> Numbers { get; }

    /// <summary>One document an entry of an access log; its id is tenant, subject and sequence.</summary>
    internal IMongoCollection<BsonDocument> Log { get; }

    /// <summary>One document an access log: its head.</summary>
    internal IMongoCollection<BsonDocument> LogHeads { get; }

    /// <summary>One document a scope: the last serial, and who is numbering.</summary>
    internal IMongoCollection<BsonDocument> Counters { get; }
}
