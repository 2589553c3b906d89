using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>A command on a requirement.</summary>
public abstract record RequirementCommand<TResult> : SubjectCommand<Requirement, TResult>
{
    private protected RequirementCommand()
    {
    }

    private protected sealed override ISubjectEvent<Requirement>? Happening(Subject<Requirement>? subject, DecisionContext context) =>
        Decide(subject, context) is { } happened ? happened with { Awaited = subject?.State.Awaiting } : null;

    private protected abstract RequirementEvent? Decide(Subject<Requirement>? subject, DecisionContext context);
}

/// <summary>A step of a requirement that exists already; refused out of order with what is possible now (RF-50).</summary>
/// <param name="Requirement">The requirement, by id.</param>
public abstract record RequirementStep<TResult>(SubjectId Requirement) : RequirementCommand<TResult>
{
    private protected sealed override SubjectId? Target => Requirement;

    private protected abstract RequirementAction Action { get; }

    private protected sealed override RequirementEvent? Decide(Subject<Requirement>? subject, DecisionContext context)
    {
        RequirementLifecycle.Require(Action, subject!.State);
        return Decide(subject, subject.State, context);
    }

    private protected abstract RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context);
}

/// <summary>A step whose answer is where the requirement stands now.</summary>
/// <param name="Requirement">The requirement, by id.</param>
public abstract record RequirementStep(SubjectId Requirement) : RequirementStep<Progress>(Requirement)
{
    private protected sealed override Progress Answer(Subject<Requirement> after) => new(after.Id, after.Number?.Text, after.State.Status);
}

/// <summary>Where a requirement stands after a step.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="Number">Its number, once it has one.</param>
/// <param name="Status">Its status.</param>
public sealed record Progress(SubjectId Requirement, string? Number, RequirementStatus Status);
