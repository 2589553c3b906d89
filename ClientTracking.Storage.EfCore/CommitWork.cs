using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Serials;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>Hands the difference between before and after to the context; all it reads first is who holds a claim or a number.</summary>
internal sealed class CommitWork(DbContext context, TenantId tenant, NumberLedger ledger, HeldSerials held)
{
    private readonly List<object> _rows = [];
    private readonly HashSet<Claim> _claims = [];
    private readonly HashSet<(NumberScope, long)> _numbers = [];
    private readonly string _tenant = tenant.Value;

    /// <summary>The numbers that the commit gives to subjects.</summary>
    internal IReadOnlySet<(NumberScope, long)> Numbers => _numbers;

    internal async Task AddAsync(SubjectChange change, CancellationToken cancellationToken)
    {
        if (change.Rewrites is not null) await RewriteAsync(change, cancellationToken).ConfigureAwait(false);
        await ClaimAsync(change, cancellationToken).ConfigureAwait(false);
        await NumberAsync(change, cancellationToken).ConfigureAwait(false);
        var (before, after) = (change.Before, change.After);
        Write(before is null ? null : StoredSubject.Of(tenant, before), StoredSubject.Of(tenant, after));
        var owed = before?.Obligations.ToDictionary(obligation => obligation.Id) ?? [];
        foreach (var obligation in after.Obligations)
            if (!owed.TryGetValue(obligation.Id, out var same))
                Write(null, StoredObligation.Of(tenant, after, obligation));
            else if (same != obligation)
                Write(StoredObligation.Of(tenant, after, same), StoredObligation.Of(tenant, after, obligation));
        WriteAccess(before is null ? [] : [.. StoredAccess.Of(tenant, before)], [.. StoredAccess.Of(tenant, after)]);
        foreach (var entry in change.NewEntries) Write(null, StoredEntry.Of(tenant, after.Id, entry));
        foreach (var notice in change.Notices) Write(null, StoredNotice.Of(tenant, notice));
    }

    /// <summary>Takes the engine's rows out of the context, and only them: the host's own stay pending for a repetition.</summary>
    internal void Detach()
    {
        foreach (var row in _rows) context.Entry(row).State = EntityState.Detached;
        _rows.Clear();
    }

    /// <summary>Moves the counter of a scope that is locked, with everything else in one batch.</summary>
    internal void Advance(NumberScope scope, long last)
    {
        var counter = new StoredCounter { Tenant = _tenant, Series = scope.Series, Period = scope.Period, Last = last };
        Write(new StoredCounter { Tenant = _tenant, Series = scope.Series, Period = scope.Period, Last = long.MinValue }, counter);
    }

    private void Write<TRow>(TRow? before, TRow after) where TRow : class
    {
        _rows.Add(before ?? after);
        if (before is null) context.Entry(after).State = EntityState.Added;
        else context.Attach(before).CurrentValues.SetValues(after);
    }

    private void WriteAccess(StoredAccess[] before, StoredAccess[] after)
    {
        for (var i = 0; i < after.Length; i++)
            if (i >= before.Length || !before[i].IsSameAs(after[i]))
                Write(i < before.Length ? before[i] : null, after[i]);
        foreach (var gone in before.Skip(after.Length)) Delete(gone);
    }

    private void Delete(object row)
    {
        _rows.Add(row);
        context.Entry(row).State = EntityState.Deleted;
    }

    private async Task RewriteAsync(SubjectChange change, CancellationToken cancellationToken)
    {
        foreach (var (before, after) in Rewrite.Entries(tenant, change)) Write(before, after);
        foreach (var (before, after) in await context.NoticesAsync(tenant, change, cancellationToken).ConfigureAwait(false)) Write(before, after);
        foreach (var (from, _) in change.Rewrites!.Claims)
            if (await context.HolderAsync(tenant, from, cancellationToken).ConfigureAwait(false) == change.After.Id)
                Delete(new StoredClaim { Tenant = _tenant, Scope = from.Scope, Key = from.Key, Subject = change.After.Id.Value });
    }

    /// <summary>A claim stays with its subject when a later state no longer lists it; so what it lists anew may be its own already.</summary>
    private async Task ClaimAsync(SubjectChange change, CancellationToken cancellationToken)
    {
        foreach (var claim in change.NewClaims())
            if (await context.HolderAsync(tenant, claim, cancellationToken).ConfigureAwait(false) is { } holder)
            {
                if (holder != change.After.Id) throw new ClaimTakenException(claim.Scope, claim.Key);
            }
            else
            {
                if (!_claims.Add(claim)) throw new ClaimTakenException(claim.Scope, claim.Key);
                Write(null, new StoredClaim { Tenant = _tenant, Scope = claim.Scope, Key = claim.Key, Subject = change.After.Id.Value });
            }
    }

    private async Task NumberAsync(SubjectChange change, CancellationToken cancellationToken)
    {
        if (change.NewNumber() is not { } number) return;
        // What this session holds is free: nobody else numbers in the scope, and an import that came in between meets the key of the ledger.
        var line = held.TakenAt(number) is null ? await ledger.FindAsync(number, cancellationToken).ConfigureAwait(false) : null;
        if (!_numbers.Add((number.Scope, number.Serial)) || !line.IsFreeFor(change.After.Id))
            throw new ConcurrencyConflictException(number.Text);
        var entered = change.NewEntries.LastOrDefault(entry => entry.Number == number) ?? change.After.Journal[^1];
        Write(line, new StoredNumber
        {
            Tenant = _tenant,
            Series = number.Scope.Series,
            Period = number.Scope.Period,
            Serial = number.Serial,
            Text = number.Text,
            Use = (int)NumberUse.Used,
            Subject = change.After.Id.Value,
            At = line?.At ?? (held.TakenAt(number) ?? entered.RecordedAt).ToUnixTimeMilliseconds(),
        });
    }
}
