using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Delivers the numbered planning document (策划案, RF-40).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Document">The number of the document.</param>
public sealed record DeliverPlanningDocument(SubjectId Requirement, string Document) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.DeliverPlanningDocument;

    private protected override AccessRule Access => new("RF-05", RequirementRoles.ProductManager);

    private protected override void Validate(FaultList faults) => faults.Required("document", Document, 100);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new PlanningDocumentDelivered(Document);
}

/// <summary>The planning document was delivered.</summary>
public sealed record PlanningDocumentDelivered(string Document) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("planning.delivered")];

    private protected override Requirement Change(Requirement before) =>
        (before with { Status = RequirementStatus.Estimating, PlanningDocument = Document }).WithoutPending(Milestone.Planning);
}
