using ClientTracking.Tracking;

namespace ClientTracking.MediatR;

/// <summary>A query on its way through the mediator; it answers and throws what <see cref="ITracker.QueryAsync{TResult}"/> does.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public sealed record RunQuery<TResult> : TrackedRequest<TResult>
{
    /// <summary>Wraps a query; <see cref="Tracked.Query{TResult}"/> infers the answer's type.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    public RunQuery(IQuery<TResult> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>The query.</summary>
    public IQuery<TResult> Query { get; }

    internal override Task<TResult> HandToAsync(ITracker tracker, CancellationToken cancellationToken) =>
        tracker.QueryAsync(Query, cancellationToken);
}
