using ClientTracking.Requirements;
using ClientTracking.Samples.Input;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>Sends a line's action to the engine, under the id and with the time the exporting system gave it.</summary>
internal sealed class ActionSender(ITracker tracker, Known known)
{
    private static readonly string[] Names = ["report", "register", .. Steps.ByName.Keys, "markDuplicate", .. MeetingLines.Names, .. BugLines.Names, .. TeamLines.Names];

    /// <exception cref="InputException">The line does not say what the action needs.</exception>
    public async Task SendAsync(ActionLine line, CancellationToken cancellationToken)
    {
        var fields = line.Fields;
        if (line.Action == "report")
        {
            fields.Only([.. ActionLine.Common, "heardAt", "form"]);
            var report = new ReportRequirement(ReportForm.Read(fields.Object("form")), fields.Instant("heardAt")) { CommandId = line.Id, At = line.At };
            known.Add(line.Id, (await tracker.SendAsync(report, cancellationToken)).Requirement);
        }
        else if (line.Action == "register")
        {
            fields.Only([.. ActionLine.Common, "requirement", "gist", "receivedOn"]);
            var id = await known.FindAsync(tracker, fields, "requirement", cancellationToken);
            var register = new RegisterRequirement(id, fields.Text("gist")) { ReceivedOn = fields.OptionalDate("receivedOn"), CommandId = line.Id, At = line.At };
            await tracker.SendAsync(register, cancellationToken);
        }
        else if (MeetingLines.Names.Contains(line.Action))
        {
            await MeetingLines.SendAsync(tracker, known, line, cancellationToken);
        }
        else if (BugLines.Names.Contains(line.Action))
        {
            await BugLines.SendAsync(tracker, known, line, cancellationToken);
        }
        else if (TeamLines.Names.Contains(line.Action))
        {
            await TeamLines.SendAsync(tracker, known, line, cancellationToken);
        }
        else
        {
            var step = await StepAsync(line, fields, cancellationToken);
            await tracker.SendAsync(step with { CommandId = line.Id, At = line.At }, cancellationToken);
        }
    }

    private async Task<RequirementStep> StepAsync(ActionLine line, Fields fields, CancellationToken cancellationToken)
    {
        if (line.Action == "markDuplicate")
        {
            fields.Only([.. ActionLine.Common, "requirement", "duplicateOf"]);
            return new MarkDuplicate(
                await known.FindAsync(tracker, fields, "requirement", cancellationToken),
                await known.FindAsync(tracker, fields, "duplicateOf", cancellationToken));
        }
        if (!Steps.ByName.TryGetValue(line.Action, out var step))
            throw fields.Wrong("action", "field.action", Words.UnknownAction(line.Action, Names));
        fields.Only([.. ActionLine.Common, "requirement", .. step.Fields]);
        return step.Read(await known.FindAsync(tracker, fields, "requirement", cancellationToken), fields);
    }
}
