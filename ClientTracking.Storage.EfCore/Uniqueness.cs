using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>What of a change no other subject of the tenant may have.</summary>
internal static class Uniqueness
{
    internal static IEnumerable<Claim> NewClaims(this SubjectChange change) =>
        change.After.Search.Claims.Except(change.Before?.Search.Claims ?? []).Union(change.Rewrites?.Claims.Select(renamed => renamed.To) ?? []);

    internal static DocumentNumber? NewNumber(this SubjectChange change) =>
        change.After.Number == change.Before?.Number ? null : change.After.Number;

    /// <summary>Whether a ledger line, or none, lets the subject have the serial.</summary>
    internal static bool IsFreeFor(this StoredNumber? line, SubjectId subject) =>
        line is null || (line.Use == (int)NumberUse.Reserved && line.Subject == subject.Value);

    internal static async Task<SubjectId?> HolderAsync(this DbContext context, TenantId tenant, Claim claim, CancellationToken cancellationToken)
    {
        var (owner, scope, key) = (tenant.Value, claim.Scope, claim.Key);
        var holder = await context.Set<StoredClaim>().AsNoTracking()
            .Where(row => row.Tenant == owner && row.Scope == scope && row.Key == key)
            .Select(row => (Guid?)row.Subject)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return holder is { } id ? new SubjectId(id) : null;
    }
}
