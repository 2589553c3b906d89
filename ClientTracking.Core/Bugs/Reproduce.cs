using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>Finds that a bug can be reproduced; recording it is owed at once (RF-61).</summary>
/// <param name="Bug">The bug, by id.</param>
public sealed record ReproduceBug(SubjectId Bug) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.Reproduce;

    private protected override AccessRule Access => new("RF-61", RequirementRoles.Tester);

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) => new BugReproduced(context.Actor.Id);
}

/// <summary>Finds that a bug cannot be reproduced: an outcome with a reason, of which the reporter is told (RF-65).</summary>
/// <param name="Bug">The bug, by id.</param>
/// <param name="Reason">What was tried.</param>
public sealed record FindNotReproducible(SubjectId Bug, string Reason) : BugStep(Bug)
{
    private protected override BugAction Action => BugAction.FindNotReproducible;

    private protected override AccessRule Access => new("RF-61", RequirementRoles.Tester);

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) => new BugNotReproduced(Reason, context.Actor.Id);
}

/// <summary>Records a reproduced bug under its own number (RF-61); the reporter is copied.</summary>
/// <param name="Bug">The bug, by id.</param>
/// <param name="Gist">What is wrong, in keywords, at most 50 text elements.</param>
/// <param name="Severity">How bad it is; the host may have set how soon such a bug is to be fixed (RF-62).</param>
public sealed record RecordBug(SubjectId Bug, string Gist, BugSeverity Severity) : BugStep(Bug)
{
    /// <summary>Who is to fix it; none: nobody is named yet.</summary>
    public PersonId? Developer { get; init; }

    private protected override BugAction Action => BugAction.Record;

    private protected override AccessRule Access => new("RF-61", RequirementRoles.Tester);

    private protected override void Validate(FaultList faults)
    {
        faults.Required("gist", Gist, RegisterRequirement.LongestGist);
        faults.Defined("severity", Severity);
    }

    private protected override BugEvent Decide(Subject<Bug> subject, Bug state, DecisionContext context) => new BugRecorded(Gist, Severity, Developer, context.Today);
}

/// <summary>A bug was reproduced.</summary>
public sealed record BugReproduced(PersonId By) : BugChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.reproduced")];

    private protected override Bug Change(Bug before) => before with { Status = BugStatus.Reproduced, Tester = By };
}

/// <summary>A bug could not be reproduced.</summary>
public sealed record BugNotReproduced(string Reason, PersonId By) : BugChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.not-reproducible")];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Bug Change(Bug before) => before with { Status = BugStatus.NotReproducible, NotReproducibleBecause = Reason, Tester = By };
}

/// <summary>A bug was recorded under its own number.</summary>
public sealed record BugRecorded(string Gist, BugSeverity Severity, PersonId? Developer, LocalDate On) : BugChange
{
    /// <inheritdoc/>
    public override string Name => "bug.recorded";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.recorded"), new(BugSeverities.ToFix(Severity))];

    /// <inheritdoc/>
    public override NumberRequest? Numbering => new("RF-61", RequirementFollowUpRegulation.BugSeries, On);

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.Reporter, RequirementRoles.Developer];

    private protected override Bug Change(Bug before) =>
        before with { Status = BugStatus.Recorded, Gist = Gist, Severity = Severity, Developer = Developer, RecordedOn = On };
}

internal static class BugSeverities
{
    /// <summary>The trigger of RF-62: each severity has one of its own, so that each can have its own deadline.</summary>
    public static string ToFix(BugSeverity severity) => severity switch
    {
        BugSeverity.Critical => "bug.to-fix.critical",
        BugSeverity.Major => "bug.to-fix.major",
        _ => "bug.to-fix.minor",
    };
}
