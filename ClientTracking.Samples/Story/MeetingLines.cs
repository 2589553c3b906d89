using ClientTracking.Meetings;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Samples.Input;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>The lines about meetings of the board.</summary>
internal static class MeetingLines
{
    public static IReadOnlyCollection<string> Names { get; } = ["scheduleMeeting", "moveMeeting", "cancelMeeting", "holdMeeting", "tellResults"];

    /// <exception cref="InputException">The line does not say what the action needs.</exception>
    public static async Task SendAsync(ITracker tracker, Known known, ActionLine line, CancellationToken cancellationToken)
    {
        var command = await ReadAsync(tracker, known, line, cancellationToken);
        var answer = await tracker.SendAsync(command with { CommandId = line.Id, At = line.At }, cancellationToken);
        if (line.Action == "scheduleMeeting") known.Add(line.Id, answer.Meeting);
    }

    private static async Task<MeetingCommand> ReadAsync(ITracker tracker, Known known, ActionLine line, CancellationToken cancellationToken)
    {
        var fields = line.Fields;
        if (line.Action == "scheduleMeeting")
        {
            fields.Only([.. ActionLine.Common, "start", "end", "reason"]);
            return new ScheduleMeeting(fields.Instant("start"), fields.Instant("end"), fields.OptionalText("reason"));
        }
        fields.Only([.. ActionLine.Common, "meeting", "start", "end", "reason", "decisions", "tellsCollector"]);
        var meeting = await known.FindMeetingAsync(tracker, fields, cancellationToken);
        return line.Action switch
        {
            "moveMeeting" => new MoveMeeting(meeting, fields.Instant("start"), fields.Instant("end"), fields.Text("reason")),
            "cancelMeeting" => new CancelMeeting(meeting, fields.Text("reason")),
            "tellResults" => new TellResults(meeting),
            _ => await HoldAsync(tracker, known, fields, meeting, cancellationToken),
        };
    }

    private static async Task<HoldMeeting> HoldAsync(ITracker tracker, Known known, Fields fields, SubjectId meeting, CancellationToken cancellationToken)
    {
        var decisions = new List<MeetingDecision>();
        foreach (var decision in fields.Objects("decisions").ToList())
        {
            decision.Only("requirement", "outcome", "grade", "conversionGist", "planningReadyOn");
            decisions.Add(new(
                await known.FindAsync(tracker, decision, "requirement", cancellationToken),
                decision.Choice<DecisionOutcome>("outcome"),
                decision.OptionalChoice<PriorityGrade>("grade"),
                decision.OptionalText("conversionGist"),
                decision.OptionalDate("planningReadyOn")));
        }
        return new(meeting, [.. decisions]) { TellsCollector = fields.Has("tellsCollector") ? fields.Identifier("tellsCollector", PersonId.Create) : null };
    }
}
