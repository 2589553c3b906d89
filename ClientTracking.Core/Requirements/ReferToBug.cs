using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Notes the bug that turned out to be this requirement (RF-60); without effect where it is noted.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Bug">The bug, by id.</param>
/// <param name="Number">The bug's number, if it has one.</param>
public sealed record ReferToBug(SubjectId Requirement, SubjectId Bug, string? Number = null) : RequirementCommand<Progress>
{
    private protected override SubjectId? Target => Requirement;

    private protected override AccessRule? Access => new("RF-60", RequirementRoles.Tester, RequirementRoles.Collector);

    private protected override void Validate(FaultList faults) => faults.Longest("number", Number, 64);

    private protected override RequirementEvent? Decide(Subject<Requirement>? subject, DecisionContext context) =>
        subject!.State.Bug == Bug ? null : new BugReferredTo(Bug, Number);

    private protected override Progress Answer(Subject<Requirement> after) => new(after.Id, after.Number?.Text, after.State.Status);
}

/// <summary>The requirement refers to the bug it was at first.</summary>
public sealed record BugReferredTo(SubjectId Bug, string? Number) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.referred-to")];

    private protected override Requirement Change(Requirement before) => before with { Bug = Bug };
}
