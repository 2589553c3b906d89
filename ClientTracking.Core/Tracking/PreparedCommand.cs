using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>What every command has that looks something up before it is decided.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public abstract record PreparedCommand<TState, TResult> : SubjectCommand<TState, TResult>, IPreparedCommand<TState, TResult> where TState : class
{
    private protected PreparedCommand()
    {
    }

    Task<ISubjectCommand<TState, TResult>> IPreparedCommand<TState, TResult>.PrepareAsync(QueryContext context, CancellationToken cancellationToken) =>
        PrepareAsync(context, cancellationToken);

    private protected abstract Task<ISubjectCommand<TState, TResult>> PrepareAsync(QueryContext context, CancellationToken cancellationToken);
}
