using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Meetings;

/// <summary>
/// Records a meeting with all its decisions together (RF-51). <see cref="ICommand{TResult}.At"/> is the instant it ended, from which RF-33 and RF-34
/// count; what it left undecided goes to the next one.
/// </summary>
/// <remarks>
/// The decisions are entered on the requirements in number order right after the meeting is recorded. Should the host or the store fail in
/// between, what is missing is entered when the notices are delivered.
/// </remarks>
/// <param name="Meeting">The meeting, by id.</param>
/// <param name="Decisions">The decisions, each on another requirement, in any order; none where nothing was decided.</param>
public sealed record HoldMeeting(SubjectId Meeting, params ImmutableArray<MeetingDecision> Decisions) : MeetingCommand
{
    /// <summary>Who tells the collector the results (RF-34).</summary>
    public PersonId? TellsCollector { get; init; }

    private protected override SubjectId? Target => Meeting;

    private protected override AccessRule? Access => new("RF-01", RequirementRoles.DecisionBoard);

    private protected override ImmutableArray<SubjectReference> References =>
        [.. Decisions.Select((decision, i) => new SubjectReference($"decisions[{i}].requirement", RequirementKind.Instance.Kind, decision.Requirement))];

    private protected override void Validate(FaultList faults)
    {
        for (var i = 0; i < Decisions.Length; i++)
        {
            Decisions[i].Command.Check(faults, $"decisions[{i}].");
            if (Decisions.Take(i).Any(other => other.Requirement == Decisions[i].Requirement)) faults.Add($"decisions[{i}].requirement", "meeting.decided-twice");
        }
    }

    private protected override MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context)
    {
        var meeting = Require(state, MeetingStatus.Scheduled);
        if (context.At < meeting.Start) throw new RuleViolationException("RF-32", "meeting.not-begun", meeting.Start);
        foreach (var decision in Decisions)
            RequirementLifecycle.Require(RequirementAction.Decide, RequirementKind.Instance.Read(context.Referred[decision.Requirement]).State);
        return new MeetingHeld(context.At, [.. Decisions.OrderBy(decision => context.Referred[decision.Requirement].Number!, InNumberOrder.Instance)], TellsCollector);
    }
}

/// <summary>Records that the person the meeting named has told the collector the results (RF-34).</summary>
/// <param name="Meeting">The meeting, by id.</param>
public sealed record TellResults(SubjectId Meeting) : MeetingCommand
{
    private protected override SubjectId? Target => Meeting;

    private protected override AccessRule? Access => null;

    private protected override MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context)
    {
        var held = Require(state, MeetingStatus.Held);
        if (held.TellsCollector != context.Actor.Id && !context.Actor.Roles.Contains(RequirementRoles.DecisionBoard))
            throw new AccessDeniedException("RF-34", "access.role-needed", RequirementRoles.DecisionBoard);
        return held.CollectorToldAt is null ? new MeetingResultsTold(context.At) : null;
    }
}

/// <summary>Notes on the meeting that one of its decisions was refused.</summary>
internal sealed record NoteNotEntered(SubjectId Meeting, SubjectId Requirement, string Code) : MeetingCommand
{
    private protected override SubjectId? Target => Meeting;

    private protected override MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context) => new MeetingDecisionNotEntered(Requirement, Code);
}

/// <summary>By period and serial, so that a widened serial comes after the narrow ones.</summary>
internal sealed class InNumberOrder : IComparer<DocumentNumber>
{
    public static InNumberOrder Instance { get; } = new();

    public int Compare(DocumentNumber? x, DocumentNumber? y)
    {
        if (x is null || y is null) return Comparer<bool>.Default.Compare(x is not null, y is not null);
        var period = string.CompareOrdinal(x.Scope.Period, y.Scope.Period);
        return period != 0 ? period : x.Serial.CompareTo(y.Serial);
    }
}
