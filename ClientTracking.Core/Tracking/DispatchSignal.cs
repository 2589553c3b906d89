using System.Threading.Channels;

namespace ClientTracking.Tracking;

/// <summary>Wakes the background work when a commit left notices to deliver.</summary>
internal sealed class DispatchSignal
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _wake.Writer.TryWrite(true);

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(longest);
        try
        {
            await _wake.Reader.ReadAsync(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing was committed here meanwhile; other hosts may have left something, so the caller looks all the same.
        }
    }
}
