using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Files the report of a requirement heard from a client (RF-12, RF-30). Anybody may (RF-06).</summary>
/// <param name="Form">The report form.</param>
/// <param name="HeardAt">When the requirement was heard; the period of RF-30 counts from it.</param>
public sealed record ReportRequirement(RequirementForm Form, Instant HeardAt) : RequirementCommand<Reported>
{
    private protected override SubjectId? Target => null;

    private protected override AccessRule? Access => null;

    private protected override void Validate(FaultList faults)
    {
        Form.Validate(faults);
        if (At is { } at && HeardAt > at) faults.Add("heardAt", "request.future", HeardAt, at);
    }

    private protected override RequirementEvent? Decide(Subject<Requirement>? subject, DecisionContext context)
    {
        if (HeardAt > context.At) throw new InvalidRequestException(new Fault("heardAt", "request.future", HeardAt, context.At));
        return new RequirementReported(Form, context.Actor.Id, context.Actor.Department, HeardAt) { FiledOn = context.Today, IsOwed = Owes(context) };
    }

    /// <summary>Every employee owes a report of what was heard except the general managers (RF-06); by choice only the three departments (RF-30).</summary>
    private static bool Owes(DecisionContext context) =>
        context.Regulation.Reads("RF-30", RequirementFollowUpRegulation.ThreeDepartments)
            ? context.Actor.IsAny(
                [RequirementRoles.Promotion, RequirementRoles.Information, RequirementRoles.Collector, RequirementRoles.Planning, RequirementRoles.ProductManager])
            : !context.Actor.Roles.Contains(RequirementRoles.GeneralManager);

    private protected override Reported Answer(Subject<Requirement> after) => new(after.Id);
}

/// <summary>The answer to a report: the requirement it brought to life.</summary>
public sealed record Reported(SubjectId Requirement);

/// <summary>A requirement was reported.</summary>
public sealed record RequirementReported(RequirementForm Form, PersonId Reporter, string? Department, Instant HeardAt) : RequirementEvent
{
    /// <summary>The day it was filed, in the regulation's time zone.</summary>
    public LocalDate? FiledOn { get; init; }

    /// <summary>Whether the reporter owed the report (RF-06, RF-30).</summary>
    public bool IsOwed { get; init; } = true;

    /// <inheritdoc/>
    public override string Name => "reported";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => IsOwed ? [new("heard", HeardAt), new("reported")] : [new("reported")];

    /// <inheritdoc/>
    public override Requirement Apply(Requirement? before) =>
        new() { Status = RequirementStatus.Reported, Form = Form, Reporter = Reporter, ReporterDepartment = Department, FiledOn = FiledOn };
}
