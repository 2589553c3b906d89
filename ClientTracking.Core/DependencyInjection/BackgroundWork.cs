using ClientTracking.Tracking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ClientTracking.DependencyInjection;

/// <summary>Delivers notices as long as the host runs; a failure is logged and tried again.</summary>
internal sealed class BackgroundWork(
    NoticeDispatcher dispatcher, DispatchSignal signal, IOptions<ClientTrackingOptions> options, ILogger<BackgroundWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dispatcher.DispatchAsync(stoppingToken).ConfigureAwait(false);
                await signal.WaitAsync(options.Value.BackgroundInterval, stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The host must go on when the store is away for a while; the failure is logged.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.BackgroundFailed(e);
                await Task.Delay(options.Value.BackgroundInterval, stoppingToken).ConfigureAwait(false);
            }
        }
    }
}
