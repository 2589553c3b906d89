using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>What the suites do with the outbox, which is that of all tenants.</summary>
internal static class Outboxes
{
    /// <summary>Longer than any fact.</summary>
    internal static readonly Duration Lease = Duration.FromMinutes(10);

    /// <summary>Leases everything that is due, and shows what is this tenant's.</summary>
    internal static async Task<ImmutableArray<OutboxMessage>> LeaseOfAsync(
        this IOutbox outbox, TenantId tenant, string owner, Instant now, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<OutboxMessage>();
        while (await outbox.LeaseAsync(owner, now, now + Lease, 100, cancellationToken) is { IsEmpty: false } messages)
            found.AddRange(messages.Where(message => message.Notice.Tenant == tenant));
        return found.ToImmutable();
    }

    /// <summary>Delivers whatever other facts have left behind, however late they wanted to try again.</summary>
    internal static async Task EmptyAsync(this IOutbox outbox, CancellationToken cancellationToken)
    {
        var now = Instant.FromUtc(9000, 1, 1, 0, 0);
        while (await outbox.LeaseAsync("sweep", now, now + Lease, 100, cancellationToken) is { IsEmpty: false } messages)
            foreach (var message in messages)
                await outbox.DeliveredAsync(message, cancellationToken);
    }
}
