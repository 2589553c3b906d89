using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>The rows of subjects that are not stored yet.</summary>
internal static class NewSubjects
{
    /// <summary>Adds whole records. What is taken already is for the keys of the tables to refuse.</summary>
    /// <param name="rows">The rows to be inserted.</param>
    /// <param name="tenant">Whose they are.</param>
    /// <param name="records">The records.</param>
    /// <param name="numberedAt">The instant the ledger notes of a record's number.</param>
    /// <returns>The same rows.</returns>
    internal static RowInserts Add(this RowInserts rows, TenantId tenant, IReadOnlyCollection<SubjectRecord> records, Func<SubjectRecord, Instant> numberedAt) => rows
        .Add(records.Select(record => StoredSubject.Of(tenant, record)))
        .Add(records.SelectMany(record => record.Obligations.Select(owed => StoredObligation.Of(tenant, record, owed))))
        .Add(records.SelectMany(record => StoredAccess.Of(tenant, record)))
        .Add(records.SelectMany(record => record.Journal.Select(entry => StoredEntry.Of(tenant, record.Id, entry))))
        .Add(records.Where(record => record.Number is not null).Select(record => Line(tenant, record, numberedAt(record))))
        .Add(records.SelectMany(record => record.Search.Claims.Select(claim =>
            new StoredClaim { Tenant = tenant.Value, Scope = claim.Scope, Key = claim.Key, Subject = record.Id.Value })));

    private static StoredNumber Line(TenantId tenant, SubjectRecord record, Instant at) => new()
    {
        Tenant = tenant.Value,
        Series = record.Number!.Scope.Series,
        Period = record.Number.Scope.Period,
        Serial = record.Number.Serial,
        Text = record.Number.Text,
        Use = (int)NumberUse.Used,
        Subject = record.Id.Value,
        At = at.ToUnixTimeMilliseconds(),
    };
}
