using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>Something a person asks the engine to do (命令).</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public interface ICommand<TResult>
{
    /// <summary>The sender's own id of this command; sent twice, it is done once and answered alike. None: every sending counts.</summary>
    CommandId? CommandId { get; }

    /// <summary>When it happened, cut to milliseconds; none: now. Never in the future, never before what it answers.</summary>
    Instant? At { get; }

    /// <summary>Hands itself to the engine with its type known.</summary>
    Task<TResult> AcceptAsync(ICommandExecutor executor, CancellationToken cancellationToken);
}

/// <summary>Carries out commands whose subject type is known; the engine's side of <see cref="ICommand{TResult}"/>.</summary>
public interface ICommandExecutor
{
    /// <summary>Carries out one command on one subject.</summary>
    Task<TResult> ExecuteAsync<TState, TResult>(ISubjectCommand<TState, TResult> command, CancellationToken cancellationToken)
        where TState : class;

    /// <summary>Carries out one command on the duties of one subject, whatever its kind.</summary>
    Task<TResult> ExecuteAsync<TResult>(IDutyCommand<TResult> command, CancellationToken cancellationToken);

    /// <summary>Carries out one order about the secrecy of one subject, whatever its kind.</summary>
    Task<SecrecyOutcome> ExecuteAsync(ISecrecyCommand command, CancellationToken cancellationToken);

    /// <summary>Erases a person in every subject of the tenant.</summary>
    Task<ErasedPerson> ExecuteAsync(ErasePerson command, CancellationToken cancellationToken);
}
