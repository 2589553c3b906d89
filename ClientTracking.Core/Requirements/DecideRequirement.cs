using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Records what the board decided (RF-21, RF-51); repeated before delivery, it changes the decision.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Grade">The grade (RF-55); needed for accept and convert, refused otherwise.</param>
public sealed record DecideRequirement(SubjectId Requirement, DecisionOutcome Outcome, PriorityGrade? Grade = null) : RequirementStep(Requirement)
{
    /// <summary>What will be done instead; needed for convert, refused otherwise.</summary>
    public string? ConversionGist { get; init; }

    /// <summary>When the planning document will be ready, where that was estimated in the meeting (RF-33); only for what will be done.</summary>
    public LocalDate? PlanningReadyOn { get; init; }

    /// <summary>The end of the meeting, which RF-33 and RF-34 count from; none: when it happened.</summary>
    public Instant? MeetingEndedAt { get; init; }

    /// <summary>The end the meeting was called for, where it ended earlier; what it deferred is not for that very meeting again.</summary>
    internal Instant? CalledUntil { get; init; }

    private protected override RequirementAction Action => RequirementAction.Decide;

    private protected override AccessRule Access => new("RF-01", RequirementRoles.DecisionBoard);

    private protected override void Validate(FaultList faults) => Check(faults, "");

    /// <summary>Adds the faults of a decision that stands in a larger command.</summary>
    internal void Check(FaultList faults, string path)
    {
        faults.Defined($"{path}outcome", Outcome);
        var build = Outcome is DecisionOutcome.Accept or DecisionOutcome.Convert;
        if (Grade is { } grade) faults.Defined($"{path}grade", grade);
        if (build && Grade is null) faults.Add($"{path}grade", "requirement.grade-needed");
        if (!build && Grade is not null) faults.Add($"{path}grade", "requirement.grade-not-wanted");
        if (!build && PlanningReadyOn is not null) faults.Add($"{path}planningReadyOn", "requirement.planning-not-wanted");
        if (Outcome == DecisionOutcome.Convert) faults.Required($"{path}conversionGist", ConversionGist, RegisterRequirement.LongestGist);
        else if (ConversionGist is not null) faults.Add($"{path}conversionGist", "requirement.conversion-not-wanted");
    }

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        var ended = MeetingEndedAt ?? context.At;
        if (ended > context.At) throw new InvalidRequestException(new Fault("meetingEndedAt", "request.future", ended, context.At));
        if (PlanningReadyOn is { } ready) Promise.NotPast("planningReadyOn", ready, context);
        // A change counts from the instant of the change; only the first decision, and one after 再议, count from the end of the meeting.
        var changed = state.Decision is { Outcome: not DecisionOutcome.Defer };
        return new RequirementDecided(new(Outcome, Grade, ConversionGist, changed && MeetingEndedAt is null ? context.At : ended, context.At), changed)
        {
            PlanningReadyOn = PlanningReadyOn,
            CalledUntil = CalledUntil,
        };
    }
}

/// <summary>The board decided.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Changed">Whether an earlier decision is replaced; what it set going ends.</param>
public sealed record RequirementDecided(Decision Decision, bool Changed) : RequirementChange
{
    /// <summary>When the planning document will be ready, where that was estimated in the meeting.</summary>
    public LocalDate? PlanningReadyOn { get; init; }

    /// <summary>The end the meeting was called for, where it ended earlier.</summary>
    public Instant? CalledUntil { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => Decision.ToBuild
        ? [RequirementRoles.DecisionBoard, RequirementRoles.ITHead] : [RequirementRoles.DecisionBoard];

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers =>
    [
        new("decided", Decision.MeetingEndedAt),
        .. Changed ? [new Trigger("decision.changed")] : ImmutableArray<Trigger>.Empty,
        Decision.Outcome switch
        {
            DecisionOutcome.Accept => new("decided.accepted", Decision.MeetingEndedAt),
            DecisionOutcome.Convert => new("decided.converted", Decision.MeetingEndedAt),
            DecisionOutcome.Decline => new("decided.declined", Decision.MeetingEndedAt),
            // The meeting that deferred it is not the next one, even where it ended at the very hour meetings are due.
            _ => new("decided.deferred", Instant.Max(Decision.MeetingEndedAt, CalledUntil ?? Decision.MeetingEndedAt) + Duration.FromMilliseconds(1)),
        },
        .. Decision.ToBuild ? [new Trigger("meeting.to-build", Decision.MeetingEndedAt, Due: Decision.MeetingEndedAt)] : ImmutableArray<Trigger>.Empty,
        .. PlanningReadyOn is { } ready ? [new Trigger("planning.estimated", Promised: ready)] : ImmutableArray<Trigger>.Empty,
    ];

    private protected override Requirement Change(Requirement before) => before with
    {
        Status = Decision.Outcome switch
        {
            _ when PlanningReadyOn is not null => RequirementStatus.Planning,
            DecisionOutcome.Accept => RequirementStatus.Accepted,
            DecisionOutcome.Convert => RequirementStatus.Converted,
            DecisionOutcome.Decline => RequirementStatus.Declined,
            _ => RequirementStatus.Deferred,
        },
        Decision = Decision,
        PlanningPromised = PlanningReadyOn,
        PlanningDocument = null,
        HandOverPromised = null,
        ExpectedDelivery = null,
        Extensions = [],
    };
}
