using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using NodaTime;

namespace ClientTracking.Meetings;

/// <summary>A meeting of the decision board (决策会议, RF-32, RF-51). Immutable; changed by events only.</summary>
/// <remarks>An appointment: no holiday and no weekend moves it. Its agenda is what waits for a decision by its end; see <see cref="GetAgenda"/>.</remarks>
public sealed record DecisionMeeting
{
    /// <summary>Where it stands.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>When it begins.</summary>
    public required Instant Start { get; init; }

    /// <summary>When it ends; once held, when it really ended.</summary>
    public required Instant End { get; init; }

    /// <summary>Why it was called, moved or cancelled; none for the regular one.</summary>
    public string? Reason { get; init; }

    /// <summary>What was decided, in number order.</summary>
    public ImmutableArray<MeetingDecision> Decisions { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Who tells the collector the results (RF-34).</summary>
    public PersonId? TellsCollector { get; init; }

    /// <summary>When the collector was told.</summary>
    public Instant? CollectorToldAt { get; init; }

    /// <summary>Decisions that could not be entered, because the requirement had ended meanwhile, say.</summary>
    public ImmutableArray<DecisionNotEntered> NotEntered { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingStatus
{
    /// <summary>It is to be held (已安排).</summary>
    Scheduled,

    /// <summary>It was held and its decisions are recorded (已召开).</summary>
    Held,

    /// <summary>It will not be held (已取消).</summary>
    Cancelled,
}

/// <summary>What the meeting decided on one requirement (RF-21).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Grade">The grade; needed for accept and convert.</param>
/// <param name="ConversionGist">What will be done instead; needed for convert.</param>
/// <param name="PlanningReadyOn">When the planning document will be ready, where that was estimated in the meeting (RF-33).</param>
public sealed record MeetingDecision(
    SubjectId Requirement, DecisionOutcome Outcome, PriorityGrade? Grade = null, string? ConversionGist = null, LocalDate? PlanningReadyOn = null)
{
    internal DecideRequirement Command => new(Requirement, Outcome, Grade) { ConversionGist = ConversionGist, PlanningReadyOn = PlanningReadyOn };

    /// <summary>The decision with what is shown of its requirement; null where that is not what was decided.</summary>
    internal MeetingDecision? ShownAs(Redaction? part) => part is null ? this : !part.Shows(RequirementFields.Outcome) ? null : this with
    {
        Grade = part.Shows(RequirementFields.Grade) ? Grade : null,
        ConversionGist = part.Shows(RequirementFields.Remarks) ? ConversionGist : null,
        PlanningReadyOn = part.Shows(RequirementFields.Delivery) ? PlanningReadyOn : null,
    };
}

/// <summary>A decision that was not entered on its requirement.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Code">The code of the refusal.</param>
public sealed record DecisionNotEntered(SubjectId Requirement, string Code);
