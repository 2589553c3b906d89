using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Hands the finished work over for acceptance (RF-41).</summary>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record HandOverForAcceptance(SubjectId Requirement) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.HandOver;

    private protected override AccessRule Access => new("RF-04", RequirementRoles.IT);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new HandedOverForAcceptance();
}

/// <summary>The work was handed over for acceptance.</summary>
public sealed record HandedOverForAcceptance : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("handed-over")];

    private protected override Requirement Change(Requirement before) =>
        (before with { Status = RequirementStatus.InAcceptance }).WithoutPending(Milestone.HandOver);
}
