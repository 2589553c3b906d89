using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;

namespace ClientTracking.Storage;

/// <summary>A unit of work for one tenant: reads, at most one commit, then disposal. Not thread-safe.</summary>
/// <remarks>
/// Every member may throw <see cref="StorageUnavailableException"/>; then nothing is half-written.
/// Disposed without a commit, it leaves no trace: a gap-free serial it took goes back.
/// </remarks>
public interface ITrackingSession : IAsyncDisposable
{
    /// <summary>The tenant.</summary>
    TenantId Tenant { get; }

    /// <summary>The subject with this id, whole; null when there is none.</summary>
    Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken);

    /// <summary>The subject that has this number; null when there is none.</summary>
    Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken);

    /// <summary>The subject in whose journal this command stands; null when it was never carried out.</summary>
    Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken);

    /// <summary>The subject that holds this claim; null when it is free.</summary>
    Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>The notices that commits of this subject brought and the store still has, delivered or not, in any order.</summary>
    Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken);

    /// <summary>One page of subjects.</summary>
    Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken);

    /// <summary>One page of obligations.</summary>
    Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken);

    /// <summary>Takes the next serial of a scope that no subject and no ledger entry has.</summary>
    /// <param name="request">Which serial, in which mode, for which subject.</param>
    /// <param name="cancellationToken">Stops the wait for other writers of the scope.</param>
    /// <returns>
    /// Gap-free: the serial is this session's until it commits a subject with it or is disposed, which gives it back; other writers of the scope wait.
    /// Gaps allowed: the serial is gone for good at once, and the ledger keeps it as reserved until a commit uses it or <see cref="VoidAsync"/> ends it.
    /// </returns>
    Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken);

    /// <summary>Enters into the ledger that a reserved serial will never be used, and why. Takes effect at once, without a commit.</summary>
    Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken);

    /// <summary>One page of the number ledger of a scope, in serial order: every serial ever taken, used by what, or void and why.</summary>
    Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken);

    /// <summary>Writes everything of the changes, or nothing: state, journal, obligations, number, claims, notices.</summary>
    /// <param name="changes">One change; several only where <see cref="ITrackingStore.CommitsSeveralSubjects"/>.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <exception cref="ConcurrencyConflictException">A version is not the one read, or an id, number or command id was taken meanwhile.</exception>
    /// <exception cref="ClaimTakenException">Another subject holds one of the claims.</exception>
    Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken);

    /// <summary>Takes the next serial and commits the change made with it, in one step: a store may write for all who number in the scope at once.</summary>
    /// <param name="request">Which serial, in which mode, for which subject.</param>
    /// <param name="change">
    /// Makes the change with the serial it is given, quickly, as others of the scope may wait for it; it may read in this session, and writes nothing
    /// and waits for no other writer. It may be called in the flow of another caller, in the context of its own. It is called again, with the serial that is next by
    /// then, where the first was not to be had; what it made last is what was written.
    /// </param>
    /// <param name="cancellationToken">Stops the wait for other writers of the scope, and gives up before the write begins.</param>
    /// <returns>What was committed.</returns>
    /// <exception cref="ConcurrencyConflictException">A version is not the one read, or an id, number or command id was taken meanwhile.</exception>
    /// <exception cref="ClaimTakenException">Another subject holds one of the claims.</exception>
    async Task<SubjectChange> CommitAsync(SerialRequest request, Func<long, ValueTask<SubjectChange>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(change);
        var made = await change(await TakeSerialAsync(request, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        await CommitAsync([made], cancellationToken).ConfigureAwait(false);
        return made;
    }
}
