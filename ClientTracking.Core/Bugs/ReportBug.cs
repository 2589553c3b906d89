using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Bugs;

/// <summary>Reports a bug to the feedback group (RF-60). Anybody may.</summary>
/// <param name="Form">What is required of a report.</param>
/// <param name="LearnedAt">When the reporter learned of it; the day of RF-60 is that day.</param>
public sealed record ReportBug(BugForm Form, Instant LearnedAt) : BugCommand
{
    /// <summary>When the user found it; none: when the reporter learned of it. It counts where RF-60 is read so.</summary>
    public Instant? FoundAt { get; init; }

    private protected override SubjectId? Target => null;

    private protected override AccessRule? Access => null;

    private protected override void Validate(FaultList faults)
    {
        Form.Validate(faults);
        if (FoundAt > LearnedAt) faults.Add("foundAt", "request.future", FoundAt.Value, LearnedAt);
    }

    private protected override BugEvent Decide(Subject<Bug>? subject, DecisionContext context)
    {
        if (LearnedAt > context.At) throw new InvalidRequestException(new Fault("learnedAt", "request.future", LearnedAt, context.At));
        var from = context.Regulation.Reads("RF-60", RequirementFollowUpRegulation.DayFound) ? FoundAt ?? LearnedAt : LearnedAt;
        return new BugReported(Form, context.Actor.Id, context.Actor.Department, from);
    }
}

/// <summary>A bug was reported.</summary>
/// <param name="Form">The report.</param>
/// <param name="Reporter">Who reported it.</param>
/// <param name="Department">The reporter's department.</param>
/// <param name="OwedFrom">The instant RF-60 counts from.</param>
public sealed record BugReported(BugForm Form, PersonId Reporter, string? Department, Instant OwedFrom) : BugEvent
{
    /// <inheritdoc/>
    public override string Name => "bug.reported";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("bug.learned", OwedFrom), new("bug.reported")];

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.Tester];

    /// <inheritdoc/>
    public override Bug Apply(Bug? before) =>
        new() { Status = BugStatus.Reported, Form = Form, Reporter = Reporter, ReporterDepartment = Department };
}
