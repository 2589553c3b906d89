using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Subjects;

#pragma warning disable CS1998 // The answer is there at once; async lets whatever is thrown come with the task, as from any other store.

namespace ClientTracking.Storage.InMemory;

/// <summary>A unit of work on the tables of the store.</summary>
internal sealed class InMemorySession(InMemoryTrackingStore store, TenantId tenant) : ITrackingSession
{
    private readonly TakenSerials _taken = new();
    private readonly Dictionary<NumberScope, SemaphoreSlim> _gates = [];
    private bool _committed;
    private bool _disposed;

    public TenantId Tenant => tenant;

    public Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Subjects.GetValueOrDefault(id), cancellationToken);

    public Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) => ReadAsync(
        tables => tables.Numbers.TryGetValue(numberText, out var id) && tables.Subjects[id] is var found && found.Number?.Text == numberText
            ? found
            : null,
        cancellationToken);

    public Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Commands.TryGetValue(command, out var id) ? tables.Subjects[id] : null, cancellationToken);

    public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Claims.TryGetValue(claim, out var id) ? id : default(SubjectId?), cancellationToken);

    public async Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        return [.. store.Tables.Outbox.Queue.Values.Select(line => line.Notice).Where(notice => notice.Tenant == tenant && notice.IsBroughtBy(id))];
    }

    public Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken) =>
        ReadAsync(tables => SubjectRows.Page(tables, query), cancellationToken);

    public Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken) =>
        ReadAsync(tables => ObligationRows.Page(tables, query), cancellationToken);

    public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken) =>
        ReadAsync(tables => NumberRows.Page(tables, query), cancellationToken);

    public async Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        var scope = request.Scope;
        if (request.Mode == NumberingMode.GapsAllowed)
            return Change(tables =>
            {
                var free = tables.LedgerOf(scope).Next(request, _taken);
                return (tables.With(scope, tables.LedgerOf(scope).Reserve(request, free)), free);
            });
        if (!_gates.ContainsKey(scope))
            _gates.Add(scope, await store.Gates.EnterAsync(tenant, scope, cancellationToken).ConfigureAwait(false));
        var serial = store.Tables.Of(tenant).LedgerOf(scope).Next(request, _taken);
        _taken.Add(request, serial);
        return serial;
    }

    public async Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Change(tables => (tables.With(scope, tables.LedgerOf(scope).Void(scope, serial, reason)), serial));
    }

    public async Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        if (_committed) throw new InvalidOperationException("A session has one commit; open another one.");
        _committed = true;
        store.OnCommit?.Invoke(CommitStage.Beginning);
        store.Change(tables => (Commit(tables, changes), changes.Length));
        store.OnCommit?.Invoke(CommitStage.End);
        ReleaseScopes();
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        ReleaseScopes();
        return ValueTask.CompletedTask;
    }

    private Tables Commit(Tables tables, ImmutableArray<SubjectChange> changes)
    {
        var committed = changes.Aggregate(tables.Of(tenant), (before, change) => before.With(change, _taken));
        store.OnCommit?.Invoke(CommitStage.Middle);
        var outbox = changes.SelectMany(change => change.Rewrites?.Notices ?? []).Aggregate(tables.Outbox, (table, notice) => table.Rewrite(notice));
        return tables.With(tenant, committed) with { Outbox = outbox.With(changes.SelectMany(change => change.Notices)) };
    }

    private T Change<T>(Func<TenantTables, (TenantTables After, T Answer)> change) => store.Change(tables =>
    {
        var (after, answer) = change(tables.Of(tenant));
        return (tables.With(tenant, after), answer);
    });

    private async Task<T> ReadAsync<T>(Func<TenantTables, T> read, CancellationToken cancellationToken)
    {
        Check(cancellationToken);
        return read(store.Tables.Of(tenant));
    }

    private void Check(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void ReleaseScopes()
    {
        foreach (var gate in _gates.Values) gate.Release();
        _gates.Clear();
    }
}
