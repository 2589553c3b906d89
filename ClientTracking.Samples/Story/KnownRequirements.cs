using ClientTracking.Requirements;
using ClientTracking.Samples.Input;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>Finds the requirement a line speaks of: by the id of its report in this file or, once registered, by its whole number.</summary>
internal sealed class KnownRequirements
{
    private readonly Dictionary<string, SubjectId> _byReport = [];

    public void Add(CommandId report, Reported answer) => _byReport[report.Value] = answer.Requirement;

    /// <exception cref="InputException">There is no such requirement.</exception>
    public async Task<SubjectId> FindAsync(ITracker tracker, Fields line, string field, CancellationToken cancellationToken)
    {
        var reference = line.Text(field);
        if (_byReport.TryGetValue(reference, out var id)) return id;
        return await tracker.QueryAsync(new GetSubjectByNumber<Requirement>(reference), cancellationToken) is { } found
            ? found.Id
            : throw line.Wrong(field, "field.requirement", Words.UnknownRequirement(reference));
    }
}
