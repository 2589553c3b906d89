using System.Collections.Immutable;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>Finds the subjects on which something is due by the clock, the earliest first.</summary>
internal static class DueReader
{
    internal static async Task<ImmutableArray<DueSubject>> FindAsync(
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
        return [.. found.Select(row => new DueSubject(new TenantId(row.Tenant), new SubjectId(row.Id), Instant.FromUnixTimeMilliseconds(row.DueFrom!.Value)))];
    }
}
