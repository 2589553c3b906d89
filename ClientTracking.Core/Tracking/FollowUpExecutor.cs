using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>Carries out what follows from an entry: for the person who caused it, without asking for rights again.</summary>
internal sealed class FollowUpExecutor(CommandPipeline pipeline, Occasion occasion) : ICommandExecutor
{
    public Task<TResult> ExecuteAsync<TState, TResult>(ISubjectCommand<TState, TResult> command, CancellationToken cancellationToken)
        where TState : class => pipeline.RunAsync(pipeline.WorkOf(command), occasion, cancellationToken);

    /// <summary>Nobody's order about secrecy follows from something else: each is decided by who gives it.</summary>
    public Task<SecrecyOutcome> ExecuteAsync(ISecrecyCommand command, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An order about secrecy does not follow by itself.");

    /// <summary>Nobody is erased but by order.</summary>
    public Task<ErasedPerson> ExecuteAsync(ErasePerson command, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Erasing a person does not follow by itself.");

    public Task<TResult> ExecuteAsync<TResult>(IDutyCommand<TResult> command, CancellationToken cancellationToken) =>
        pipeline.RunAsync(pipeline.WorkOf(command), occasion, cancellationToken);
}
