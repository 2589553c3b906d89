using System.Globalization;
using ClientTracking.Numbering;

namespace ClientTracking.Storage.InMemory;

/// <summary>Queries of the number ledger.</summary>
internal static class NumberRows
{
    private const string BySerial = "serial";

    internal static Page<NumberEntry> Page(TenantTables tables, NumberQuery query) => Paging.Cut(
        tables.LedgerOf(query.Scope).Entries.Values,
        entry => entry.Serial,
        PageCursor.Read(query.After, BySerial, 1, key => long.Parse(key[0], CultureInfo.InvariantCulture)),
        query.Take,
        last => PageCursor.Write(BySerial, last.Serial.ToString(CultureInfo.InvariantCulture)));
}
