using ClientTracking.Tracking;
using MediatR;

namespace ClientTracking.MediatR;

/// <summary>Hands every command and query to the engine.</summary>
/// <remarks>
/// It takes the two arguments of <see cref="IRequestHandler{TRequest, TResponse}"/> as they come, because the container closes an open
/// generic only argument by argument: a handler of SendCommand&lt;TResult&gt; with the one argument TResult it cannot close.
/// </remarks>
internal sealed class TrackedRequestHandler<TRequest, TResult>(ITracker tracker) : IRequestHandler<TRequest, TResult>
    where TRequest : TrackedRequest<TResult>
{
    public Task<TResult> Handle(TRequest request, CancellationToken cancellationToken) => request.HandToAsync(tracker, cancellationToken);
}
