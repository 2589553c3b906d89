using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Meetings;

/// <summary>A command on a meeting of the board.</summary>
public abstract record MeetingCommand : SubjectCommand<DecisionMeeting, MeetingProgress>
{
    private protected MeetingCommand()
    {
    }

    private protected override AccessRule? Access => new("RF-32", RequirementRoles.DecisionBoard, RequirementRoles.Collector);

    private protected sealed override ISubjectEvent<DecisionMeeting>? Happening(Subject<DecisionMeeting>? subject, DecisionContext context) =>
        Decide(subject?.State, context);

    private protected sealed override MeetingProgress Answer(Subject<DecisionMeeting> after) =>
        new(after.Id, after.State.Status, after.State.Start, after.State.End);

    private protected abstract MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context);

    private protected static DecisionMeeting Require(DecisionMeeting? state, MeetingStatus status) => state!.Status == status
        ? state
        : throw new RuleViolationException("RF-32", "meeting.out-of-order", new Term($"meeting.status.{state.Status}"), new Term($"meeting.status.{status}"));

    private protected static void RequireTime(Instant start, Instant end, DecisionContext context)
    {
        if (end <= start) throw new InvalidRequestException(new Fault("end", "meeting.ends-before-start", end, start));
        if (end < context.At) throw new InvalidRequestException(new Fault("end", "meeting.past", end, context.At));
    }
}

/// <summary>Where a meeting stands after a command.</summary>
/// <param name="Meeting">Its id.</param>
/// <param name="Status">Its status.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
public sealed record MeetingProgress(SubjectId Meeting, MeetingStatus Status, Instant Start, Instant End);
