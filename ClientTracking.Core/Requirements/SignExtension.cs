using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Signs the application that waits (RF-80): with the third approval its dates replace the committed ones (CV-16), a refusal ends it.</summary>
/// <remarks>In the order of <see cref="Signatory"/>, unless the regulation reads RF-80 in any order. Nobody signs an application of their own.</remarks>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="As">Whose signature it is.</param>
/// <param name="Approved">Whether it approves.</param>
/// <param name="Opinion">The opinion written beside it; needed for a refusal.</param>
public sealed record SignExtension(SubjectId Requirement, Signatory As, bool Approved, string? Opinion = null) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.SignExtension;

    private protected override AccessRule Access => new("RF-80", As switch
    {
        Signatory.DirectLeader => RequirementRoles.DirectLeader,
        Signatory.DepartmentHead => RequirementRoles.DepartmentHead,
        _ => RequirementRoles.GeneralOffice,
    });

    private protected override void Validate(FaultList faults)
    {
        faults.Defined("as", As);
        if (Approved) faults.Longest("opinion", Opinion, 500);
        else faults.Required("opinion", Opinion, 500);
    }

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        var pending = state.PendingExtension ?? throw new RuleViolationException("RF-80", "requirement.no-extension-pending");
        if (pending.Applicant == context.Actor.Id) throw new AccessDeniedException("RF-80", "access.own-application");
        var missing = Enum.GetValues<Signatory>().Except(pending.Signatures.Select(signature => signature.As)).ToImmutableArray();
        var inTurn = context.Regulation.Reads("RF-80", RequirementFollowUpRegulation.AnyOrder) ? missing.Contains(As) : missing[0] == As;
        if (!inTurn) throw new RuleViolationException("RF-80", "requirement.signature-out-of-turn", new Term($"requirement.signatory.{As}"), new Term($"requirement.signatory.{missing[0]}"));
        var complete = Approved && missing.Length == 1;
        if (complete) RequireLater(subject, pending, context);
        return new ExtensionSigned(new(As, context.Actor.Id, Approved, Opinion, context.Today), complete ? pending : null);
    }

    /// <summary>A pause may have moved a due instant beyond the date that was asked for.</summary>
    private static void RequireLater(Subject<Requirement> subject, Extension pending, DecisionContext context)
    {
        foreach (var (rule, date) in pending.Dates())
            if (subject.Obligations.FirstOrDefault(owed => owed.IsOwed && owed.Rule == rule) is { } owed && context.Deadlines.Calendar.CloseOfBusiness(date) <= owed.Due)
                throw new RuleViolationException("RF-81", "requirement.extension-not-later", date, context.Deadlines.Calendar.DateOf(owed.Due));
    }
}

/// <summary>An application was signed.</summary>
/// <param name="Signature">The signature.</param>
/// <param name="Complete">The application, where this was the last approval.</param>
public sealed record ExtensionSigned(ExtensionSignature Signature, Extension? Complete) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => Complete is { } granted
        ?
        [
            new("extension.approved", Promised: granted.NewDate),
            .. granted.Dates().Select(moved => new Trigger(TriggerOf(moved.Rule), granted.FiledAt, moved.Date, granted.Reason)),
        ]
        : [new(Signature.Approved ? "extension.signed" : "extension.rejected")];

    /// <inheritdoc/>
    public override string? Because => Signature.Opinion;

    private protected override Requirement Change(Requirement before)
    {
        var pending = before.Extensions[^1];
        return before with
        {
            Extensions = before.Extensions.SetItem(before.Extensions.Length - 1, pending with
            {
                Signatures = pending.Signatures.Add(Signature),
                Status = Complete is not null ? ExtensionStatus.Approved : Signature.Approved ? ExtensionStatus.Pending : ExtensionStatus.Rejected,
            }),
        };
    }

    private static string TriggerOf(RuleId rule) => rule.Value switch { "RF-40" => "extension.planning", "RF-41" => "extension.hand-over", _ => "extension.delivery" };
}

internal static class ExtensionDates
{
    /// <summary>The due dates an application moves, by the rule of the commitment.</summary>
    public static ImmutableArray<(RuleId Rule, LocalDate Date)> Dates(this Extension extension) =>
    [
        (Milestones.RuleOf(extension.Of), extension.NewDate),
        .. extension.HandOverOn is { } handOver ? [(Milestones.RuleOf(Milestone.HandOver), handOver)] : ImmutableArray<(RuleId, LocalDate)>.Empty,
    ];
}
