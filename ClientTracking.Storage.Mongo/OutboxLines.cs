using System.Collections.Immutable;
using ClientTracking.Subjects;
using MongoDB.Bson;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>The notices of one subject that are not delivered: the lines of its embedded outbox, in the order of their commits.</summary>
internal static class OutboxLines
{
    /// <summary>Before every instant a host can be at: a new line may be leased at once.</summary>
    private static readonly BsonDateTime AtOnce = new(0);

    /// <summary>
    /// The lines of a commit. Their place in the queue of all subjects is an object id, which grows with the commits of a host, and among hosts
    /// as far as their clocks agree; among the notices of one subject the order of the array is the truth.
    /// </summary>
    internal static BsonArray Of(ImmutableArray<Notice> notices)
    {
        var place = ObjectId.GenerateNewId();
        return Bson.Array(notices.Select(notice => new BsonDocument
        {
            { Field.Key, notice.Key },
            { Field.Place, place },
            { Field.FreeFrom, AtOnce },
            { Field.Attempts, 0 },
            { Field.SetAside, false },
            { Field.Notice, BsonJson.Parse(RecordJson.Write(notice)) },
        }));
    }

    /// <summary>What the queue knows of a subject without looking into its lines; a field is absent where no line stands behind it.</summary>
    internal static BsonDocument Summary(BsonArray lines)
    {
        var byFate = lines.Select(line => line.AsBsonDocument).ToLookup(line => line[Field.SetAside].AsBoolean);
        var summary = new BsonDocument();
        if (byFate[false].Any())
            summary.Add(Field.OutboxFrom, byFate[false].Min(line => line[Field.FreeFrom])).Add(Field.OutboxPlace, byFate[false].Min(line => line[Field.Place]));
        if (byFate[true].Any()) summary.Add(Field.SetAsidePlace, byFate[true].Min(line => line[Field.Place]));
        return summary;
    }

    internal static bool IsDue(BsonDocument line, Instant now) => !line[Field.SetAside].AsBoolean && line[Field.FreeFrom] <= Bson.Of(now);

    internal static bool IsLeasedAs(BsonDocument line, OutboxMessage message) =>
        !line[Field.SetAside].AsBoolean && line[Field.Key] == message.Notice.Key && line.TextOrNull(Field.LeasedBy) == message.LeasedBy;

    internal static bool IsSetAsideAs(BsonDocument line, OutboxMessage message) => line[Field.SetAside].AsBoolean && line[Field.Key] == message.Notice.Key;

    internal static void Requeue(BsonDocument line, Instant from)
    {
        line[Field.SetAside] = false;
        line[Field.Attempts] = 0;
        line[Field.FreeFrom] = Bson.Of(from);
    }

    internal static void Lease(BsonDocument line, string owner, Instant until)
    {
        line[Field.LeasedBy] = owner;
        line[Field.FreeFrom] = Bson.Of(until);
    }

    internal static void Fail(BsonDocument line, string reason, Instant? retryAt)
    {
        line.Remove(Field.LeasedBy);
        line[Field.Attempts] = line[Field.Attempts].ToInt32() + 1;
        line[Field.LastFailure] = reason;
        if (retryAt is { } again) line[Field.FreeFrom] = Bson.Of(again);
        else line[Field.SetAside] = true;
    }

    internal static OutboxMessage Message(BsonDocument line) => new(
        RecordJson.ReadNotice(BsonJson.Write(line[Field.Notice])),
        line.TextOrNull(Field.LeasedBy) ?? "",
        line[Field.Attempts].ToInt32(),
        line.TextOrNull(Field.LastFailure));
}
