using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Promises when it will be delivered to the user, acceptance included (RF-37).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="DeliverOn">The promised day; not before today, nor before the promised hand-over.</param>
public sealed record PromiseDelivery(SubjectId Requirement, LocalDate DeliverOn) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.PromiseDelivery;

    private protected override AccessRule Access => new("RF-37", RequirementRoles.ProductManager);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        if (state.HandOverPromised is not { } handOver) throw new RuleViolationException("RF-36", "requirement.hand-over-not-estimated");
        if (DeliverOn < handOver) throw new RuleViolationException("RF-37", "requirement.delivery-before-hand-over", DeliverOn, handOver);
        return new DeliveryPromised(Promise.NotPast("deliverOn", DeliverOn, context), context.Actor.Id);
    }
}

/// <summary>The delivery was promised.</summary>
public sealed record DeliveryPromised(LocalDate DeliverOn, PersonId? By = null) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("delivery.promised", Promised: DeliverOn)];

    private protected override Requirement Change(Requirement before) =>
        before with { Status = RequirementStatus.InDevelopment, ExpectedDelivery = DeliverOn, ProductManager = By };
}
