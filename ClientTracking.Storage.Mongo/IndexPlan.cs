using System.Collections.Immutable;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>An index the store needs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">The fields, all ascending.</param>
/// <param name="Unique">Whether it is a fence and not only a short cut.</param>
/// <param name="OnlyWith">
/// The field without which a document is left out. A condition of existence, because the server uses a partial index only for queries that
/// imply its condition, and equality with a value implies existence.
/// </param>
internal sealed record PlannedIndex(string Name, ImmutableArray<string> Fields, bool Unique = false, string? OnlyWith = null)
{
    internal BsonDocument Keys => new(Fields.Select(name => new BsonElement(name, 1)));

    internal BsonDocument? Condition => OnlyWith is null ? null : new(OnlyWith, new BsonDocument("$exists", true));

    internal CreateIndexModel<BsonDocument> Model => new(
        Keys,
        new CreateIndexOptions<BsonDocument> { Name = Name, Unique = Unique ? true : null, PartialFilterExpression = Condition });
}

/// <summary>All indexes, declared in this one place.</summary>
/// <remarks>All begin with the tenant, so the collections can be sharded by it, but those of the outbox and the sweeper, which serve all tenants.</remarks>
internal static class IndexPlan
{
    internal static readonly ImmutableArray<PlannedIndex> Subjects =
    [
        // The fences: whoever writes second gets a duplicate key, in the same atomic write that would have stored everything else.
        new("number_text", [Field.Tenant, "numbers.text"], Unique: true, OnlyWith: "numbers.text"),
        new("number_serial", [Field.Tenant, "numbers.series", "numbers.period", "numbers.serial"], Unique: true, OnlyWith: "numbers.serial"),
        new("claim", [Field.Tenant, Field.Held], Unique: true, OnlyWith: Field.Held),
        new("command", [Field.Tenant, Field.Commands], Unique: true, OnlyWith: Field.Commands),
        new("notice", [Field.Tenant, "outbox.key"], Unique: true, OnlyWith: "outbox.key"),

        new("subject", [Field.Tenant, Field.SubjectPath]),
        new("kind_status", [Field.Tenant, Field.Kind, Field.Status, Field.SubjectPath]),
        new("owner", [Field.Tenant, Field.Owner, Field.Closed, Field.SubjectPath]),
        new("client", [Field.Tenant, Field.Client, Field.SubjectPath]),
        new("number_order", [Field.Tenant, "number.series", "number.period", "number.serial"]),
        new("number_prefix", [Field.Tenant, "number.text"]),
        new("obligation_due", [Field.Tenant, "obligations.status", "obligations.due"]),
        new("obligation_person", [Field.Tenant, "obligations.persons", "obligations.status", "obligations.due"]),
        new("outbox", [Field.OutboxPlace, Field.OutboxFrom], OnlyWith: Field.OutboxFrom),
        new("set_aside", [Field.Tenant, Field.SetAsidePlace], OnlyWith: Field.SetAsidePlace),

        // The sweeper asks for all tenants at once, as the outbox does.
        new("due_from", [Field.DueFrom], OnlyWith: Field.DueFrom),
    ];

    internal static readonly ImmutableArray<PlannedIndex> Numbers =
        [new("ledger", ["_id.tenant", "_id.series", "_id.period", "_id.serial"])];

    internal static readonly ImmutableArray<PlannedIndex> Log = [new("log", ["_id.tenant", "_id.subject", "_id.sequence"])];

    /// <summary>Creates the indexes that are missing; those that are there stay.</summary>
    /// <exception cref="InvalidOperationException">One is there in another form.</exception>
    internal static async Task EnsureAsync(Collections collections, CancellationToken cancellationToken)
    {
        try
        {
            await collections.Subjects.Indexes.CreateManyAsync(Subjects.Select(index => index.Model), cancellationToken).ConfigureAwait(false);
            await collections.Numbers.Indexes.CreateManyAsync(Numbers.Select(index => index.Model), cancellationToken).ConfigureAwait(false);
            await collections.Log.Indexes.CreateManyAsync(Log.Select(index => index.Model), cancellationToken).ConfigureAwait(false);
        }
        catch (MongoCommandException e) when (e.Code is 85 or 86) // IndexOptionsConflict, IndexKeySpecsConflict
        {
            throw new InvalidOperationException($"An index is there in another form: {e.Message}", e);
        }
    }

    /// <summary>Checks that every index is there in the planned form; others are the host's own business.</summary>
    /// <exception cref="InvalidOperationException">One is missing or differs; the message names all of them.</exception>
    internal static async Task VerifyAsync(Collections collections, CancellationToken cancellationToken)
    {
        string[] faults =
        [
            .. await FaultsAsync(collections.Subjects, Subjects, cancellationToken).ConfigureAwait(false),
            .. await FaultsAsync(collections.Numbers, Numbers, cancellationToken).ConfigureAwait(false),
            .. await FaultsAsync(collections.Log, Log, cancellationToken).ConfigureAwait(false),
        ];
        if (faults.Length > 0)
            throw new InvalidOperationException($"Indexes are missing or differ: {string.Join(", ", faults)}. Create them with {nameof(MongoTrackingStore)}.{nameof(MongoTrackingStore.EnsureIndexesAsync)}.");
    }

    private static async Task<IEnumerable<string>> FaultsAsync(
        IMongoCollection<BsonDocument> collection, ImmutableArray<PlannedIndex> plan, CancellationToken cancellationToken)
    {
        using var cursor = await collection.Indexes.ListAsync(cancellationToken).ConfigureAwait(false);
        var there = (await cursor.ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(index => index["name"].AsString);
        return plan.Where(planned => !there.TryGetValue(planned.Name, out var index) || !Same(planned, index))
            .Select(planned => $"{collection.CollectionNamespace.CollectionName}.{planned.Name}");
    }

    private static bool Same(PlannedIndex planned, BsonDocument index) =>
        index["key"].AsBsonDocument.Names.SequenceEqual(planned.Fields)
        && index["key"].AsBsonDocument.Values.All(way => way.ToInt32() == 1)
        && index.GetValue("unique", false).ToBoolean() == planned.Unique
        && index.GetValue("partialFilterExpression", BsonNull.Value) == (planned.Condition ?? (BsonValue)BsonNull.Value)
        && !index.Contains("collation");
}
