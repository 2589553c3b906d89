using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>Fixes a bug (RF-62); verifying it and telling the reporter is owed at once (RF-63).</summary>
/// <param name="Bug">The bug, by id.</param>
public sealed record FixBug(SubjectId Bug) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.Fix;

    private protected override AccessRule Access => new("RF-62", RequirementRoles.Developer, RequirementRoles.IT);

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) => new BugFixed(context.Actor.Id, context.Today);
}

/// <summary>Passes or refuses a fix (RF-63); refused, the bug is to be fixed again.</summary>
/// <param name="Bug">The bug, by id.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Reason">What is still wrong; needed when refused.</param>
public sealed record VerifyFix(SubjectId Bug, bool Passed, string? Reason = null) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.Verify;

    private protected override AccessRule Access => new("RF-63", RequirementRoles.Tester);

    private protected override void Validate(FaultList faults)
    {
        if (Passed) faults.Longest("reason", Reason, 500);
        else faults.Required("reason", Reason, 500);
    }

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) => new BugFixVerified(Passed, Reason, state.Severity!.Value);
}

/// <summary>Links a bug to the requirement it turned out to be, which refers back; what is owed on the bug ends.</summary>
/// <param name="Bug">The bug, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record LinkToRequirement(SubjectId Bug, SubjectId Requirement) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.LinkToRequirement;

    private protected override AccessRule Access => new("RF-60", RequirementRoles.Tester, RequirementRoles.Collector);

    private protected override ImmutableArray<SubjectReference> References => [new("requirement", RequirementKind.Instance.Kind, Requirement)];

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) => new BugLinked(Requirement);
}

/// <summary>A bug was fixed.</summary>
public sealed record BugFixed(PersonId By, LocalDate On) : BugChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.fixed")];

    private protected override Bug Change(Bug before) => before with { Status = BugStatus.Fixed, Developer = By, FixedOn = On };
}

/// <summary>A fix was passed or refused.</summary>
public sealed record BugFixVerified(bool Passed, string? Reason, BugSeverity Severity) : BugChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => Passed
        ? [new("bug.verified")]
        : [new("bug.fix-refused"), new(BugSeverities.ToFix(Severity))];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Bug Change(Bug before) => Passed
        ? before with { Status = BugStatus.Verified }
        : before with { Status = BugStatus.Recorded, FixedOn = null, RefusedFixes = before.RefusedFixes.Add(Reason ?? "") };
}

/// <summary>A bug turned out to be a requirement.</summary>
public sealed record BugLinked(SubjectId Requirement) : BugChange
{
    internal const string Trigger = "bug.became-requirement";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Trigger), new("bug.ended")];

    private protected override Bug Change(Bug before) => before with { Status = BugStatus.BecameRequirement, Requirement = Requirement };
}
