using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>A command on one subject. Everything in it is pure, so a conflict is retried safely.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public interface ISubjectCommand<TState, TResult> : ICommand<TResult> where TState : class
{
    /// <summary>The subject it acts on; none brings a new one to life.</summary>
    SubjectId? Subject { get; }

    /// <summary>Who may send it; none: anybody.</summary>
    AccessRule? Access => null;

    /// <summary>Adds every fault of form, each with its path.</summary>
    void Validate(FaultList faults);

    /// <summary>The earliest instant it may have happened at: that of the entry it answers, by default the last.</summary>
    Instant NotBefore(Subject<TState> subject) => subject.Record.LastAt;

    /// <summary>Decides what happens.</summary>
    /// <param name="subject">The subject as it is; null for a new one.</param>
    /// <param name="context">When, by whom, under which regulation.</param>
    /// <exception cref="RuleViolationException">A rule forbids it.</exception>
    ISubjectEvent<TState> Decide(Subject<TState>? subject, DecisionContext context);

    /// <summary>The answer, from the subject as this command left it; a repetition of the command gets the same.</summary>
    TResult Answer(Subject<TState> after);

    /// <inheritdoc/>
    Task<TResult> ICommand<TResult>.AcceptAsync(ICommandExecutor executor, CancellationToken cancellationToken) =>
        executor.ExecuteAsync(this, cancellationToken);
}
