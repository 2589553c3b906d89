using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;

namespace ClientTracking.Storage.Protection;

/// <summary>Opens what it reads and seals what it commits.</summary>
internal sealed class ProtectedSession(ITrackingSession inner, RecordSeal seal) : ITrackingSession
{
    /// <summary>What was read, as it is stored.</summary>
    private readonly Dictionary<SubjectRecord, SubjectRecord> _stored = new(ReferenceEqualityComparer.Instance);

    public TenantId Tenant => inner.Tenant;

    public async Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) =>
        Open(await inner.FindAsync(id, cancellationToken).ConfigureAwait(false));

    public async Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
        Open(await inner.FindByNumberAsync(numberText, cancellationToken).ConfigureAwait(false));

    public async Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
        Open(await inner.FindByCommandAsync(command, cancellationToken).ConfigureAwait(false));

    public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) => inner.FindByClaimAsync(claim, cancellationToken);

    public Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken) => inner.NoticesAsync(id, cancellationToken);

    public async Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return page with { Items = [.. page.Items.Select(record => Open(record)!)] };
    }

    public async Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken)
    {
        var page = await inner.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        if (!page.Items.Any(row => RecordSeal.IsStripped(row.Obligation))) return page;
        var rows = ImmutableArray.CreateBuilder<ObligationRow>(page.Items.Length);
        foreach (var row in page.Items)
            rows.Add(RecordSeal.IsStripped(row.Obligation) ? await WholeAsync(row, cancellationToken).ConfigureAwait(false) : row);
        return page with { Items = rows.MoveToImmutable() };
    }

    public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

    public Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken) => inner.TakeSerialAsync(request, cancellationToken);

    public Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken) =>
        inner.VoidAsync(scope, serial, reason, cancellationToken);

    public async Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken)
    {
        var toStore = ImmutableArray.CreateBuilder<SubjectChange>(changes.Length);
        foreach (var change in changes) toStore.Add(await StoredAsync(change, cancellationToken).ConfigureAwait(false));
        await inner.CommitAsync(toStore.MoveToImmutable(), cancellationToken).ConfigureAwait(false);
    }

    public async Task<SubjectChange> CommitAsync(SerialRequest request, Func<long, ValueTask<SubjectChange>> change, CancellationToken cancellationToken)
    {
        SubjectChange? made = null;
        await inner.CommitAsync(
            request,
            async serial => await StoredAsync(made = await change(serial).ConfigureAwait(false), cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return made!;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private SubjectRecord? Open(SubjectRecord? stored)
    {
        if (stored is null) return null;
        var record = seal.Open(Tenant, stored);
        if (RecordSeal.IsSecret(record)) _stored[record] = With(stored, record);
        return record;
    }

    /// <summary>The stored form with the secrecy that its encrypted journal leads to: what a store compares its search fields by.</summary>
    private static SubjectRecord With(SubjectRecord stored, SubjectRecord record) => stored with { Secrecy = record.Secrecy };

    private async Task<ObligationRow> WholeAsync(ObligationRow row, CancellationToken cancellationToken) =>
        await FindAsync(row.Subject, cancellationToken).ConfigureAwait(false) is { } record && record.Obligations.Length >= row.Obligation.Id
            ? row with { Obligation = record.Obligations[row.Obligation.Id - 1] }
            : row;

    private async Task<SubjectChange> StoredAsync(SubjectChange change, CancellationToken cancellationToken)
    {
        if (!RecordSeal.IsSecret(change.Before) && !RecordSeal.IsSecret(change.After)) return change;
        var stored = change.Before is null ? null : await StoredAsync(change.Before, cancellationToken).ConfigureAwait(false);
        var after = RecordSeal.IsSecret(change.After) ? seal.Seal(Tenant, change.After, change.Before, stored) : change.After;
        return new(stored, after, change.Notices)
        {
            Rewrites = change.Rewrites ?? (stored is not null && stored.Journal.Zip(after.Journal).Any(pair => !ReferenceEquals(pair.First, pair.Second))
                ? new([], [])
                : null),
        };
    }

    private async Task<SubjectRecord> StoredAsync(SubjectRecord before, CancellationToken cancellationToken)
    {
        if (_stored.TryGetValue(before, out var known)) return known;
        return await inner.FindAsync(before.Id, cancellationToken).ConfigureAwait(false) is { } stored && stored.Version == before.Version
            ? With(stored, seal.Open(Tenant, stored))
            : throw new ConcurrencyConflictException(before.Id.ToString());
    }
}
