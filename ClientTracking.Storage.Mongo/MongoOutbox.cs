using System.Collections.Immutable;
using MongoDB.Bson;
using MongoDB.Driver;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>The outbox that stands in the subjects' documents. Every change of it replaces the lines of one subject, if nobody changed them since.</summary>
internal sealed class MongoOutbox(MongoTrackingStore store) : IOutbox
{
    private static readonly BsonDocument LinesOnly = new() { { Field.Outbox, 1 }, { Field.OutboxRevision, 1 } };

    public Task<ImmutableArray<OutboxMessage>> LeaseAsync(string owner, Instant now, Instant until, int most, CancellationToken cancellationToken) =>
        store.RunAsync(
            async collections =>
            {
                while (true)
                {
                    var waiting = await collections.Subjects
                        .Find(Bson.Doc(Field.OutboxFrom, Bson.Doc("$lte", Bson.Of(now))))
                        .Sort(Bson.Doc(Field.OutboxPlace, 1)).Limit(most).Project(LinesOnly)
                        .ToListAsync(cancellationToken).ConfigureAwait(false);
                    var due = Lines(waiting).Where(row => OutboxLines.IsDue(row.Line, now)).Take(most).ToList();
                    if (due.Count == 0) return [];
                    foreach (var (_, line) in due) OutboxLines.Lease(line, owner, until);
                    var lost = new HashSet<BsonValue>();
                    foreach (var document in due.Select(row => row.Document).DistinctBy(document => document[Field.Id]))
                        if (!await ReplaceAsync(collections, document, cancellationToken).ConfigureAwait(false))
                            lost.Add(document[Field.Id]);
                    var leased = due.Where(row => !lost.Contains(row.Document[Field.Id])).Select(row => OutboxLines.Message(row.Line)).ToImmutableArray();
                    // Where others were faster everywhere, they got on; there may be more.
                    if (leased.Length > 0) return leased;
                }
            },
            cancellationToken);

    public Task DeliveredAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        SettleAsync(message, OutboxLines.IsLeasedAs, (lines, line) => lines.Remove(line), cancellationToken);

    public Task FailedAsync(OutboxMessage message, string reason, Instant? retryAt, CancellationToken cancellationToken) =>
        SettleAsync(message, OutboxLines.IsLeasedAs, (_, line) => OutboxLines.Fail(line, reason, retryAt), cancellationToken);

    public Task<bool> RequeueAsync(OutboxMessage message, Instant from, CancellationToken cancellationToken) =>
        SettleAsync(message, OutboxLines.IsSetAsideAs, (_, line) => OutboxLines.Requeue(line, from), cancellationToken);

    public Task<ImmutableArray<OutboxMessage>> SetAsideAsync(TenantId tenant, int most, CancellationToken cancellationToken) => store.RunAsync(
        async collections =>
        {
            // A subject's oldest line is not younger than any other of its lines, so the first subjects have the first lines.
            var subjects = await collections.Subjects
                .Find(new BsonDocument { { Field.Tenant, tenant.Value }, { Field.SetAsidePlace, Bson.Doc("$exists", true) } })
                .Sort(Bson.Doc(Field.SetAsidePlace, 1)).Limit(most).Project(LinesOnly)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return Lines(subjects).Where(row => row.Line[Field.SetAside].AsBoolean).Take(most).Select(row => OutboxLines.Message(row.Line)).ToImmutableArray();
        },
        cancellationToken);

    /// <summary>All lines, oldest first; the sort is stable, so the lines of one commit stay in their order.</summary>
    private static IEnumerable<(BsonDocument Document, BsonDocument Line)> Lines(IEnumerable<BsonDocument> documents) =>
        from row in documents.SelectMany(document => document.Documents(Field.Outbox).Select(line => (Document: document, Line: line)))
        orderby row.Line[Field.Place]
        select row;

    /// <summary>Changes the line of a message that is as expected; false: it is not, because somebody else has the notice now, or has delivered it.</summary>
    private Task<bool> SettleAsync(
        OutboxMessage message,
        Func<BsonDocument, OutboxMessage, bool> isExpected,
        Action<BsonArray, BsonDocument> settle,
        CancellationToken cancellationToken) => store.RunAsync(
        async collections =>
        {
            var id = SubjectDocument.IdOf(message.Notice.Tenant, message.Notice.Subject);
            while (true)
            {
                var document = await collections.Subjects.Find(Bson.Doc(Field.Id, id)).Project(LinesOnly)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                var line = document?.Documents(Field.Outbox).FirstOrDefault(line => isExpected(line, message));
                if (line is null) return false;
                settle(document![Field.Outbox].AsBsonArray, line);
                if (await ReplaceAsync(collections, document, cancellationToken).ConfigureAwait(false)) return true;
            }
        },
        cancellationToken);

    /// <summary>Replaces the lines as they were changed here, unless a commit or another deliverer has changed them since they were read.</summary>
    private static async Task<bool> ReplaceAsync(Collections collections, BsonDocument document, CancellationToken cancellationToken)
    {
        var lines = document[Field.Outbox].AsBsonArray;
        var revision = document[Field.OutboxRevision].ToInt64();
        var summary = OutboxLines.Summary(lines);
        var gone = new[] { Field.OutboxFrom, Field.OutboxPlace, Field.SetAsidePlace }.Where(field => !summary.Contains(field));
        var update = Bson.Doc("$set", summary.Add(Field.Outbox, lines).Add(Field.OutboxRevision, revision + 1))
            .Add("$unset", new BsonDocument(gone.Select(field => new BsonElement(field, ""))));
        if (update["$unset"].AsBsonDocument.ElementCount == 0) update.Remove("$unset");
        var result = await collections.Subjects.UpdateOneAsync(
            new BsonDocument { { Field.Id, document[Field.Id] }, { Field.OutboxRevision, revision } }, update, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return result.MatchedCount == 1;
    }
}
