using ClientTracking.Bugs;
using ClientTracking.Samples.Input;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>The lines about bugs.</summary>
internal static class BugLines
{
    private static readonly Dictionary<string, Func<SubjectId, Fields, BugStep>> Steps = new()
    {
        ["reproduceBug"] = (id, _) => new ReproduceBug(id),
        ["notReproducible"] = (id, line) => new FindNotReproducible(id, line.Text("reason")),
        ["recordBug"] = (id, line) => new RecordBug(id, line.Text("gist"), line.Choice<BugSeverity>("severity"))
        {
            Developer = line.Has("developer") ? line.Identifier("developer", PersonId.Create) : null,
        },
        ["fixBug"] = (id, _) => new FixBug(id),
        ["verifyFix"] = (id, line) => new VerifyFix(id, line.Flag("passed"), line.OptionalText("reason")),
        ["tellBugReporter"] = (id, _) => new TellBugReporter(id),
        ["tellBugUser"] = (id, _) => new TellBugUser(id),
    };

    public static IReadOnlyCollection<string> Names { get; } = ["reportBug", .. Steps.Keys];

    /// <exception cref="InputException">The line does not say what the action needs.</exception>
    public static async Task SendAsync(ITracker tracker, Known known, ActionLine line, CancellationToken cancellationToken)
    {
        var fields = line.Fields;
        if (line.Action == "reportBug")
        {
            fields.Only([.. ActionLine.Common, "learnedAt", "foundAt", "form"]);
            var report = new ReportBug(Form(fields.Object("form")), fields.Instant("learnedAt")) { FoundAt = fields.OptionalInstant("foundAt"), CommandId = line.Id, At = line.At };
            known.Add(line.Id, (await tracker.SendAsync(report, cancellationToken)).Bug);
            return;
        }
        fields.Only([.. ActionLine.Common, "bug", "reason", "gist", "severity", "developer", "passed"]);
        var step = Steps[line.Action](known.Find(fields, "bug"), fields);
        await tracker.SendAsync(step with { CommandId = line.Id, At = line.At }, cancellationToken);
    }

    private static BugForm Form(Fields form)
    {
        form.Only("phoneModel", "osVersion", "fault", "steps", "user");
        return new(form.Text("phoneModel"), form.Text("osVersion"), form.Text("fault"), form.Text("steps")) { User = form.OptionalText("user") };
    }
}
