namespace ClientTracking.Tracking;

/// <summary>All that happens by the clock, in one call: for hosts that have Quartz or Hangfire, and for tests that set the clock.</summary>
/// <remarks>Hosts that have neither call <c>RunInBackground()</c> at registration instead.</remarks>
public sealed class TrackingWork(ObligationSweeper sweeper, NoticeDispatcher dispatcher)
{
    /// <summary>Finds what is due by now, then delivers every notice that waits.</summary>
    /// <returns>How many notices were delivered.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken = default)
    {
        await sweeper.SweepAsync(cancellationToken).ConfigureAwait(false);
        return await dispatcher.DispatchAsync(cancellationToken).ConfigureAwait(false);
    }
}
