using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Subjects;
using MongoDB.Bson;

namespace ClientTracking.Storage.Mongo;

/// <summary>A record as its document and back.</summary>
internal static class SubjectDocument
{
    /// <summary>What is only ever searched or settled in the store, and never read back with a record.</summary>
    internal static readonly BsonDocument RecordOnly =
        new() { { Field.Outbox, 0 }, { Field.Held, 0 }, { Field.Access, 0 }, { Field.Commands, 0 }, { Field.Numbers, 0 } };

    internal static BsonDocument IdOf(TenantId tenant, SubjectId subject) =>
        new() { { Field.Tenant, tenant.Value }, { Field.Subject, Bson.Of(subject) } };

    internal static BsonDocument Of(Claim claim) => new() { { Field.Scope, claim.Scope }, { Field.Key, claim.Key } };

    internal static BsonDocument Of(DocumentNumber number) => new()
    {
        { Field.Series, number.Scope.Series },
        { Field.Period, number.Scope.Period },
        { Field.Serial, number.Serial },
        { Field.Text, number.Text },
        { Field.Bare, number.Bare },
    };

    /// <summary>The fields that every save replaces; a null stands for a field that must not be there.</summary>
    internal static IEnumerable<(string Name, BsonValue? Value)> Head(SubjectRecord record) =>
    [
        (Field.Version, record.Version),
        (Field.SchemaVersion, record.SchemaVersion),
        (Field.Regulation, record.Regulation),
        (Field.RegulationVersion, record.RegulationVersion),
        (Field.Status, record.Search.Status),
        (Field.Grade, record.Search.Grade?.ToString()),
        (Field.Owner, record.Search.Owner?.Value),
        (Field.Client, record.Search.Client),
        (Field.Closed, record.Search.Closed),
        (Field.Claims, Bson.Array(record.Search.Claims.Select(Of))),
        (Field.Participants, record.Search.Participants is { } people ? Bson.Array(people.Select(person => (BsonValue)person.Value)) : null),
        (Field.Access, AccessDocument.Of(record.Access)),
        (Field.Number, record.Number is null ? null : Of(record.Number)),
        (Field.DueFrom, record.DueFrom?.ToUnixTimeMilliseconds()),
        (Field.State, BsonJson.Parse(record.State)),
        (Field.Obligations, Bson.Array(record.Obligations.Select(Of))),
    ];

    /// <summary>An obligation, with everybody who owes it by name in one list, so that one index finds them.</summary>
    private static BsonDocument Of(Obligation obligation)
    {
        var document = BsonJson.Parse(RecordJson.Write(obligation), "due", "closedAt", "judgedAt");
        document[Field.Persons] = new BsonArray(new[] { obligation.Assignee, obligation.Partner?.Person }.OfType<PersonId>().Select(person => person.Value));
        return document;
    }

    /// <summary>A journal entry; its event, which is JSON within JSON there, becomes BSON within BSON.</summary>
    internal static BsonDocument Of(JournalEntry entry)
    {
        var document = BsonJson.Parse(RecordJson.Write(entry), "at", "recordedAt");
        if (entry.Event is not null) document["event"] = BsonJson.Parse(entry.Event);
        return document;
    }

    internal static SubjectRecord Read(BsonDocument document)
    {
        ImmutableArray<JournalEntry> journal = [.. document.Documents(Field.Journal).Select(Entry)];
        return new()
        {
            Id = Bson.SubjectId(document[Field.Id][Field.Subject]),
            Kind = new(document[Field.Kind].AsString),
            Version = document[Field.Version].ToInt64(),
            SchemaVersion = document[Field.SchemaVersion].ToInt32(),
            Regulation = document[Field.Regulation].AsString,
            RegulationVersion = document[Field.RegulationVersion].ToInt32(),
            State = BsonJson.Write(document[Field.State]),
            Search = new(document[Field.Status].AsString)
            {
                Grade = document.TextOrNull(Field.Grade) is { } grade ? Enum.Parse<PriorityGrade>(grade) : null,
                Owner = document.TextOrNull(Field.Owner) is { } owner ? new PersonId(owner) : null,
                Client = document.TextOrNull(Field.Client),
                Closed = document[Field.Closed].AsBoolean,
                Claims = [.. document.Documents(Field.Claims).Select(claim => new Claim(claim[Field.Scope].AsString, claim[Field.Key].AsString))],
                Participants = document.TryGetValue(Field.Participants, out var people)
                    ? [.. people.AsBsonArray.Select(person => new PersonId(person.AsString))] : null,
            },
            Number = document.TryGetValue(Field.Number, out var number) ? Number(number.AsBsonDocument) : null,
            Obligations = [.. document.Documents(Field.Obligations).Select(obligation => RecordJson.ReadObligation(BsonJson.Write(obligation)))],
            Journal = journal,
            Secrecy = SubjectRecord.SecrecyOf(journal),
        };
    }

    internal static DocumentNumber Number(BsonDocument number) => new(
        new(number[Field.Series].AsString, number[Field.Period].AsString),
        number[Field.Serial].ToInt64(),
        number[Field.Text].AsString,
        number[Field.Bare].AsString);

    private static JournalEntry Entry(BsonDocument document)
    {
        if (document.TryGetValue("event", out var happened)) document["event"] = BsonJson.Write(happened);
        return RecordJson.ReadEntry(BsonJson.Write(document));
    }
}
