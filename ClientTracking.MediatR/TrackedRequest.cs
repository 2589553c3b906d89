using ClientTracking.Tracking;
using MediatR;

namespace ClientTracking.MediatR;

/// <summary>Something for the engine on its way through <see cref="IMediator"/>: a <see cref="SendCommand{TResult}"/> or a <see cref="RunQuery{TResult}"/>.</summary>
/// <remarks>A pipeline behaviour of the host that is constrained to this type sees both and nothing else of the host's.</remarks>
/// <typeparam name="TResult">The answer.</typeparam>
public abstract record TrackedRequest<TResult> : IRequest<TResult>
{
    private protected TrackedRequest()
    {
    }

    internal abstract Task<TResult> HandToAsync(ITracker tracker, CancellationToken cancellationToken);
}
