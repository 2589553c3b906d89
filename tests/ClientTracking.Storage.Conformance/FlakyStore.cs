using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.Conformance;

/// <summary>A store whose commits fail by a plan, before they begin or after they are done: the caller sees the same error for both.</summary>
/// <param name="inner">The store that works.</param>
/// <param name="plan">Says of a commit, by its number from 1, whether and where it fails; by default every tenth does, in turn before and after.</param>
internal sealed class FlakyStore(ITrackingStore inner, Func<int, CommitFailure?>? plan = null) : ITrackingStore
{
    private readonly Func<int, CommitFailure?> _plan = plan ?? EveryTenth;
    private int _commits, _failures;

    public bool CommitsSeveralSubjects => inner.CommitsSeveralSubjects;

    public IOutbox Outbox => inner.Outbox;

    public IAccessLogStore AccessLogs => inner.AccessLogs;

    public Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken) =>
        inner.FindDueAsync(now, after, most, cancellationToken);

    public Task<ImmutableArray<ImportFate>> ImportAsync(TenantId tenant, ImmutableArray<SubjectRecord> records, CancellationToken cancellationToken) =>
        inner.ImportAsync(tenant, records, cancellationToken);

    public int Failures => _failures;

    public ITrackingSession OpenSession(TenantId tenant) => new Session(this, inner.OpenSession(tenant));

    private static CommitFailure? EveryTenth(int commit) => (commit % 20) switch
    {
        10 => CommitFailure.BeforeAnything,
        0 => CommitFailure.AfterEverything,
        _ => null,
    };

    private sealed class Session(FlakyStore store, ITrackingSession inner) : ITrackingSession
    {
        public TenantId Tenant => inner.Tenant;

        public Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

        public Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
            inner.FindByNumberAsync(numberText, cancellationToken);

        public Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
            inner.FindByCommandAsync(command, cancellationToken);

        public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) => inner.FindByClaimAsync(claim, cancellationToken);

        public Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken) => inner.NoticesAsync(id, cancellationToken);

        public Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken) =>
            inner.QueryAsync(query, cancellationToken);

        public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken) => inner.QueryAsync(query, cancellationToken);

        public Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken) =>
            inner.TakeSerialAsync(request, cancellationToken);

        public Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken) =>
            inner.VoidAsync(scope, serial, reason, cancellationToken);

        public async Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken)
        {
            var failure = store._plan(Interlocked.Increment(ref store._commits));
            if (failure is not null) Interlocked.Increment(ref store._failures);
            if (failure == CommitFailure.BeforeAnything) throw Injected("before");
            await inner.CommitAsync(changes, cancellationToken);
            if (failure is not null) throw Injected("after");
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private static StorageUnavailableException Injected(string when) => new(new IOException($"injected failure {when} the commit"));
    }
}
