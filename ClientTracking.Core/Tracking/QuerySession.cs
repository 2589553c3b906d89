using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>The tenant's data as queries see it, the host's own too: whatever text they search by is checked before any store sees it.</summary>
internal sealed class QuerySession(ITrackingSession inner) : ITrackingSession
{
    public TenantId Tenant => inner.Tenant;

    public Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
        inner.FindByNumberAsync(SearchTexts.Checked("number", numberText), cancellationToken);

    public Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
        inner.FindByCommandAsync(command, cancellationToken);

    public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        inner.FindByClaimAsync(claim.Checked(), cancellationToken);

    public Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken) =>
        inner.QueryAsync(query.Checked(), cancellationToken);

    public Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken) =>
        inner.QueryAsync(query.Checked(), cancellationToken);

    public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken) =>
        inner.QueryAsync(query.Checked(), cancellationToken);

    public Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken) => inner.NoticesAsync(id, cancellationToken);

    public Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken) => throw ChangesNothing();

    public Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken) => throw ChangesNothing();

    public Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken) => throw ChangesNothing();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static InvalidOperationException ChangesNothing() => new("A query changes nothing.");
}
