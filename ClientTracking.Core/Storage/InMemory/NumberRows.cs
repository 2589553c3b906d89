using System.Globalization;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;

namespace ClientTracking.Storage.InMemory;

/// <summary>Queries of the number ledger.</summary>
internal static class NumberRows
{
    private const string BySerial = "serial";

    internal static Page<NumberEntry> Page(TenantTables tables, NumberQuery query) => Paging.Cut(
        tables.LedgerOf(query.Scope).Entries.Values.Where(entry => query.Reader is null || IsKnown(tables, entry, query.Reader)),
        entry => entry.Serial,
        PageCursor.Read(query.After, BySerial, 1, key => long.Parse(key[0], CultureInfo.InvariantCulture)),
        query.Take,
        last => PageCursor.Write(BySerial, last.Serial.ToString(CultureInfo.InvariantCulture)));

    private static bool IsKnown(TenantTables tables, NumberEntry entry, ReaderFilter reader) =>
        entry is { Use: NumberUse.Used, SubjectId: { } id } && reader.Matches(tables.Subjects[new(id)].Access);
}
