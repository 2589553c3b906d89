using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Serials;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>A unit of work on a context: its own, or the host's.</summary>
internal sealed class EfCoreSession(DbContext context, bool ownsContext, TenantId tenant) : ITrackingSession
{
    private readonly SubjectReader _subjects = new(context, tenant);
    private readonly ObligationReader _obligations = new(context, tenant);
    private readonly NumberLedger _ledger = new(context, tenant);
    private readonly HeldSerials _held = new();
    private SqliteHold? _hold;
    private WriteTransaction? _transaction;
    private bool _committed;

    public TenantId Tenant { get; } = tenant;

    public Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) =>
        RunAsync(() => _subjects.FindAsync(id, cancellationToken));

    public Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
        RunAsync(() => _subjects.FindByNumberAsync(numberText, cancellationToken));

    public Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
        RunAsync(() => _subjects.FindByCommandAsync(command, cancellationToken));

    public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        RunAsync(() => context.HolderAsync(Tenant, claim, cancellationToken));

    public Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken) =>
        RunAsync(() => context.NoticesAsync(Tenant, id, cancellationToken));

    public Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken) =>
        RunAsync(() => _subjects.QueryAsync(query, cancellationToken));

    public Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken) =>
        RunAsync(() => _obligations.QueryAsync(query, cancellationToken));

    public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken) =>
        RunAsync(() => _ledger.QueryAsync(query, cancellationToken));

    public Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken) =>
        WriteAsync(async () =>
        {
            await _ledger.VoidAsync(scope, serial, reason, cancellationToken).ConfigureAwait(false);
            return true;
        });

    public Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync(() =>
            request.Mode == NumberingMode.GapFree ? HoldSerialAsync(request, cancellationToken) : ReserveSerialAsync(request, cancellationToken));
    }

    public Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken) => WithoutRetries.RunAsync(context, async () =>
    {
        await SaveAsync(changes, cancellationToken).ConfigureAwait(false);
        return true;
    });

    /// <summary>Inside a transaction of the host's the number is the host's to roll back; else whoever wants one at the same time shares the write.</summary>
    public async Task<SubjectChange> CommitAsync(SerialRequest request, Func<long, ValueTask<SubjectChange>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(change);
        if (ownsContext && !_committed && _held.IsEmpty && request.Mode == NumberingMode.GapFree && !WriteTransaction.IsInside(context))
        {
            _committed = true;
            var mine = new NumberedChange(request, change, cancellationToken);
            var committed = SharedWrite<NumberedChange, Task<SubjectChange>>.RunAsync(
                ScopeKey.Of(context, Tenant, request), mine, all => WriteAsync(() => new NumberedCommit(context, Tenant, mine, all).RunAsync()), cancellationToken);
            return await (await committed.ConfigureAwait(false)).ConfigureAwait(false);
        }
        var made = await change(await TakeSerialAsync(request, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        await CommitAsync([made], cancellationToken).ConfigureAwait(false);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(false);
        if (ownsContext) await context.DisposeAsync().ConfigureAwait(false);
    }

    private async Task SaveAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken)
    {
        if (changes.IsDefaultOrEmpty) throw new ArgumentException("There is nothing to commit.", nameof(changes));
        if (changes.DistinctBy(change => change.After.Id).Count() < changes.Length)
            throw new ArgumentException("A subject is changed twice.", nameof(changes));
        if (_committed) throw new InvalidOperationException("The session has committed; open another.");
        _committed = true;
        var work = new CommitWork(context, Tenant, _ledger, _held);
        try
        {
            await WriteAsync(work, changes, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException e) when (IsTheHosts(e))
        {
            throw;
        }
        catch (DbUpdateException e) when (StoreFailure.MayBeCollision(e))
        {
            work.Detach();
            // Without a savepoint nothing can be read in a transaction that failed; all of it is to be undone anyway.
            if (_transaction is { IsOwn: true }) await EndAsync().ConfigureAwait(false);
            if (await StoreFailure.TranslateAsync(() => new Collision(context, Tenant, _ledger).ExplainAsync(changes, e)).ConfigureAwait(false) is { } explained)
                throw explained;
            throw;
        }
        catch (Exception e) when (StoreFailure.IsOfTheDatabase(e))
        {
            throw StoreFailure.Translate(e);
        }
        finally
        {
            work.Detach();
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads as the host's strategy has it, unless a transaction is open: no statement in it can be repeated alone.</summary>
    private Task<T> RunAsync<T>(Func<Task<T>> work) => _transaction is null ? StoreFailure.TranslateAsync(work) : WriteAsync(work);

    private Task<T> WriteAsync<T>(Func<Task<T>> work) => StoreFailure.TranslateAsync(() => WithoutRetries.RunAsync(context, work));

    /// <summary>The scope is kept until the session ends: whoever comes later waits and then gets the serial behind this one, or this one.</summary>
    private async Task<long> HoldSerialAsync(SerialRequest request, CancellationToken cancellationToken)
    {
        var after = _held.LastOf(request.Scope);
        long serial;
        if (SqliteTurn.IsNeeded(context))
        {
            _hold ??= new(context, Tenant, _ledger);
            serial = await _hold.TakeAsync(request, after, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _transaction ??= await WriteTransaction.BeginAsync(context, cancellationToken).ConfigureAwait(false);
            serial = await _ledger.NextAsync(request, after, cancellationToken).ConfigureAwait(false);
        }
        _held.Add(request.Scope, serial, request.At);
        return serial;
    }

    /// <summary>Inside a transaction of the host's the serial is the host's to roll back; else whoever wants one at the same time shares the write.</summary>
    private async Task<long> ReserveSerialAsync(SerialRequest request, CancellationToken cancellationToken)
    {
        if (WriteTransaction.IsInside(context)) return (await ReserveTogetherAsync([request], cancellationToken).ConfigureAwait(false))[0];
        var scope = ScopeKey.Of(context, Tenant, request);
        return await SharedWrite<SerialRequest, long>.RunAsync(scope, request, all => ReserveAllAsync(all()), cancellationToken).ConfigureAwait(false);
    }

    private async Task<long[]> ReserveAllAsync(IReadOnlyList<SerialRequest> requests)
    {
        var found = _held.LastOf(requests[0].Scope) < 0 ? await new QuickReservation(context, Tenant).ReserveAsync(requests).ConfigureAwait(false) : new long?[requests.Count];
        var left = requests.Where((_, i) => found[i] is null).ToList();
        var serials = left.Count == 0 ? [] : new Queue<long>(await ReserveTogetherAsync(left, CancellationToken.None).ConfigureAwait(false));
        return [.. found.Select(serial => serial ?? serials.Dequeue())];
    }

    /// <summary>Reserves a serial for each of some requests of one scope.</summary>
    private async Task<List<long>> ReserveTogetherAsync(List<SerialRequest> requests, CancellationToken cancellationToken)
    {
        var transaction = await WriteTransaction.BeginAsync(context, cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var scope = requests[0].Scope;
        var serials = await _ledger.NextAsync(requests[0], _held.LastOf(scope), requests.Count, cancellationToken).ConfigureAwait(false);
        await _ledger.AdvanceAsync(scope, serials[^1], cancellationToken).ConfigureAwait(false);
        await _ledger.ReserveAsync(requests, serials, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return serials;
    }

    /// <summary>Once the rows are on their way, giving up would leave open whether they arrived; so cancelling ends before that.</summary>
    private async Task WriteAsync(CommitWork work, ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes) await work.AddAsync(change, cancellationToken).ConfigureAwait(false);
        if (_hold is not null) _transaction = await WriteTransaction.BeginAsync(context, cancellationToken).ConfigureAwait(false);
        using var turn = await SqliteTurn.WaitAsync(context, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var used = _held.Used(work.Numbers).ToList();
        foreach (var (scope, last) in used)
            if (_hold is null) work.Advance(scope, last);
            else await _ledger.AdvanceAsync(scope, last, _hold.Mark).ConfigureAwait(false);
        await SaveChangesAsync().ConfigureAwait(false);
        if (_transaction is not null) await _transaction.CommitAsync().ConfigureAwait(false);
        foreach (var (scope, _) in used) _hold?.Used(scope);
    }

    /// <summary>A savepoint within a transaction of the host's, which goes on after a conflict; none within one that ends with the commit.</summary>
    private async Task SaveChangesAsync()
    {
        var savepoints = context.Database.AutoSavepointsEnabled;
        try
        {
            context.Database.AutoSavepointsEnabled = savepoints && _transaction is not { IsOwn: true };
            await context.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            context.Database.AutoSavepointsEnabled = savepoints;
        }
    }

    /// <summary>Whether it was the host's own pending entities that the database refused; that is for the host to know as it is.</summary>
    private static bool IsTheHosts(DbUpdateException e) =>
        e.Entries.Count > 0
        && e.Entries.All(entry => !entry.Metadata.IsTracking())
        && !StoreFailure.IsTransient(e);

    private async ValueTask EndAsync()
    {
        var transaction = _transaction;
        _transaction = null;
        if (transaction is not null) await transaction.DisposeAsync().ConfigureAwait(false);
        var hold = _hold;
        _hold = null;
        if (hold is not null) await hold.DisposeAsync().ConfigureAwait(false);
    }
}
