using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Applies for a later date for an objective cause (需求延期交付申请, RF-80, RF-81).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="NewDate">The date asked for; after the one that counts now.</param>
/// <param name="Reason">The objective cause, as the register will show it.</param>
public sealed record RequestExtension(SubjectId Requirement, LocalDate NewDate, string Reason) : RequirementStep(Requirement)
{
    /// <summary>Which milestone is to move; default the delivery (RF-42).</summary>
    public Milestone Of { get; init; } = Milestone.Delivery;

    /// <summary>The later hand-over for acceptance (RF-41) that a later delivery brings; not after it. None: the hand-over stays.</summary>
    public LocalDate? HandOverOn { get; init; }

    /// <summary>What is applied for, in short.</summary>
    public string? Overview { get; init; }

    private protected override RequirementAction Action => RequirementAction.RequestExtension;

    private protected override AccessRule Access => new("RF-81", RequirementRoles.IT, RequirementRoles.ProductManager);

    private protected override void Validate(FaultList faults)
    {
        faults.Defined("of", Of);
        faults.Required("reason", Reason, 500);
        faults.Longest("overview", Overview, 500);
        if (HandOverOn is { } handOver && (Of != Milestone.Delivery || handOver > NewDate)) faults.Add("handOverOn", "requirement.hand-over-not-wanted", NewDate);
    }

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        if (state.PendingExtension is { } pending) throw new RuleViolationException("RF-80", "requirement.extension-pending", pending.NewDate);
        var former = Former(subject, Of, NewDate, context);
        if (HandOverOn is { } handOver) Former(subject, Milestone.HandOver, handOver, context);
        return new ExtensionRequested(new()
        {
            Of = Of,
            FormerDate = former,
            NewDate = NewDate,
            HandOverOn = HandOverOn,
            Overview = Overview,
            Reason = Reason,
            Applicant = context.Actor.Id,
            Department = context.Actor.Department,
            FiledAt = context.At,
        });
    }

    /// <summary>The day that counts now, where the commitment can still be moved to a later one.</summary>
    private static LocalDate Former(Subject<Requirement> subject, Milestone of, LocalDate later, DecisionContext context)
    {
        var rule = Milestones.RuleOf(of);
        var owed = subject.Obligations.LastOrDefault(obligation => obligation.Rule == rule && obligation.IsOwed)
            ?? throw new RuleViolationException("RF-81", "requirement.nothing-committed", rule);
        var former = context.Deadlines.Calendar.DateOf(owed.Due);
        if (later <= former) throw new RuleViolationException("RF-81", "requirement.extension-not-later", later, former);
        if (owed.IsOverdueAt(context.At) && !context.Regulation.Reads("RF-81", RequirementFollowUpRegulation.LateAllowed))
            throw new RuleViolationException("RF-81", "requirement.extension-too-late", owed.Due);
        return former;
    }
}

internal static class Milestones
{
    public static RuleId RuleOf(Milestone milestone) => milestone switch
    {
        Milestone.Planning => "RF-40",
        Milestone.HandOver => "RF-41",
        _ => "RF-42",
    };
}

/// <summary>A later date was applied for.</summary>
public sealed record ExtensionRequested(Extension Application) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("extension.requested")];

    /// <inheritdoc/>
    public override string? Because => Application.Reason;

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.DirectLeader, RequirementRoles.DepartmentHead, RequirementRoles.GeneralOffice];

    private protected override Requirement Change(Requirement before) => before with { Extensions = before.Extensions.Add(Application) };
}
