using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Promises when the work will be handed over for acceptance (RF-36).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="HandOverOn">The promised day, not before today.</param>
public sealed record EstimateHandOver(SubjectId Requirement, LocalDate HandOverOn) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.EstimateHandOver;

    private protected override AccessRule Access => new("RF-04", RequirementRoles.IT);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new HandOverEstimated(Promise.NotPast("handOverOn", HandOverOn, context), context.Actor.Id);
}

/// <summary>The hand-over for acceptance was promised.</summary>
public sealed record HandOverEstimated(LocalDate HandOverOn, PersonId? By = null) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("hand-over.estimated", Promised: HandOverOn)];

    private protected override Requirement Change(Requirement before) => before with { HandOverPromised = HandOverOn, Engineer = By };
}
