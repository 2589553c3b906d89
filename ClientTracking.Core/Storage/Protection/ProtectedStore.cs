using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage.Protection;

/// <summary>Keeps the content of TopSecret records encrypted in any other store (静态加密); <c>ProtectContent</c> puts it in front of a host's store.</summary>
/// <remarks>
/// Whole records are encrypted when they are raised to TopSecret and decrypted when they are lowered or their term is put on record as over. What a
/// database keeps of plain text it once held (free pages, logs, backups) is the database's own. What was written before there was a protector is read
/// as it is and encrypted with the next commit of its record; so is what a former key encrypted. Notices need none: they name and do not quote.
/// </remarks>
public sealed class ProtectedStore : ITrackingStore
{
    private readonly ITrackingStore _inner;
    private readonly RecordSeal _seal;

    /// <summary>Puts the protector in front of a store.</summary>
    public ProtectedStore(ITrackingStore inner, IContentProtector protector)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(protector);
        (_inner, _seal) = (inner, new(protector));
    }

    /// <inheritdoc/>
    public bool CommitsSeveralSubjects => _inner.CommitsSeveralSubjects;

    /// <inheritdoc/>
    public IOutbox Outbox => _inner.Outbox;

    /// <inheritdoc/>
    public IAccessLogStore AccessLogs => _inner.AccessLogs;

    /// <inheritdoc/>
    public ITrackingSession OpenSession(TenantId tenant) => new ProtectedSession(_inner.OpenSession(tenant), _seal);

    /// <inheritdoc/>
    public Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken) =>
        _inner.FindDueAsync(now, after, most, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<ImportFate>> ImportAsync(TenantId tenant, ImmutableArray<SubjectRecord> records, CancellationToken cancellationToken) =>
        _inner.ImportAsync(
            tenant, [.. records.Select(record => RecordSeal.IsSecret(record) ? _seal.Seal(tenant, record, null, null) : record)], cancellationToken);
}
