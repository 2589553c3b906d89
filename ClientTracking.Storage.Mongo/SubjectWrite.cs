using ClientTracking.Errors;
using ClientTracking.Subjects;
using MongoDB.Bson;
using MongoDB.Driver;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>The one atomic write that is a commit: everything of a change goes into one document, and the unique indexes fence it.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="change">The change.</param>
/// <param name="numberedAt">The instant the ledger notes for the number the change brings.</param>
internal sealed class SubjectWrite(TenantId tenant, SubjectChange change, Instant? numberedAt)
{
    private readonly BsonDocument _id = SubjectDocument.IdOf(tenant, change.After.Id);

    /// <summary>Whether the change gives the subject a number it did not have.</summary>
    internal static bool BringsNumber(SubjectChange change) => change.After.Number is { } number && number != change.Before?.Number;

    /// <exception cref="ConcurrencyConflictException">A version is not the one read, or something unique is taken.</exception>
    /// <exception cref="ClaimTakenException">Another subject holds one of the claims.</exception>
    internal async Task RunAsync(IMongoCollection<BsonDocument> subjects)
    {
        if (change.Notices.Select(notice => notice.Key).Distinct(StringComparer.Ordinal).Count() < change.Notices.Length) throw Conflict();
        try
        {
            if (change.ExpectedVersion == 0)
                await subjects.InsertOneAsync(Document, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            else if ((await subjects.UpdateOneAsync(Unchanged, Update, cancellationToken: CancellationToken.None).ConfigureAwait(false)).MatchedCount == 0)
                throw Conflict();
        }
        catch (MongoWriteException e) when (e.WriteError?.Category == ServerErrorCategory.DuplicateKey)
        {
            if (change.ExpectedVersion > 0 || !await ExistsAsync(subjects, Bson.Doc(Field.Id, _id)).ConfigureAwait(false))
                foreach (var claim in change.After.Search.Claims)
                    if (await ExistsAsync(subjects, HeldByAnother(claim)).ConfigureAwait(false))
                        throw new ClaimTakenException(claim.Scope, claim.Key);
            throw Conflict(e);
        }
    }

    private BsonDocument Document
    {
        get
        {
            var document = new BsonDocument { { Field.Id, _id }, { Field.Tenant, tenant.Value }, { Field.Kind, change.After.Kind.Value } };
            foreach (var (name, value) in SubjectDocument.Head(change.After))
                if (value is not null) document.Add(name, value);
            foreach (var (name, values) in Growth) document.Add(name, values);
            if (change.Notices.Length > 0) document.AddRange(OutboxLines.Summary(Lines)).Add(Field.OutboxRevision, 1L);
            return document;
        }
    }

    /// <summary>The version read, and nothing unique repeated: a unique index does not compare the elements of one and the same document.</summary>
    private BsonDocument Unchanged => new()
    {
        { Field.Id, _id },
        { Field.Version, change.ExpectedVersion },
        { Field.Commands, new BsonDocument("$nin", Commands) },
        { "outbox.key", new BsonDocument("$nin", Bson.Array(change.Notices.Select(notice => (BsonValue)notice.Key))) },
        { "numbers.text", new BsonDocument("$nin", Bson.Array(Numbers.Select(number => number[Field.Text]))) },
    };

    private BsonDocument Update
    {
        get
        {
            var head = SubjectDocument.Head(change.After).ToLookup(part => part.Value is not null);
            var update = new BsonDocument("$set", new BsonDocument(head[true].Select(part => new BsonElement(part.Name, part.Value!))));
            var gone = new BsonDocument(head[false].Select(part => new BsonElement(part.Name, "")));
            var growth = Growth.ToLookup(part => part.Name == Field.Held);
            if (gone.ElementCount > 0) update.Add("$unset", gone);
            // The outbox is added to and never replaced: its lease state belongs to the deliverers.
            if (growth[false].Any()) update.Add("$push", Each(growth[false]));
            if (growth[true].Any()) update.Add("$addToSet", Each(growth[true]));
            if (change.Notices.Length == 0) return update;
            update.Add("$inc", Bson.Doc(Field.OutboxRevision, 1L));
            return update.Add("$min", OutboxLines.Summary(Lines));
        }
    }

    /// <summary>The arrays that only ever grow by a commit; none of them is empty.</summary>
    private IEnumerable<(string Name, BsonArray Values)> Growth => new[]
    {
        (Field.Journal, Bson.Array(change.NewEntries.Select(SubjectDocument.Of))),
        (Field.Commands, Commands),
        (Field.Held, Bson.Array(change.After.Search.Claims.Distinct().Select(SubjectDocument.Of))),
        (Field.Numbers, Numbers),
        (Field.Outbox, Lines),
    }.Where(part => part.Item2.Count > 0);

    private BsonArray Commands => Bson.Array(change.NewEntries.Select(entry => entry.Command).OfType<CommandId>().Select(id => (BsonValue)id.Value));

    private BsonArray Numbers => BringsNumber(change)
        ? [SubjectDocument.Of(change.After.Number!).Add(Field.At, Bson.Of(numberedAt!.Value))]
        : [];

    private BsonArray Lines { get; } = OutboxLines.Of(change.Notices);

    private BsonDocument HeldByAnother(Claim claim) => new()
    {
        { Field.Tenant, tenant.Value }, { Field.Held, SubjectDocument.Of(claim) }, { Field.Id, Bson.Doc("$ne", _id) },
    };

    /// <summary>What stood in the way need not be known to a majority yet, so this one question asks the primary alone.</summary>
    private static Task<bool> ExistsAsync(IMongoCollection<BsonDocument> subjects, BsonDocument filter) =>
        subjects.WithReadConcern(ReadConcern.Local).Find(filter).AnyAsync();

    private ConcurrencyConflictException Conflict(Exception? inner = null) =>
        new(change.After.Number?.Text ?? change.After.Id.ToString(), inner);

    private static BsonDocument Each(IEnumerable<(string Name, BsonArray Values)> fields) =>
        new(fields.Select(part => new BsonElement(part.Name, Bson.Doc("$each", part.Values))));
}
