using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>Finds the subjects on which something is due by the clock, the earliest first.</summary>
/// <remarks>
/// A sweep reads as many as there are, so a row counts: where the database compares rows, a statement of our own begins each page within the index
/// and is read without Entity Framework, which costs as much for a row as the database does.
/// </remarks>
internal static class DueReader
{
    private const int Usual = 4000; // the sweeper's page

    internal static Task<ImmutableArray<DueSubject>> FindAsync(
        DbContext context, long until, DueSubject? after, int most, CancellationToken cancellationToken) =>
        (context.IsPostgres() || context.IsSqlite()) && context.IsPlain<StoredSubject>(nameof(StoredSubject.Id))
            ? context.Database.CreateExecutionStrategy().ExecuteAsync(cancel => ByRowsAsync(context, until, after, most, cancel), cancellationToken)
            : PortablyAsync(context, until, after, most, cancellationToken);

    private static Task<ImmutableArray<DueSubject>> ByRowsAsync(
        DbContext context, long until, DueSubject? after, int most, CancellationToken cancellationToken)
    {
        var due = context.ColumnOf<StoredSubject>(nameof(StoredSubject.DueFrom));
        var row = $"{due}, {context.ColumnOf<StoredSubject>(nameof(StoredSubject.Tenant))}, {context.ColumnOf<StoredSubject>(nameof(StoredSubject.Id))}";
        var behind = after is null ? "" : $"AND ({row}) > ({{1}}, {{2}}, {{3}}) ";
        // The limit is no parameter: not knowing it, PostgreSQL believes each plan it could keep worse than planning anew.
        var limit = most.ToString(CultureInfo.InvariantCulture);
        var statement = $"SELECT {row} FROM {context.TableOf<StoredSubject>()} WHERE {due} <= {{0}} {behind}ORDER BY {row} LIMIT {limit}";
        object[] values = after is { From: var from, Tenant: var tenant, Subject: var subject }
            ? [until, from.ToUnixTimeMilliseconds(), tenant.Value, subject.Value]
            : [until];
        return context.QueryAsync(statement, values, reader => ReadAsync(reader, most, cancellationToken), cancellationToken);
    }

    private static async Task<ImmutableArray<DueSubject>> ReadAsync(DbDataReader reader, int most, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<DueSubject>(Math.Min(most, Usual));
        var tenants = new Tenants();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            found.Add(new(tenants.Of(reader.GetString(1)), new SubjectId(reader.GetGuid(2)), Instant.FromUnixTimeMilliseconds(reader.GetInt64(0))));
        return found.DrainToImmutable();
    }

    private static async Task<ImmutableArray<DueSubject>> PortablyAsync(
        DbContext context, long until, DueSubject? after, int most, CancellationToken cancellationToken)
    {
        var due = context.Set<StoredSubject>().AsNoTracking().Where(row => row.DueFrom <= until);
        if (after is { From: var last, Tenant.Value: var tenant, Subject.Value: var subject })
        {
            var from = last.ToUnixTimeMilliseconds();
            due = due.Where(row => row.DueFrom >= from
                && (row.DueFrom > from || (row.Tenant.CompareTo(tenant) >= 0 && (row.Tenant.CompareTo(tenant) > 0 || row.Id > subject))));
        }
        var found = await due.OrderBy(row => row.DueFrom).ThenBy(row => row.Tenant).ThenBy(row => row.Id).Take(most)
            .Select(row => new { row.Tenant, row.Id, row.DueFrom }).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        var tenants = new Tenants();
        return [.. found.Select(row => new DueSubject(tenants.Of(row.Tenant), new SubjectId(row.Id), Instant.FromUnixTimeMilliseconds(row.DueFrom!.Value)))];
    }

    /// <summary>The tenants of rows in turn: one row's is nearly always that of the row before, which was checked already.</summary>
    private sealed class Tenants
    {
        private string? _text;
        private TenantId _last;

        internal TenantId Of(string text)
        {
            if (text != _text) (_text, _last) = (text, new TenantId(text));
            return _last;
        }
    }
}
