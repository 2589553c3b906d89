using ClientTracking.Storage;
using ClientTracking.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>
/// Hands committed notices to the host's <see cref="INoticeHandler"/>s, each at least once, whichever host committed them; before that it sees
/// to it that every <see cref="FollowUp"/> of what happened is done.
/// </summary>
/// <remarks>A handler that fails is tried again with growing delay; after <see cref="ClientTrackingOptions.DeliveryAttempts"/> the notice is set aside with the reason.</remarks>
public sealed class NoticeDispatcher(
    IServiceScopeFactory scopes, IClock clock, IOptions<ClientTrackingOptions> options, Telemetry telemetry, ILogger<NoticeDispatcher>? logger = null)
{
    private readonly ILogger _log = logger ?? NullLogger<NoticeDispatcher>.Instance;
    private const int Batch = 100;
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>Delivers what is due now, until nothing is left.</summary>
    /// <returns>How many notices were delivered.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken = default)
    {
        var delivered = 0;
        while (true)
        {
            var scope = scopes.CreateAsyncScope();
            await using var _ = scope.ConfigureAwait(false);
            var outbox = scope.ServiceProvider.GetRequiredService<ITrackingStore>().Outbox;
            var now = clock.GetCurrentInstant().CutToMilliseconds();
            var messages = await outbox.LeaseAsync(_owner, now, now + Lease, Batch, cancellationToken).ConfigureAwait(false);
            if (messages.IsEmpty) return delivered;
            foreach (var message in messages)
                if (await DeliverAsync(outbox, message, cancellationToken).ConfigureAwait(false))
                    delivered++;
        }
    }

    private async Task<bool> DeliverAsync(IOutbox outbox, OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Delivering();
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using var _ = scope.ConfigureAwait(false);
            await scope.ServiceProvider.GetRequiredService<CommandPipeline>().FollowAsync(message.Notice, cancellationToken).ConfigureAwait(false);
            foreach (var handler in scope.ServiceProvider.GetServices<INoticeHandler>())
                await handler.HandleAsync(message.Notice, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a host's handler throws, the notice is kept and the reason with it.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await FailAsync(outbox, message, e, cancellationToken).ConfigureAwait(false);
            return false;
        }
        await outbox.DeliveredAsync(message, cancellationToken).ConfigureAwait(false);
        telemetry.Delivered((clock.GetCurrentInstant() - message.Notice.At).TotalSeconds);
        return true;
    }

    private async Task FailAsync(IOutbox outbox, OutboxMessage message, Exception cause, CancellationToken cancellationToken)
    {
        var attempt = message.Attempts + 1;
        _log.NotDelivered(cause, message.Notice.Key, attempt);
        Instant? retryAt = null;
        if (attempt < options.Value.DeliveryAttempts)
            retryAt = clock.GetCurrentInstant().CutToMilliseconds() + Duration.FromSeconds(Math.Min(Math.Pow(2, attempt), 3600));
        else
            _log.SetAside(message.Notice.Key, attempt);
        telemetry.NotDelivered(setAside: retryAt is null);
        await outbox.FailedAsync(message, $"{cause.GetType().Name}: {cause.Message}", retryAt, cancellationToken).ConfigureAwait(false);
    }
}
