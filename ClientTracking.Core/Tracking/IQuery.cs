using ClientTracking.Storage;
using ClientTracking.Tracking.Secrecy;
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
public sealed record QueryContext(ITrackingSession Session, TrackingModel Model, Actor Actor, Instant Now)
{
    /// <summary>
    /// All of the tenant's data, for an answer that is only right when it is worked out from everything; who asks is then shown no more of it
    /// than they may know.
    /// </summary>
    internal QueryContext Whole => Session is ReadingSession reading ? this with { Session = reading.Whole } : this;
}
