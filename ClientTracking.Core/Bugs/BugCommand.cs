using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>A command on a bug.</summary>
public abstract record BugCommand : ISubjectCommand<Bug, BugProgress>
{
    private protected BugCommand()
    {
    }

    /// <inheritdoc/>
    public CommandId? CommandId { get; init; }

    /// <inheritdoc/>
    public Instant? At { get; init; }

    SubjectId? ISubjectCommand<Bug, BugProgress>.Subject => Target;

    AccessRule? ISubjectCommand<Bug, BugProgress>.Access => Access;

    ImmutableArray<SubjectReference> ISubjectCommand<Bug, BugProgress>.References => References;

    private protected abstract SubjectId? Target { get; }

    private protected abstract AccessRule? Access { get; }

    private protected virtual ImmutableArray<SubjectReference> References => [];

    void ISubjectCommand<Bug, BugProgress>.Validate(FaultList faults) => Validate(faults);

    ISubjectEvent<Bug>? ISubjectCommand<Bug, BugProgress>.Decide(Subject<Bug>? subject, DecisionContext context) => Decide(subject, context);

    BugProgress ISubjectCommand<Bug, BugProgress>.Answer(Subject<Bug> after) => new(after.Id, after.Number?.Text, after.State.Status);

    private protected virtual void Validate(FaultList faults)
    {
    }

    private protected abstract BugEvent Decide(Subject<Bug>? subject, DecisionContext context);
}

/// <summary>A step of a bug that exists already; refused out of order with what is possible now.</summary>
/// <param name="Bug">The bug, by id.</param>
public abstract record BugStep(SubjectId Bug) : BugCommand
{
    private protected sealed override SubjectId? Target => Bug;

    private protected abstract BugAction Action { get; }

    private protected sealed override BugEvent Decide(Subject<Bug>? subject, DecisionContext context)
    {
        BugLifecycle.Require(Action, subject!.State.Status);
        return Decide(subject, subject.State, context);
    }

    private protected abstract BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context);
}

/// <summary>Where a bug stands after a command.</summary>
/// <param name="Bug">Its id.</param>
/// <param name="Number">Its number, once it has one.</param>
/// <param name="Status">Its status.</param>
public sealed record BugProgress(SubjectId Bug, string? Number, BugStatus Status);
