using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Pauses what the staff owe on a requirement while the requester must answer something (等待需求人, CV-15).</summary>
/// <remarks>Held are the estimates and the commitments, RF-33, RF-36, RF-37 and RF-40 to RF-42, those too that arise meanwhile. What is missed stays missed.</remarks>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Reason">What the requester is asked.</param>
public sealed record AwaitRequester(SubjectId Requirement, string Reason) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.AwaitRequester;

    private protected override AccessRule Access => new("RF-05", RequirementRoles.ProductManager, RequirementRoles.IT, RequirementRoles.Collector);

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) => new RequesterAwaited(Reason);
}

/// <summary>Lets the clocks go on because the requester has answered (CV-15).</summary>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record EnterRequesterAnswer(SubjectId Requirement) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.RequesterAnswered;

    private protected override AccessRule Access =>
        new("RF-05", RequirementRoles.ProductManager, RequirementRoles.IT, RequirementRoles.Collector, RequirementRoles.Promotion);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new RequesterAnswered();
}

/// <summary>The requester is being waited for.</summary>
public sealed record RequesterAwaited(string Reason) : RequirementChange
{
    internal const string Trigger = "requester.awaited";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Trigger, Reason: Reason)];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Requirement Change(Requirement before) => before with { Awaiting = Reason };
}

/// <summary>The requester has answered.</summary>
public sealed record RequesterAnswered : RequirementChange
{
    internal const string Trigger = "requester.answered";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Trigger)];

    private protected override bool EndsWaiting => true;

    private protected override Requirement Change(Requirement before) => before with { Awaiting = null };
}
