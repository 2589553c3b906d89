using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.MediatR;

/// <summary>Makes a mediator request of a command or a query: <c>await mediator.Send(Tracked.Command(new ReportRequirement(…)))</c>.</summary>
public static class Tracked
{
    /// <summary>A command for the mediator.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    public static SendCommand<TResult> Command<TResult>(ICommand<TResult> command) => new(command);

    /// <summary>A query for the mediator.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    public static RunQuery<TResult> Query<TResult>(IQuery<TResult> query) => new(query);
}
