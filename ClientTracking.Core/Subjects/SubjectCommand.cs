using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>What every command on a subject has: when, under which id, and hooks that only its kind sees.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public abstract record SubjectCommand<TState, TResult> : ISubjectCommand<TState, TResult> where TState : class
{
    private protected SubjectCommand()
    {
    }

    /// <inheritdoc/>
    public CommandId? CommandId { get; init; }

    /// <inheritdoc/>
    public Instant? At { get; init; }

    SubjectId? ISubjectCommand<TState, TResult>.Subject => Target;

    AccessRule? ISubjectCommand<TState, TResult>.Access => Access;

    ImmutableArray<SubjectReference> ISubjectCommand<TState, TResult>.References => References;

    private protected abstract SubjectId? Target { get; }

    private protected virtual AccessRule? Access => null;

    private protected virtual ImmutableArray<SubjectReference> References => [];

    void ISubjectCommand<TState, TResult>.Validate(FaultList faults) => Validate(faults);

    ISubjectEvent<TState>? ISubjectCommand<TState, TResult>.Decide(Subject<TState>? subject, DecisionContext context) => Happening(subject, context);

    TResult ISubjectCommand<TState, TResult>.Answer(Subject<TState> after) => Answer(after);

    private protected virtual void Validate(FaultList faults)
    {
    }

    /// <summary>What happens, as the kind completes what the command decided.</summary>
    private protected abstract ISubjectEvent<TState>? Happening(Subject<TState>? subject, DecisionContext context);

    private protected abstract TResult Answer(Subject<TState> after);
}
