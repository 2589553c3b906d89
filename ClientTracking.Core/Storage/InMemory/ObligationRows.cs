using System.Globalization;
using NodaTime;

namespace ClientTracking.Storage.InMemory;

/// <summary>Obligation queries.</summary>
internal static class ObligationRows
{
    private const string ByDue = "due";

    internal static Page<ObligationRow> Page(TenantTables tables, ObligationQuery query)
    {
        var rows =
            from record in tables.Subjects.Values
            where (query.Subject is null || query.Subject == record.Id) && (query.Kind is null || query.Kind == record.Kind)
                && (query.Reader is null || query.Reader.Matches(record.Access))
            from obligation in record.Obligations
            select new ObligationRow(record.Id, record.Kind, record.Number?.Text, obligation);
        return Paging.Cut(
            rows.Where(row => Matches(query, row)),
            row => (row.Obligation.Due, row.Subject.Value, row.Obligation.Id),
            PageCursor.Read(
                query.After,
                ByDue,
                3,
                key => (Instant.FromUnixTimeMilliseconds(Number(key[0])), Guid.ParseExact(key[1], "D"), (int)Number(key[2]))),
            query.Take,
            last => PageCursor.Write(
                ByDue, Text(last.Obligation.Due.ToUnixTimeMilliseconds()), last.Subject.ToString(), Text(last.Obligation.Id)));
    }

    private static bool Matches(ObligationQuery query, ObligationRow row) =>
        (query.Status is null || query.Status == row.Obligation.Status)
        && (query.DueFrom is null || row.Obligation.Due >= query.DueFrom)
        && (query.DueBefore is null || row.Obligation.Due < query.DueBefore)
        && (query.Rule is null || query.Rule == row.Obligation.Rule)
        && (query.Responsible is null || query.Responsible == row.Obligation.Responsible)
        && (query.Assignee is null || query.Assignee == row.Obligation.Assignee || query.Assignee == row.Obligation.Partner?.Person)
        && (query.Department is null || query.Department == row.Obligation.Department);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
