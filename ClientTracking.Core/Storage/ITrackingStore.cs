namespace ClientTracking.Storage;

/// <summary>Where tracking data lives: the port an adapter implements. Same promises in every adapter; the conformance suite holds them.</summary>
/// <remarks>A store never reads a clock and never lets a collation decide whether two texts are equal: comparison is ordinal.</remarks>
public interface ITrackingStore
{
    /// <summary>Whether one commit may change several subjects.</summary>
    bool CommitsSeveralSubjects { get; }

    /// <summary>Opens a unit of work for one tenant, with one commit.</summary>
    ITrackingSession OpenSession(TenantId tenant);

    /// <summary>The notices that wait for delivery, of all tenants.</summary>
    IOutbox Outbox { get; }
}
