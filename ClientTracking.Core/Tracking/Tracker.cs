using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking.Secrecy;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>The engine's front door: commands go to the pipeline, queries run on a session of their own.</summary>
internal sealed class Tracker(
    CommandPipeline pipeline, TrackingModel model, ITrackingStore store, IActorProvider actors, ITenantProvider tenants, IClock clock, Readers readers) : ITracker
{
    public Task<TResult> SendAsync<TResult>(ICommand<TResult> command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.AcceptAsync(pipeline, cancellationToken);
    }

    public async Task<TResult> QueryAsync<TResult>(IQuery<TResult> query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var actor = await actors.GetActorAsync(cancellationToken).ConfigureAwait(false);
        var tenant = await tenants.GetTenantAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var clearance = await readers.FindAsync(tenant, actor, now, cancellationToken).ConfigureAwait(false);
        var session = new QuerySession(store.OpenSession(tenant));
        await using var _ = session.ConfigureAwait(false);
        ITrackingSession seen = clearance is null ? session : new ReadingSession(session, clearance);
        return await query.RunAsync(new(seen, model, actor, now), cancellationToken).ConfigureAwait(false);
    }
}
