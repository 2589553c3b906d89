using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Subjects;
using MongoDB.Bson;
using MongoDB.Driver;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>Obligation queries: the subjects that have one that is wanted, their obligations one by one, those that are wanted, in order.</summary>
internal static class ObligationRows
{
    private const string ByDue = "due";
    private const string Due = "due";

    internal static async Task<Page<ObligationRow>> PageAsync(
        Collections collections, TenantId tenant, ObligationQuery query, CancellationToken cancellationToken)
    {
        var after = PageCursor.Read(
            query.After, ByDue, 3, key => (Due: Instant.FromUnixTimeMilliseconds(Number(key[0])), Subject: Guid.ParseExact(key[1], "D"), Id: (int)Number(key[2])));
        var subjects = new BsonDocument(Field.Tenant, tenant.Value);
        if (query.Subject is { } subject) subjects.Add(Field.SubjectPath, Bson.Of(subject));
        if (query.Kind is { } kind) subjects.Add(Field.Kind, kind.Value);
        var wanted = Wanted(query, after?.Due);
        subjects.Add(Field.Obligations, Bson.Doc("$elemMatch", wanted));
        var rows = collections.Subjects.Aggregate()
            .Match(subjects)
            .Project(new BsonDocument { { Field.Kind, 1 }, { Field.Number, 1 }, { Field.Obligations, 1 } })
            .Unwind(Field.Obligations)
            .Match(new BsonDocument(wanted.Select(element => new BsonElement($"{Field.Obligations}.{element.Name}", element.Value))));
        if (after is var (due, id, number))
            rows = rows.Match(Keyset.After(("obligations.due", Bson.Of(due)), (Field.SubjectPath, Bson.Of(new SubjectId(id))), ("obligations.id", number)));
        // One row more than wanted tells whether this page is the last.
        var found = await rows.Sort(new BsonDocument { { "obligations.due", 1 }, { Field.SubjectPath, 1 }, { "obligations.id", 1 } })
            .Limit(query.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        var items = found.Take(query.Take).Select(Row).ToImmutableArray();
        return new(items, found.Count > items.Length ? Cursor(items[^1]) : null);
    }

    private static BsonDocument Wanted(ObligationQuery query, Instant? from)
    {
        var due = new BsonDocument();
        if (query.DueFrom is { } first) from = from is { } last ? Instant.Max(first, last) : first;
        if (from is { } start) due.Add("$gte", Bson.Of(start));
        if (query.DueBefore is { } end) due.Add("$lt", Bson.Of(end));
        var wanted = new BsonDocument("id", Bson.Doc("$gt", 0));
        if (query.Status is { } status) wanted.Add(Field.Status, status.ToString());
        if (query.Assignee is { } assignee) wanted.Add(Field.Persons, assignee.Value);
        if (query.Responsible is { } role) wanted.Add("responsible", role.Value);
        if (query.Department is { } department) wanted.Add("department", department);
        if (query.Rule is { } rule) wanted.Add("rule", rule.Value);
        return due.ElementCount == 0 ? wanted : wanted.Add(Due, due);
    }

    private static ObligationRow Row(BsonDocument row) => new(
        Bson.SubjectId(row[Field.Id][Field.Subject]),
        new(row[Field.Kind].AsString),
        row.TryGetValue(Field.Number, out var number) ? number[Field.Text].AsString : null,
        RecordJson.ReadObligation(BsonJson.Write(row[Field.Obligations])));

    private static string Cursor(ObligationRow last) => PageCursor.Write(
        ByDue, Text(last.Obligation.Due.ToUnixTimeMilliseconds()), last.Subject.ToString(), Text(last.Obligation.Id));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
