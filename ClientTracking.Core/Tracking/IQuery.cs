using ClientTracking.Storage;
using NodaTime;

namespace ClientTracking.Tracking;

/// <summary>A question to the engine (查询); it changes nothing.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IQuery<TResult>
{
    /// <summary>Finds the answer.</summary>
    Task<TResult> RunAsync(QueryContext context, CancellationToken cancellationToken);
}

/// <summary>What a query may use.</summary>
/// <param name="Session">The tenant's data, to read.</param>
/// <param name="Model">The kinds and regulations in force.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Now">When, by the host's clock.</param>
public sealed record QueryContext(ITrackingSession Session, TrackingModel Model, Actor Actor, Instant Now);
