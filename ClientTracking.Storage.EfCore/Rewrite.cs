#pragma warning disable CA1309 // Translated to SQL, where the binary collation of the columns makes every comparison ordinal.
using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>The rows that a commit writes anew where it rewrites what is stored (<see cref="SubjectChange.Rewrites"/>).</summary>
internal static class Rewrite
{
    /// <summary>The notices that commits of a subject brought, delivered or not.</summary>
    internal static async Task<ImmutableArray<Notice>> NoticesAsync(
        this DbContext context, TenantId tenant, SubjectId subject, CancellationToken cancellationToken) =>
        [.. (await RowsOf(context, tenant, subject).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(row => row.Read().Notice)];

    /// <summary>Former and new row of every notice that is still there; only what differs is written, so a lease that somebody takes meanwhile stays.</summary>
    internal static async Task<List<(StoredNotice Before, StoredNotice After)>> NoticesAsync(
        this DbContext context, TenantId tenant, SubjectChange change, CancellationToken cancellationToken)
    {
        var rewritten = change.Rewrites!.Notices.ToDictionary(notice => notice.Key, StringComparer.Ordinal);
        var rows = await RowsOf(context, tenant, change.After.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => rewritten.ContainsKey(row.Key)).Select(row => (row, row.With(rewritten[row.Key])))];
    }

    /// <summary>Former and new row of every entry that differs.</summary>
    internal static IEnumerable<(StoredEntry Before, StoredEntry After)> Entries(TenantId tenant, SubjectChange change) =>
        from pair in change.Before!.Journal.Zip(change.After.Journal)
        let before = StoredEntry.Of(tenant, change.After.Id, pair.First)
        let after = StoredEntry.Of(tenant, change.After.Id, pair.Second)
        where before.Detail != after.Detail
        select (before, after);

    /// <summary>The keys begin with the subject's id and a slash, which the digit zero follows in ASCII; so the index of the keys answers it.</summary>
    private static IQueryable<StoredNotice> RowsOf(DbContext context, TenantId tenant, SubjectId subject)
    {
        var owner = tenant.Value;
        var (from, to) = (string.Create(CultureInfo.InvariantCulture, $"{subject}/"), string.Create(CultureInfo.InvariantCulture, $"{subject}0"));
        return context.Set<StoredNotice>().AsNoTracking()
            .Where(row => row.Tenant == owner && string.Compare(row.Key, from) >= 0 && string.Compare(row.Key, to) < 0);
    }
}
