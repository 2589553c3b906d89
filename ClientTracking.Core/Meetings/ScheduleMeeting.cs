using ClientTracking.Errors;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Meetings;

/// <summary>Calls an extra meeting (临时会议, RF-32). The regular one is called by the engine itself as soon as there is something to decide.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends; after the start and not past.</param>
/// <param name="Reason">Why it is called.</param>
public sealed record ScheduleMeeting(Instant Start, Instant End, string? Reason = null) : MeetingCommand
{
    private protected override SubjectId? Target => null;

    private protected override void Validate(FaultList faults) => faults.Longest("reason", Reason, 500);

    private protected override MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context)
    {
        RequireTime(Start, End, context);
        return new MeetingScheduled(Start, End, Reason);
    }
}

/// <summary>Moves a meeting (改期); whatever is on its agenda moves with it.</summary>
/// <param name="Meeting">The meeting, by id.</param>
/// <param name="Start">When it begins now.</param>
/// <param name="End">When it ends now; after the start and not past.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveMeeting(SubjectId Meeting, Instant Start, Instant End, string Reason) : MeetingCommand
{
    private protected override SubjectId? Target => Meeting;

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context)
    {
        Require(state, MeetingStatus.Scheduled);
        RequireTime(Start, End, context);
        return new MeetingMoved(Start, End, Reason);
    }
}

/// <summary>Cancels a meeting (取消); its agenda goes to the next one.</summary>
/// <param name="Meeting">The meeting, by id.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelMeeting(SubjectId Meeting, string Reason) : MeetingCommand
{
    private protected override SubjectId? Target => Meeting;

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override MeetingEvent? Decide(DecisionMeeting? state, DecisionContext context)
    {
        Require(state, MeetingStatus.Scheduled);
        return new MeetingCancelled(Reason);
    }
}
