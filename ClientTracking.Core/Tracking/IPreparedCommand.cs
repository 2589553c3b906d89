using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>A command that has to look something up before it can be decided: which subject it acts on, or facts that stand on many others.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IPreparedCommand<TState, TResult> : ISubjectCommand<TState, TResult> where TState : class
{
    /// <summary>
    /// The same command with what it found. Asked anew at every attempt, in the session of the commit, after form and rights are checked. It finds what a
    /// query of the same person would: what that person may not read is as if it were not there (T40).
    /// </summary>
    /// <exception cref="Errors.InvalidRequestException">It speaks of something that is not there.</exception>
    /// <exception cref="Errors.RuleViolationException">What it found forbids it.</exception>
    Task<ISubjectCommand<TState, TResult>> PrepareAsync(QueryContext context, CancellationToken cancellationToken);
}
