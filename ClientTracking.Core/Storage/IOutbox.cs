using System.Collections.Immutable;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Storage;

/// <summary>The notices that were committed and wait for delivery. Several hosts share it: a leased notice is nobody else's until the lease ends.</summary>
public interface IOutbox
{
    /// <summary>Leases notices that are due and not leased, oldest first.</summary>
    /// <param name="owner">Who leases; unique per running host.</param>
    /// <param name="now">The instant of the call, by the host's clock.</param>
    /// <param name="until">When the lease ends by itself; what is not settled by then is leased again.</param>
    /// <param name="most">The most notices wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<OutboxMessage>> LeaseAsync(string owner, Instant now, Instant until, int most, CancellationToken cancellationToken);

    /// <summary>Settles a leased notice; it is never delivered again. Without effect when the lease was lost.</summary>
    Task DeliveredAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Notes a failed delivery and when to try again; without an instant it is set aside for good with the reason.</summary>
    Task FailedAsync(OutboxMessage message, string reason, Instant? retryAt, CancellationToken cancellationToken);

    /// <summary>What was set aside, oldest first, at most <paramref name="most"/>.</summary>
    Task<ImmutableArray<OutboxMessage>> SetAsideAsync(TenantId tenant, int most, CancellationToken cancellationToken);

    /// <summary>Puts a notice that was set aside back into the queue at its old place, as if it had never failed; its last reason stays.</summary>
    /// <param name="message">The notice, from <see cref="SetAsideAsync"/>.</param>
    /// <param name="from">When it may be leased.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was set aside until now.</returns>
    Task<bool> RequeueAsync(OutboxMessage message, Instant from, CancellationToken cancellationToken);
}

/// <summary>A notice on its way to the host.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="LeasedBy">Who holds the lease.</param>
/// <param name="Attempts">How many deliveries have failed so far.</param>
/// <param name="LastFailure">Why the last one failed.</param>
public sealed record OutboxMessage(Notice Notice, string LeasedBy, int Attempts, string? LastFailure);
