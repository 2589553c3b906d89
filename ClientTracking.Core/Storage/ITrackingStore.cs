using System.Collections.Immutable;
using ClientTracking.Obligations;
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

    /// <summary>The subjects of all tenants on which a notice is to be sent by now: an obligation whose <see cref="NoticeDue.SendAt"/> is not after it.</summary>
    /// <param name="now">The instant of the call, by the host's clock.</param>
    /// <param name="after">The last subject of the page before; null: from the beginning. Only what comes after it in the order is found.</param>
    /// <param name="most">The most subjects wanted; by their earliest notice, then tenant, then id, each once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken);

    /// <summary>The notices that wait for delivery, of all tenants.</summary>
    IOutbox Outbox { get; }
}

/// <summary>A subject on which a notice is to be sent.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">The subject.</param>
/// <param name="SendAt">When its earliest notice is to be sent.</param>
public readonly record struct DueSubject(TenantId Tenant, SubjectId Subject, Instant SendAt);
