using System.Data.Common;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>The rows of records, ready to be written by hand.</summary>
internal sealed class RawRecords(DbContext context)
{
    private readonly RawTable<StoredSubject> _subjects = new(context);
    private readonly RawTable<StoredObligation> _obligations = new(context);
    private readonly RawTable<StoredEntry> _journal = new(context);
    private readonly RawTable<StoredNumber> _numbers = new(context);
    private object?[][] _s = [], _o = [], _j = [], _n = [];

    internal RawRecords With(IReadOnlyList<SubjectRecord> records) => new(context)
    {
        _s = _subjects.Values(records.Select(record => StoredSubject.Of(Records.Tenant, record))),
        _o = _obligations.Values(records.SelectMany(record => record.Obligations.Select(owed => StoredObligation.Of(Records.Tenant, record, owed)))),
        _j = _journal.Values(records.SelectMany(record => record.Journal.Select(entry => StoredEntry.Of(Records.Tenant, record.Id, entry)))),
        _n = _numbers.Values(records.Select(record => new StoredNumber
        {
            Tenant = Records.Tenant.Value,
            Series = record.Number!.Scope.Series,
            Period = record.Number.Scope.Period,
            Serial = record.Number.Serial,
            Text = record.Number.Text,
            Use = (int)NumberUse.Used,
            Subject = record.Id.Value,
            At = 0,
        })),
    };

    /// <summary>Prepared statements, one a row, one transaction.</summary>
    internal async Task InsertAsync(DbConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var subjects = _subjects.Insert(connection, transaction);
        await using var obligations = _obligations.Insert(connection, transaction);
        await using var journal = _journal.Insert(connection, transaction);
        await using var numbers = _numbers.Insert(connection, transaction);
        await RawTable<StoredSubject>.ExecuteAsync(subjects, _s);
        await RawTable<StoredObligation>.ExecuteAsync(obligations, _o);
        await RawTable<StoredEntry>.ExecuteAsync(journal, _j);
        await RawTable<StoredNumber>.ExecuteAsync(numbers, _n);
        await transaction.CommitAsync();
    }

    internal async Task CopyAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await _subjects.CopyAsync(connection, _s);
        await _obligations.CopyAsync(connection, _o);
        await _journal.CopyAsync(connection, _j);
        await _numbers.CopyAsync(connection, _n);
        await transaction.CommitAsync();
    }
}
