using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Promises when the planning document will be ready (RF-33).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="ReadyOn">The promised day, not before today.</param>
public sealed record EstimatePlanning(SubjectId Requirement, LocalDate ReadyOn) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.EstimatePlanning;

    private protected override AccessRule Access => new("RF-33", RequirementRoles.ProductManager);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new PlanningEstimated(Promise.NotPast("readyOn", ReadyOn, context), context.Actor.Id);
}

/// <summary>The planning document was promised.</summary>
public sealed record PlanningEstimated(LocalDate ReadyOn, PersonId? By = null) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("planning.estimated", Promised: ReadyOn)];

    private protected override Requirement Change(Requirement before) =>
        before with { Status = RequirementStatus.Planning, PlanningPromised = ReadyOn, ProductManager = By };
}
