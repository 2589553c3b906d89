using ClientTracking.Errors;
using ClientTracking.Storage;
using ClientTracking.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>Whether the store answers and the background work keeps up; a host adds it with <c>AddHealthChecks().AddCheck&lt;TrackingHealthCheck&gt;(…)</c>.</summary>
/// <remarks>
/// Unhealthy: the store cannot be reached. Degraded: a notice should have been sent longer ago than <see cref="ClientTrackingOptions.AllowedLag"/>,
/// so no host sweeps, or none gets on.
/// </remarks>
public sealed class TrackingHealthCheck(IServiceScopeFactory scopes, IClock clock, IOptions<ClientTrackingOptions> options) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var now = clock.GetCurrentInstant().CutToMilliseconds();
        try
        {
            var due = await scope.ServiceProvider.GetRequiredService<ITrackingStore>().FindDueAsync(now, null, 1, cancellationToken).ConfigureAwait(false);
            var lag = due.IsEmpty ? Duration.Zero : now - due[0].From;
            var data = new Dictionary<string, object> { ["sweep-lag-seconds"] = lag.TotalSeconds };
            return lag > Duration.FromTimeSpan(options.Value.AllowedLag)
                ? HealthCheckResult.Degraded($"A notice waits to be sent since {lag.TotalSeconds:0} s.", data: data)
                : HealthCheckResult.Healthy(data: data);
        }
        catch (StorageUnavailableException e)
        {
            return HealthCheckResult.Unhealthy("The store cannot be reached.", e);
        }
    }
}
