using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Approves or rejects the application that waits (RF-80, RF-82); approved, its date replaces the committed one (CV-16).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Approved">Whether it is approved; a rejection ends it.</param>
/// <param name="Opinion">The opinion written on the form.</param>
public sealed record DecideExtension(SubjectId Requirement, bool Approved, string? Opinion = null) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.DecideExtension;

    private protected override AccessRule Access => new("RF-80", RequirementRoles.DecisionBoard);

    private protected override void Validate(FaultList faults) => faults.Longest("opinion", Opinion, 500);

    private protected override RequirementEvent Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        var pending = state.PendingExtension ?? throw new RuleViolationException("RF-80", "requirement.no-extension-pending");
        return new ExtensionDecided(pending.NewDate, Approved, Opinion);
    }
}

/// <summary>The application was decided.</summary>
public sealed record ExtensionDecided(LocalDate NewDate, bool Approved, string? Opinion) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers =>
        [Approved ? new("extension.approved", Promised: NewDate) : new("extension.rejected")];

    /// <inheritdoc/>
    public override string? Because => Opinion;

    private protected override Requirement Change(Requirement before) =>
        before with { Extensions = before.Extensions.SetItem(before.Extensions.Length - 1, before.Extensions[^1] with { Approved = Approved }) };
}
