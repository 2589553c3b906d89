using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.Conformance;

/// <summary>A store whose every tenth commit fails, in turn before it began and after it was done: the caller sees the same error for both.</summary>
internal sealed class FlakyStore(ITrackingStore inner) : ITrackingStore
{
    private int _commits;

    public bool CommitsSeveralSubjects => inner.CommitsSeveralSubjects;

    public IOutbox Outbox => inner.Outbox;

    public Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken) =>
        inner.FindDueAsync(now, after, most, cancellationToken);

    public Task<ImmutableArray<ImportFate>> ImportAsync(TenantId tenant, ImmutableArray<SubjectRecord> records, CancellationToken cancellationToken) =>
        inner.ImportAsync(tenant, records, cancellationToken);

    public int Failures => _commits / 10;

    public ITrackingSession OpenSession(TenantId tenant) => new Session(this, inner.OpenSession(tenant));

    private sealed class Session(FlakyStore store, ITrackingSession inner) : ITrackingSession
    {
        public TenantId Tenant => inner.Tenant;

        public Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

        public Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
            inner.FindByNumberAsync(numberText, cancellationToken);

        public Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
            inner.FindByCommandAsync(command, cancellationToken);

        public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) => inner.FindByClaimAsync(claim, cancellationToken);

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
            var commit = Interlocked.Increment(ref store._commits);
            if (commit % 20 == 10) throw Injected("before");
            await inner.CommitAsync(changes, cancellationToken);
            if (commit % 20 == 0) throw Injected("after");
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private static StorageUnavailableException Injected(string when) => new(new IOException($"injected failure {when} the commit"));
    }
}
