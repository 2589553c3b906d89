using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Meetings;

/// <summary>
/// Between requirements and meetings (RF-32, RF-51): calls the regular meeting when there is something to decide, keeps everything that waits on
/// the agenda of the next meeting, and enters what a meeting decided on the requirements, in number order.
/// </summary>
public sealed class DecisionFollowUp : FollowUp
{
    private static readonly Duration Length = Duration.FromHours(1);

    /// <inheritdoc/>
    public override bool Concerns(SubjectKind kind, string name) =>
        kind == RequirementKind.Instance.Kind ? name is "registered" or "decided" or "entry.reversed"
        : kind == MeetingKind.Instance.Kind && name is "meeting.scheduled" or "meeting.moved" or "meeting.cancelled" or "meeting.held" or "meeting.results-told";

    /// <inheritdoc/>
    public override async Task RunAsync(FollowUpContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Subject.Kind == RequirementKind.Instance.Kind)
        {
            var record = await context.ReadAsync(session => session.FindAsync(context.Subject.Id, cancellationToken)).ConfigureAwait(false);
            if (record!.Obligations.FirstOrDefault(owed => owed is { Rule.Value: "RF-32", IsOwed: true }) is { } owed)
                await AppointAsync(context, [(record.Id, owed.Due)], cancellationToken).ConfigureAwait(false);
            return;
        }

        var meeting = MeetingKind.Instance.Replay(context.Subject, context.Cause.Sequence).State;
        if (context.Cause.Name == "meeting.results-told")
        {
            foreach (var decision in meeting.Decisions)
                await context.SendAsync(
                    new TellCollectorDecision(decision.Requirement, meeting.CollectorToldAt!.Value) { CommandId = context.IdFor("told", decision.Requirement) },
                    cancellationToken).ConfigureAwait(false);
            return;
        }

        if (meeting.Status == MeetingStatus.Held) await EnterAsync(context, meeting, cancellationToken).ConfigureAwait(false);
        var waiting = await context.ReadAsync(session => Waiting.FindAsync(session, null, cancellationToken)).ConfigureAwait(false);
        // A meeting that is called concerns only what would have to wait longer; what is being decided just now is not to be appointed anew.
        var concerned = waiting.Where(row => context.Cause.Name != "meeting.scheduled" || row.Obligation.Due > meeting.End);
        await AppointAsync(context, [.. concerned.Select(row => (row.Subject, row.Obligation.Due))], cancellationToken).ConfigureAwait(false);
    }

    private static async Task EnterAsync(FollowUpContext context, DecisionMeeting meeting, CancellationToken cancellationToken)
    {
        var called = MeetingKind.Instance.Replay(context.Subject, context.Cause.Sequence - 1).State.End;
        foreach (var decision in meeting.Decisions)
        {
            try
            {
                await context.SendAsync(
                    decision.Command with { MeetingEndedAt = meeting.End, CalledUntil = called, CommandId = context.IdFor("decide", decision.Requirement) },
                    cancellationToken).ConfigureAwait(false);
            }
            catch (ClientTrackingException refused) when (refused is RuleViolationException or InvalidRequestException)
            {
                await context.SendAsync(
                    new NoteNotEntered(context.Subject.Id, decision.Requirement, refused.Code) { CommandId = context.IdFor("not-entered", decision.Requirement) },
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// What waits for a meeting that is still called stays there, also when that meeting is over and not recorded yet, so that it is seen as
    /// overdue; unless an earlier one comes. Everything else goes to the next meeting.
    /// </summary>
    private static async Task AppointAsync(FollowUpContext context, (SubjectId Requirement, Instant Due)[] waiting, CancellationToken cancellationToken)
    {
        if (waiting.Length == 0) return;
        var called = await context.ReadAsync(session => Waiting.MeetingsAsync(session, cancellationToken)).ConfigureAwait(false);
        var now = Instant.Max(context.Now, context.Cause.At);
        var upcoming = called.Where(meeting => meeting.State.End >= now).MinBy(meeting => meeting.State.End);
        var moving = waiting.Where(item => !called.Any(meeting => meeting.State.End == item.Due) || upcoming?.State.End < item.Due).ToArray();
        if (moving.Length == 0) return;
        var next = await NextAsync(context, now, upcoming, cancellationToken).ConfigureAwait(false);
        foreach (var (requirement, _) in moving.Where(item => item.Due != next.End))
            await context.SendAsync(
                new AppointDecision(requirement, next.Meeting, next.End, context.Cause.Reason) { CommandId = context.IdFor("appoint", requirement) },
                cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The earliest meeting that is called; the regular one is called where none comes before it.</summary>
    private static async Task<MeetingProgress> NextAsync(
        FollowUpContext context, Instant now, Subject<DecisionMeeting>? upcoming, CancellationToken cancellationToken)
    {
        var rule = context.Model.Regulation(RequirementFollowUpRegulation.Name).RuleOf("RF-32")!.Deadline!.Value;
        for (var from = now; ; from += Duration.FromMilliseconds(1))
        {
            var regular = context.Deadlines.Calculate(rule, from).Due;
            if (upcoming is not null && upcoming.State.End <= regular)
                return new(upcoming.Id, upcoming.State.Status, upcoming.State.Start, upcoming.State.End);
            var id = FollowUpContext.IdOf($"meeting/{regular.ToUnixTimeMilliseconds()}");
            if (await context.ReadAsync(session => session.FindByCommandAsync(id, cancellationToken)).ConfigureAwait(false) is not { } record)
                return await context.SendAsync(new ScheduleMeeting(regular - Length, regular) { CommandId = id }, cancellationToken).ConfigureAwait(false);
            // Somebody may have called it since the meetings were read.
            var found = MeetingKind.Instance.Read(record);
            if (found.State.Status == MeetingStatus.Scheduled && found.State.End >= now && !(upcoming?.State.End <= found.State.End)) upcoming = found;
            from = regular;
        }
    }
}
