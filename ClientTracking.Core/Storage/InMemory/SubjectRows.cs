using System.Globalization;
using ClientTracking.Numbering;
using ClientTracking.Subjects;

namespace ClientTracking.Storage.InMemory;

/// <summary>Subject queries.</summary>
internal static class SubjectRows
{
    private const string ById = "id";
    private const string ByNumber = "number";

    internal static Page<SubjectRecord> Page(TenantTables tables, SubjectQuery query)
    {
        var rows = tables.Subjects.Values.Where(record => Matches(query, record));
        return query.Order switch
        {
            SubjectOrder.Id => Paging.Cut(
                rows,
                record => record.Id.Value,
                PageCursor.Read(query.After, ById, 1, key => Guid.ParseExact(key[0], "D")),
                query.Take,
                last => PageCursor.Write(ById, last.Id.ToString())),
            SubjectOrder.Number => Paging.Cut(
                rows.Where(record => record.Number is not null),
                record => (record.Number!.Scope, record.Number.Serial),
                PageCursor.Read(query.After, ByNumber, 3, key => (new NumberScope(key[0], key[1]), Serial(key[2]))),
                query.Take,
                last => Cursor(last.Number!)),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Order, "Not an order of subjects."),
        };
    }

    private static string Cursor(DocumentNumber last) =>
        PageCursor.Write(ByNumber, last.Scope.Series, last.Scope.Period, last.Serial.ToString(CultureInfo.InvariantCulture));

    private static long Serial(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static bool Matches(SubjectQuery query, SubjectRecord record) =>
        (query.Kind is null || query.Kind == record.Kind)
        && (query.Reader is null || query.Reader.Matches(record.Access))
        && (query.Statuses.IsDefaultOrEmpty || query.Statuses.Contains(record.Search.Status))
        && (query.Grade is null || query.Grade == record.Search.Grade)
        && (query.Owner is null || query.Owner == record.Search.Owner)
        && (query.Client is null || query.Client == record.Search.Client)
        && (query.Closed is null || query.Closed == record.Search.Closed)
        && (query.NumberPrefix is null || record.Number?.Text.StartsWith(query.NumberPrefix, StringComparison.Ordinal) == true)
        && (query.Series is null || query.Series == record.Number?.Scope.Series)
        && (query.FromPeriod is null || record.Number is { } from && string.CompareOrdinal(from.Scope.Period, query.FromPeriod) >= 0)
        && (query.ToPeriod is null || record.Number is { } to && string.CompareOrdinal(to.Scope.Period, query.ToPeriod) <= 0);
}
