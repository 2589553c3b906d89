using System.Collections.Immutable;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>Finds the subjects on which a notice is to be sent, by their earliest notice.</summary>
internal static class DueReader
{
    internal static async Task<ImmutableArray<DueSubject>> FindAsync(
        DbContext context, long until, DueSubject? after, int most, CancellationToken cancellationToken)
    {
        var rows = context.Set<StoredObligation>().AsNoTracking().Where(row => row.NoticeFrom <= until);
        // A subject whose earliest notice lies before the page's start has been found already, whatever later ones it has.
        var due = rows.Where(row => !rows.Any(other =>
            other.Tenant == row.Tenant && other.Subject == row.Subject
            && (other.NoticeFrom < row.NoticeFrom || (other.NoticeFrom == row.NoticeFrom && other.Id < row.Id))));
        if (after is { SendAt: var sendAt, Tenant.Value: var tenant, Subject.Value: var subject })
        {
            var from = sendAt.ToUnixTimeMilliseconds();
            due = due.Where(row => row.NoticeFrom >= from
                && (row.NoticeFrom > from || (row.Tenant.CompareTo(tenant) >= 0 && (row.Tenant.CompareTo(tenant) > 0 || row.Subject > subject))));
        }
        var found = await due.OrderBy(row => row.NoticeFrom).ThenBy(row => row.Tenant).ThenBy(row => row.Subject).Take(most)
            .Select(row => new { row.Tenant, row.Subject, row.NoticeFrom }).ToArrayAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(row => new DueSubject(new TenantId(row.Tenant), new SubjectId(row.Subject), Instant.FromUnixTimeMilliseconds(row.NoticeFrom!.Value)))];
    }
}
