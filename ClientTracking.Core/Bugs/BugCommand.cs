using ClientTracking.Subjects;

namespace ClientTracking.Bugs;

/// <summary>A command on a bug.</summary>
public abstract record BugCommand : SubjectCommand<Bug, BugProgress>
{
    private protected BugCommand()
    {
    }

    private protected sealed override ISubjectEvent<Bug>? Happening(Subject<Bug>? subject, DecisionContext context) => Decide(subject, context);

    private protected sealed override BugProgress Answer(Subject<Bug> after) => new(after.Id, after.Number?.Text, after.State.Status);

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
