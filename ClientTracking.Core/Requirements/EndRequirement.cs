using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Ends a requirement because the requester took it back (RF-50); what is owed on it is cancelled.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawRequirement(SubjectId Requirement, string Reason) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.End;

    private protected override AccessRule Access => new("RF-03", RequirementRoles.Collector);

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new RequirementEnded(Reason, null);
}

/// <summary>Ends a requirement because it is the same as another one (RF-50); what is owed on it is cancelled.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="DuplicateOf">The requirement that goes on.</param>
public sealed record MarkDuplicate(SubjectId Requirement, SubjectId DuplicateOf) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.End;

    private protected override AccessRule Access => new("RF-03", RequirementRoles.Collector);

    private protected override ImmutableArray<SubjectReference> References => [new("duplicateOf", RequirementKind.Instance.Kind, DuplicateOf)];

    private protected override void Validate(FaultList faults)
    {
        if (DuplicateOf == Requirement) faults.Add("duplicateOf", "requirement.duplicate-of-itself");
    }

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new RequirementEnded(null, DuplicateOf);
}

/// <summary>The requirement ended before delivery.</summary>
/// <param name="Reason">Why it was taken back.</param>
/// <param name="DuplicateOf">Of which requirement it is a duplicate.</param>
public sealed record RequirementEnded(string? Reason, SubjectId? DuplicateOf) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(DuplicateOf is null ? "withdrawn" : "duplicate"), new("ended")];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Requirement Change(Requirement before) => before with
    {
        Status = DuplicateOf is null ? RequirementStatus.Withdrawn : RequirementStatus.Duplicate,
        DuplicateOf = DuplicateOf,
    };
}
