using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.MediatR;

/// <summary>A command on its way through the mediator; it answers and throws what <see cref="ITracker.SendAsync{TResult}"/> does.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public sealed record SendCommand<TResult> : TrackedRequest<TResult>
{
    /// <summary>Wraps a command; <see cref="Tracked.Command{TResult}"/> infers the answer's type.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    public SendCommand(ICommand<TResult> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Command = command;
    }

    /// <summary>The command.</summary>
    public ICommand<TResult> Command { get; }

    internal override Task<TResult> HandToAsync(ITracker tracker, CancellationToken cancellationToken) =>
        tracker.SendAsync(Command, cancellationToken);
}
