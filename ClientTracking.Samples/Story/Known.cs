using ClientTracking.Meetings;
using ClientTracking.Requirements;
using ClientTracking.Samples.Input;
using ClientTracking.Storage;
using ClientTracking.Time;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>Finds what a line speaks of by the id of the line that brought it to life; a requirement by its number too, a regular meeting by its day.</summary>
internal sealed class Known
{
    private readonly Dictionary<string, SubjectId> _byLine = [];

    public void Add(CommandId line, SubjectId born) => _byLine[line.Value] = born;

    /// <exception cref="InputException">There is no such requirement.</exception>
    public async Task<SubjectId> FindAsync(ITracker tracker, Fields line, string field, CancellationToken cancellationToken)
    {
        var reference = line.Text(field);
        if (_byLine.TryGetValue(reference, out var id)) return id;
        return await tracker.QueryAsync(new GetSubjectByNumber<Requirement>(reference), cancellationToken) is { } found
            ? found.Id
            : throw line.Wrong(field, "field.requirement", Words.UnknownRequirement(reference));
    }

    /// <exception cref="InputException">No line of this file brought it to life.</exception>
    public SubjectId Find(Fields line, string field) =>
        _byLine.TryGetValue(line.Text(field), out var id) ? id : throw line.Wrong(field, "field.reference", Words.UnknownReference(line.Text(field)));

    /// <exception cref="InputException">There is no such meeting.</exception>
    public async Task<SubjectId> FindMeetingAsync(ITracker tracker, Fields line, CancellationToken cancellationToken)
    {
        if (_byLine.TryGetValue(line.Text("meeting"), out var id)) return id;
        var day = line.Date("meeting");
        var meetings = await tracker.QueryAsync(new FindSubjects<DecisionMeeting>(new SubjectQuery { Take = PagedQuery.LargestPage }), cancellationToken);
        return meetings.Items.FirstOrDefault(meeting => WorkCalendars.China.DateOf(meeting.State.Start) == day)?.Id
            ?? throw line.Wrong("meeting", "field.reference", Words.UnknownReference(line.Text("meeting")));
    }
}
