using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Storage.EfCore.Serials;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>Finds out why a commit failed by reading again what could have collided: every provider words a unique violation differently.</summary>
internal sealed class Collision(DbContext context, TenantId tenant, NumberLedger ledger)
{
    private readonly string _tenant = tenant.Value;

    /// <summary>What the engine says of it; null where nothing of the engine's collided and the host's own rows were sent along.</summary>
    internal async Task<ClientTrackingException?> ExplainAsync(ImmutableArray<SubjectChange> changes, DbUpdateException failure)
    {
        foreach (var change in changes)
        {
            if (await ChangedAsync(change).ConfigureAwait(false))
                return new ConcurrencyConflictException($"{change.After.Kind} {change.After.Id}", failure);
            foreach (var claim in change.NewClaims())
                if (await context.HolderAsync(tenant, claim, CancellationToken.None).ConfigureAwait(false) is { } holder
                    && holder != change.After.Id)
                    return new ClaimTakenException(claim.Scope, claim.Key);
            if (await TakenAsync(change).ConfigureAwait(false) is { } what) return new ConcurrencyConflictException(what, failure);
        }
        if (failure is DbUpdateConcurrencyException) return new ConcurrencyConflictException("a row", failure);
        // Some providers send everything in one batch and cannot tell which row it was.
        return failure.Entries.Any(entry => !entry.Metadata.IsTracking()) && !StoreFailure.IsTransient(failure) ? null : StoreFailure.Translate(failure);
    }

    private async Task<bool> ChangedAsync(SubjectChange change)
    {
        var id = change.After.Id.Value;
        var version = await context.Set<StoredSubject>().Where(row => row.Tenant == _tenant && row.Id == id)
            .Select(row => (long?)row.Version).FirstOrDefaultAsync().ConfigureAwait(false);
        return (version ?? 0) != change.ExpectedVersion;
    }

    private async Task<string?> TakenAsync(SubjectChange change)
    {
        if (change.NewNumber() is { } number)
        {
            var text = number.Text;
            var line = await ledger.FindAsync(number, CancellationToken.None).ConfigureAwait(false);
            if (!line.IsFreeFor(change.After.Id)
                || await context.Set<StoredNumber>().AnyAsync(row => row.Tenant == _tenant && row.Text == text).ConfigureAwait(false))
                return text;
        }
        var commands = change.NewEntries.Select(entry => entry.Command?.Value).OfType<string>().ToArray();
        var command = await context.Set<StoredEntry>().Where(row => row.Tenant == _tenant && commands.Contains(row.Command))
            .Select(row => row.Command).FirstOrDefaultAsync().ConfigureAwait(false);
        if (command is not null) return command;
        var keys = change.Notices.Select(notice => notice.Key).ToArray();
        return await context.Set<StoredNotice>().Where(row => row.Tenant == _tenant && keys.Contains(row.Key))
            .Select(row => row.Key).FirstOrDefaultAsync().ConfigureAwait(false);
    }
}
