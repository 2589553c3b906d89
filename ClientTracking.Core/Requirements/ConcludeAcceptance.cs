using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Passes or fails the acceptance (验收); passed, the requirement is delivered to the requester (RF-42).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Passed">Whether it passed; failed, it goes back to development and the failure is kept (RF-50).</param>
/// <param name="Reason">Why it failed; needed then.</param>
public sealed record ConcludeAcceptance(SubjectId Requirement, bool Passed, string? Reason = null) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.ConcludeAcceptance;

    private protected override AccessRule Access => new("RF-05", RequirementRoles.ProductManager);

    private protected override void Validate(FaultList faults)
    {
        if (Passed) faults.Longest("reason", Reason, 500);
        else faults.Required("reason", Reason, 500);
    }

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new AcceptanceConcluded(Passed, Reason, context.Today);
}

/// <summary>The acceptance was concluded.</summary>
public sealed record AcceptanceConcluded(bool Passed, string? Reason, LocalDate On) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Passed ? "delivered" : "acceptance.failed")];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Requirement Change(Requirement before) => Passed
        ? (before with { Status = RequirementStatus.Delivered, ActualDelivery = On }).WithoutPending(Milestone.Delivery)
        : before with { Status = RequirementStatus.InDevelopment, AcceptanceFailures = before.AcceptanceFailures.Add(Reason ?? "") };
}
