using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Subjects;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>A commit that writes anew what its document holds already (<see cref="SubjectChange.Rewrites"/>); one write, as every commit.</summary>
internal sealed class SubjectRewrite(TenantId tenant, SubjectChange change)
{
    private static readonly BsonDocument Grown = new() { { Field.Outbox, 1 }, { Field.OutboxRevision, 1 }, { Field.Held, 1 }, { Field.Commands, 1 }, { Field.Version, 1 } };

    private readonly BsonDocument _id = SubjectDocument.IdOf(tenant, change.After.Id);
    private readonly ImmutableDictionary<string, Notice> _notices = change.Rewrites!.Notices.ToImmutableDictionary(notice => notice.Key);

    /// <exception cref="ConcurrencyConflictException">The version is not the one read.</exception>
    /// <exception cref="ClaimTakenException">Another subject holds a claim that one is renamed to.</exception>
    internal async Task RunAsync(IMongoCollection<BsonDocument> subjects)
    {
        while (true)
        {
            var stored = await subjects.WithReadConcern(ReadConcern.Local).Find(Bson.Doc(Field.Id, _id)).Project(Grown).FirstOrDefaultAsync().ConfigureAwait(false);
            if (stored is null || stored[Field.Version].ToInt64() != change.ExpectedVersion || Carried(stored).Intersect(Commands).Any()) throw Conflict();
            try
            {
                if ((await subjects.UpdateOneAsync(Unchanged(stored), Update(stored), cancellationToken: CancellationToken.None).ConfigureAwait(false)).MatchedCount == 1)
                    return;
                // Either somebody else has committed, which the next look finds, or a notice was leased or settled meanwhile.
            }
            catch (MongoWriteException e) when (e.WriteError?.Category == ServerErrorCategory.DuplicateKey)
            {
                var (scope, key) = change.Rewrites!.Claims.IsEmpty ? default : change.Rewrites.Claims[0].To;
                throw scope is null ? Conflict(e) : new ClaimTakenException(scope, key);
            }
        }
    }

    /// <summary>The version read, and the outbox as it was looked at: its lease state belongs to the deliverers.</summary>
    private BsonDocument Unchanged(BsonDocument stored) => new()
    {
        { Field.Id, _id },
        { Field.Version, change.ExpectedVersion },
        { Field.OutboxRevision, stored.TryGetValue(Field.OutboxRevision, out var revision) ? revision : Bson.Doc("$exists", false) },
    };

    private BsonDocument Update(BsonDocument stored)
    {
        var lines = Bson.Array(stored.Documents(Field.Outbox).Select(Rewritten).Concat(OutboxLines.Of(change.Notices)));
        var summary = OutboxLines.Summary(lines);
        var head = SubjectDocument.Head(change.After).ToLookup(part => part.Value is not null);
        var set = new BsonDocument(head[true].Select(part => new BsonElement(part.Name, part.Value!)))
            .Add(Field.Journal, Bson.Array(change.After.Journal.Select(SubjectDocument.Of)))
            .AddRange(summary).Add(Field.Outbox, lines)
            .Add(Field.OutboxRevision, (stored.TryGetValue(Field.OutboxRevision, out var revision) ? revision.ToInt64() : 0) + 1);
        var held = Held(stored);
        if (held.Count > 0) set.Add(Field.Held, held);
        if (Commands.Count > 0) set.Add(Field.Commands, Bson.Array(Carried(stored).Concat(Commands)));
        var gone = head[false].Select(part => part.Name)
            .Concat(new[] { Field.OutboxFrom, Field.OutboxPlace, Field.SetAsidePlace }.Where(field => !summary.Contains(field)));
        var update = Bson.Doc("$set", set);
        var unset = new BsonDocument(gone.Select(name => new BsonElement(name, "")));
        return unset.ElementCount == 0 ? update : update.Add("$unset", unset);
    }

    private static BsonArray Carried(BsonDocument stored) => stored.GetValue(Field.Commands, new BsonArray()).AsBsonArray;

    private BsonArray Commands => Bson.Array(change.NewEntries.Select(entry => entry.Command).OfType<CommandId>().Select(id => (BsonValue)id.Value));

    private BsonDocument Rewritten(BsonDocument line)
    {
        if (!_notices.TryGetValue(line[Field.Key].AsString, out var notice)) return line;
        line[Field.Notice] = BsonJson.Parse(RecordJson.Write(notice));
        line.Remove(Field.LastFailure);
        return line;
    }

    private BsonArray Held(BsonDocument stored)
    {
        var former = change.Rewrites!.Claims.Select(renamed => SubjectDocument.Of(renamed.From)).ToHashSet();
        return Bson.Array(stored.Documents(Field.Held).Where(claim => !former.Contains(claim))
            .Concat(change.Rewrites.Claims.Select(renamed => SubjectDocument.Of(renamed.To)))
            .Concat(change.After.Search.Claims.Select(SubjectDocument.Of)).Distinct());
    }

    private ConcurrencyConflictException Conflict(Exception? inner = null) => new(change.After.Number?.Text ?? change.After.Id.ToString(), inner);
}
