using System.Collections.Immutable;
using NodaTime;

#pragma warning disable CS1998 // The answer is there at once; async lets whatever is thrown come with the task, as from any other store.

namespace ClientTracking.Storage.InMemory;

/// <summary>The outbox in the tables of the store.</summary>
internal sealed class InMemoryOutbox(InMemoryTrackingStore store) : IOutbox
{
    public async Task<ImmutableArray<OutboxMessage>> LeaseAsync(
        string owner, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Change(outbox =>
        {
            var leased = (
                from entry in outbox.Queue
                where !entry.Value.SetAside && entry.Value.FreeFrom <= now
                select (Place: entry.Key, Line: entry.Value with { LeasedBy = owner, FreeFrom = until })).Take(most).ToImmutableArray();
            return (
                leased.Aggregate(outbox, (table, row) => table.With(row.Place, row.Line)),
                leased.Select(row => row.Line.Message).ToImmutableArray());
        });
    }

    public async Task DeliveredAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change(outbox => (outbox.PlaceOf(message) is { } place ? outbox.Without(place) : outbox, message));
    }

    public async Task FailedAsync(OutboxMessage message, string reason, Instant? retryAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change(outbox => (outbox.PlaceOf(message) is { } place ? Fail(outbox, place, reason, retryAt) : outbox, message));
    }

    public async Task<ImmutableArray<OutboxMessage>> SetAsideAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lines = store.Tables.Outbox.Queue.Values.Where(line => line.SetAside && line.Notice.Tenant == tenant);
        return [.. lines.Take(most).Select(line => line.Message)];
    }

    public async Task<bool> RequeueAsync(OutboxMessage message, Instant from, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Change(outbox => outbox.Places.TryGetValue((message.Notice.Tenant, message.Notice.Key), out var place) && outbox.Queue[place] is { SetAside: true } line
            ? (outbox.With(place, line with { SetAside = false, Attempts = 0, FreeFrom = from }), true)
            : (outbox, false));
    }

    private static OutboxTable Fail(OutboxTable outbox, long place, string reason, Instant? retryAt)
    {
        var line = outbox.Queue[place];
        return outbox.With(place, line with
        {
            LeasedBy = null,
            FreeFrom = retryAt ?? line.FreeFrom,
            SetAside = retryAt is null,
            Attempts = line.Attempts + 1,
            LastFailure = reason,
        });
    }

    private T Change<T>(Func<OutboxTable, (OutboxTable After, T Answer)> change) => store.Change(tables =>
    {
        var (after, answer) = change(tables.Outbox);
        return (tables with { Outbox = after }, answer);
    });
}
