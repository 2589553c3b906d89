using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>The access logs.</summary>
/// <remarks>
/// An entry's id is its place, so of two that follow the same one the server keeps the first. The head is moved after it; a process that dies in
/// between leaves an entry whose head is one behind, which whoever looks next moves on, so that it needs no transaction.
/// </remarks>
internal sealed class MongoAccessLogs(MongoTrackingStore store) : IAccessLogStore
{
    private const string Sequence = "sequence";
    private const string Count = "count";
    private const string Digest = "digest";
    private const string Previous = "previous";

    public Task<LogHead?> FindHeadAsync(TenantId tenant, SubjectId subject, CancellationToken cancellationToken) => store.RunAsync(
        async collections =>
        {
            var head = await HeadAsync(collections, tenant, subject, cancellationToken).ConfigureAwait(false);
            var known = head ?? AccessLog.Empty(tenant, subject);
            var next = await collections.Log.Find(Bson.Doc(Field.Id, IdOf(tenant, subject, known.Count + 1)))
                .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (next is null || next[Previous].AsString != known.Digest.Value) return head;
            var entry = Entry(next);
            await MoveAsync(collections, entry).ConfigureAwait(false);
            return entry.Head;
        },
        cancellationToken);

    public Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken) => store.RunAsync(
        async collections =>
        {
            var head = await HeadAsync(collections, entry.Tenant, entry.Subject, cancellationToken).ConfigureAwait(false)
                ?? AccessLog.Empty(entry.Tenant, entry.Subject);
            if (head != new LogHead(entry.Sequence - 1, entry.Previous)) throw new ConcurrencyConflictException(entry.Subject.ToString());
            try
            {
                await collections.Log.InsertOneAsync(Document(entry), cancellationToken: CancellationToken.None).ConfigureAwait(false);
            }
            catch (MongoWriteException e) when (e.WriteError?.Category == ServerErrorCategory.DuplicateKey)
            {
                throw new ConcurrencyConflictException(entry.Subject.ToString(), e);
            }
            await MoveAsync(collections, entry).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public Task<ImmutableArray<AccessEntry>> ReadAsync(
        TenantId tenant, SubjectId subject, long after, int most, CancellationToken cancellationToken) => store.RunAsync(
        async collections =>
        {
            var wanted = new BsonDocument
            {
                { Field.TenantPath, tenant.Value }, { Field.SubjectPath, Bson.Of(subject) }, { "_id.sequence", Bson.Doc("$gt", after) },
            };
            var found = await collections.Log.Find(wanted).Sort(Bson.Doc("_id.sequence", 1)).Limit(most).ToListAsync(cancellationToken).ConfigureAwait(false);
            return found.Select(Entry).ToImmutableArray();
        },
        cancellationToken);

    private static async Task<LogHead?> HeadAsync(Collections collections, TenantId tenant, SubjectId subject, CancellationToken cancellationToken) =>
        await collections.LogHeads.Find(Bson.Doc(Field.Id, SubjectDocument.IdOf(tenant, subject))).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
            is { } head
            ? new LogHead(head[Count].ToInt64(), new(head[Digest].AsString))
            : default(LogHead?);

    /// <summary>Moves the head from the entry before to this one; without effect where somebody else has done it.</summary>
    private static async Task MoveAsync(Collections collections, AccessEntry entry)
    {
        var id = SubjectDocument.IdOf(entry.Tenant, entry.Subject);
        var head = new BsonDocument { { Count, entry.Sequence }, { Digest, entry.Digest.Value } };
        if (entry.Sequence > 1)
        {
            var before = new BsonDocument { { Field.Id, id }, { Count, entry.Sequence - 1 }, { Digest, entry.Previous.Value } };
            await collections.LogHeads.UpdateOneAsync(before, Bson.Doc("$set", head)).ConfigureAwait(false);
            return;
        }
        try
        {
            await collections.LogHeads.InsertOneAsync(new BsonDocument(Field.Id, id).AddRange(head)).ConfigureAwait(false);
        }
        catch (MongoWriteException e) when (e.WriteError?.Category == ServerErrorCategory.DuplicateKey)
        {
        }
    }

    private static BsonDocument IdOf(TenantId tenant, SubjectId subject, long sequence) => SubjectDocument.IdOf(tenant, subject).Add(Sequence, sequence);

    private static BsonDocument Document(AccessEntry entry)
    {
        var document = new BsonDocument
        {
            { Field.Id, IdOf(entry.Tenant, entry.Subject, entry.Sequence) },
            { "person", entry.Decision.Person.Value },
            { "action", (int)entry.Decision.Action },
            { "allowed", entry.Decision.IsAllowed },
            { "rule", entry.Decision.Rule.Value },
            { "code", entry.Decision.Code },
            { Field.At, Bson.Of(entry.Decision.At) },
            { Previous, entry.Previous.Value },
            { Digest, entry.Digest.Value },
        };
        if (entry.Decision.Level is { } level) document.Add("level", (int)level);
        if (entry.KeyId is { } key) document.Add("keyId", key);
        if (entry.Mac is { } mac) document.Add("mac", mac.Value);
        return document;
    }

    private static AccessEntry Entry(BsonDocument document)
    {
        var id = document[Field.Id].AsBsonDocument;
        return new(
            new(id[Field.Tenant].AsString),
            Bson.SubjectId(id[Field.Subject]),
            id[Sequence].ToInt64(),
            new(
                new(document["person"].AsString),
                (AccessAction)document["action"].ToInt32(),
                document["allowed"].AsBoolean,
                new(document["rule"].AsString),
                document["code"].AsString,
                document.TryGetValue("level", out var level) ? (ConfidentialityLevel)level.ToInt32() : null,
                Bson.Instant(document[Field.At])),
            new(document[Previous].AsString),
            document.TextOrNull("keyId"),
            new(document[Digest].AsString),
            document.TextOrNull("mac") is { } mac ? new LogDigest(mac) : null);
    }
}
