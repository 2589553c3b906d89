using System.Collections.Immutable;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage;

/// <summary>Where tracking data lives: the port an adapter implements. Same promises in every adapter; the conformance suite holds them.</summary>
/// <remarks>A store never reads a clock and never lets a collation decide whether two texts are equal: comparison is ordinal.</remarks>
public interface ITrackingStore
{
    /// <summary>Whether one commit may change several subjects.</summary>
    bool CommitsSeveralSubjects { get; }

    /// <summary>Opens a unit of work for one tenant, with one commit.</summary>
    ITrackingSession OpenSession(TenantId tenant);

    /// <summary>The subjects of all tenants on which something is due by the clock: their <see cref="SubjectRecord.DueFrom"/> is not after now.</summary>
    /// <param name="now">The instant of the call, by the host's clock.</param>
    /// <param name="after">The last subject of the page before; null: from the beginning. Only what comes after it in the order is found.</param>
    /// <param name="most">The most subjects wanted; by that instant, then tenant, then id, each once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken);

    /// <summary>Stores records with their whole journals as they are: historic ones, of which nobody is told.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="records">The records; none of them may name the same id, number or claim as another.</param>
    /// <param name="cancellationToken">Gives up between records, or before any is written.</param>
    /// <returns>What became of each, in their order. Each is there whole or not at all, and its number stands in the ledger.</returns>
    /// <exception cref="Errors.StorageUnavailableException">Repeating it is safe: what is there already is found to be there.</exception>
    Task<ImmutableArray<ImportFate>> ImportAsync(TenantId tenant, ImmutableArray<SubjectRecord> records, CancellationToken cancellationToken) =>
        ImportFate.OneByOneAsync(this, tenant, records, cancellationToken);

    /// <summary>The notices that wait for delivery, of all tenants.</summary>
    IOutbox Outbox { get; }

    /// <summary>The access logs, of all tenants.</summary>
    /// <exception cref="NotSupportedException">The store keeps none; then it gives out nothing that would have to be logged (CL-11).</exception>
    IAccessLogStore AccessLogs => throw new NotSupportedException("This store keeps no access log.");
}

/// <summary>A subject on which something is due by the clock.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">The subject.</param>
/// <param name="From">Since when.</param>
public readonly record struct DueSubject(TenantId Tenant, SubjectId Subject, Instant From);
