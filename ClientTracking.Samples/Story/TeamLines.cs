using ClientTracking.Samples.Input;
using ClientTracking.Schedules;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>The lines about the schedule of a team.</summary>
internal static class TeamLines
{
    public static IReadOnlyCollection<string> Names { get; } = ["setUpTeam", "estimateWork", "startWork"];

    /// <exception cref="InputException">The line does not say what the action needs.</exception>
    public static async Task SendAsync(ITracker tracker, Known known, ActionLine line, CancellationToken cancellationToken)
    {
        var command = await ReadAsync(tracker, known, line, cancellationToken);
        var answer = await tracker.SendAsync(command with { CommandId = line.Id, At = line.At }, cancellationToken);
        if (line.Action == "setUpTeam") known.Add(line.Id, answer.Team);
    }

    private static async Task<TeamCommand> ReadAsync(ITracker tracker, Known known, ActionLine line, CancellationToken cancellationToken)
    {
        var fields = line.Fields;
        if (line.Action == "setUpTeam")
        {
            fields.Only([.. ActionLine.Common, "name", "task", "workers"]);
            return new SetUpTeam(fields.Text("name"), fields.Choice<TeamTask>("task"), fields.Number("workers"));
        }
        fields.Only([.. ActionLine.Common, "team", "requirement", line.Action == "estimateWork" ? "estimateHours" : "worker"]);
        var (team, requirement) = (known.Find(fields, "team"), await known.FindAsync(tracker, fields, "requirement", cancellationToken));
        return line.Action == "estimateWork"
            ? new EstimateWork(team, requirement, fields.Hours("estimateHours"))
            : new StartWork(team, requirement, fields.Number("worker"));
    }
}
