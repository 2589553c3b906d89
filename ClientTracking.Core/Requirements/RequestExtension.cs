using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Applies for a later delivery for an objective cause (需求延期交付申请, RF-80, RF-81).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="NewDate">The date asked for; after the one that counts now.</param>
/// <param name="Reason">The objective cause, as the register will show it.</param>
public sealed record RequestExtension(SubjectId Requirement, LocalDate NewDate, string Reason) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.RequestExtension;

    private protected override AccessRule Access => new("RF-81", RequirementRoles.IT, RequirementRoles.ProductManager);

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override RequirementEvent Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        var former = state.CommittedDelivery!.Value;
        if (state.PendingExtension is { } pending) throw new RuleViolationException("RF-80", "requirement.extension-pending", pending.NewDate);
        if (NewDate <= former) throw new RuleViolationException("RF-81", "requirement.extension-not-later", NewDate, former);
        var due = subject.Obligations.Last(obligation => obligation.Rule == "RF-42").Due;
        if (context.At > due) throw new RuleViolationException("RF-81", "requirement.extension-too-late", due);
        return new ExtensionRequested(former, NewDate, Reason);
    }
}

/// <summary>A later delivery was applied for.</summary>
public sealed record ExtensionRequested(LocalDate FormerDate, LocalDate NewDate, string Reason) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("extension.requested")];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Requirement Change(Requirement before) =>
        before with { Extensions = before.Extensions.Add(new(FormerDate, NewDate, Reason)) };
}
