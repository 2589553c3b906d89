using System.Globalization;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using MongoDB.Bson;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>Subject queries. The server compares texts by their UTF-8 bytes, which is ordinal; no collation is ever set.</summary>
internal static class SubjectRows
{
    private const string ById = "id";
    private const string ByNumber = "number";
    private const string AfterEveryText = "\U0010FFFF";

    internal static async Task<Page<SubjectRecord>> PageAsync(
        Collections collections, TenantId tenant, SubjectQuery query, CancellationToken cancellationToken)
    {
        var (order, after) = query.Order switch
        {
            SubjectOrder.Id => (new[] { Field.SubjectPath }, AfterId(query.After)),
            SubjectOrder.Number => (new[] { "number.series", "number.period", "number.serial" }, AfterNumber(query.After)),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Order, "Not an order of subjects."),
        };
        var conditions = new BsonArray(Conditions(tenant, query));
        if (after is not null) conditions.Add(after);
        // One row more than wanted tells whether this page is the last.
        var rows = await collections.Subjects.Find(Bson.Doc("$and", conditions))
            .Sort(new BsonDocument(order.Select(field => new BsonElement(field, 1)))).Limit(query.Take + 1)
            .Project(SubjectDocument.RecordOnly).ToListAsync(cancellationToken).ConfigureAwait(false);
        var items = rows.Take(query.Take).Select(SubjectDocument.Read).ToArray();
        return new([.. items], rows.Count > items.Length ? Cursor(query.Order, items[^1]) : null);
    }

    private static IEnumerable<BsonDocument> Conditions(TenantId tenant, SubjectQuery query)
    {
        yield return Bson.Doc(Field.Tenant, tenant.Value);
        if (query.Reader is { } reader) yield return ReaderConditions.Of(reader);
        if (query.Kind is { } kind) yield return Bson.Doc(Field.Kind, kind.Value);
        if (!query.Statuses.IsDefaultOrEmpty) yield return Bson.Doc(Field.Status, Bson.Doc("$in", new BsonArray(query.Statuses)));
        if (query.Grade is { } grade) yield return Bson.Doc(Field.Grade, grade.ToString());
        if (query.Owner is { } owner) yield return Bson.Doc(Field.Owner, owner.Value);
        if (query.Client is { } client) yield return Bson.Doc(Field.Client, client);
        if (query.Closed is { } closed) yield return Bson.Doc(Field.Closed, closed);
        if (query.NumberPrefix is { } prefix)
            yield return Bson.Doc("number.text", new BsonDocument { { "$gte", prefix }, { "$lt", prefix + AfterEveryText } });
        if (query.Series is { } series) yield return Bson.Doc("number.series", series);
        if (query.FromPeriod is { } from) yield return Bson.Doc("number.period", Bson.Doc("$gte", from));
        if (query.ToPeriod is { } to) yield return Bson.Doc("number.period", Bson.Doc("$lte", to));
        if (query.Order == SubjectOrder.Number) yield return Bson.Doc(Field.Number, Bson.Doc("$exists", true));
    }

    private static BsonDocument? AfterId(string? after) =>
        PageCursor.Read(after, ById, 1, key => Guid.ParseExact(key[0], "D")) is { } id
            ? Bson.Doc(Field.SubjectPath, Bson.Doc("$gt", Bson.Of(new SubjectId(id))))
            : null;

    private static BsonDocument? AfterNumber(string? after) =>
        PageCursor.Read(after, ByNumber, 3, key => (new NumberScope(key[0], key[1]), long.Parse(key[2], CultureInfo.InvariantCulture))) is var (scope, serial)
            ? Keyset.After(("number.series", scope.Series), ("number.period", scope.Period), ("number.serial", serial))
            : null;

    private static string Cursor(SubjectOrder order, SubjectRecord last) => order == SubjectOrder.Id
        ? PageCursor.Write(ById, last.Id.ToString())
        : PageCursor.Write(
            ByNumber, last.Number!.Scope.Series, last.Number.Scope.Period, last.Number.Serial.ToString(CultureInfo.InvariantCulture));
}
