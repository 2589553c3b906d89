using System.Globalization;
using ClientTracking.Bugs;
using ClientTracking.Confidentiality;
using ClientTracking.Meetings;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Samples.Printing;

/// <summary>Asks the engine for register, timelines and what is open, and prints them.</summary>
internal sealed class StoryReports(ITracker tracker, Printout print, DateTimeZone zone)
{
    public async Task PrintAsync(Instant asOf, CancellationToken cancellationToken)
    {
        print.Heading(Words.Register);
        var register = await tracker.QueryAsync(new RequirementRegister { Take = PagedQuery.LargestPage }, cancellationToken);
        print.Table(RegisterTable.Columns, register.Items.Select(row => (IEnumerable<string>)RegisterTable.Cells(row)));

        print.Heading(Words.BugRegister);
        var bugs = await tracker.QueryAsync(new BugRegister { Take = PagedQuery.LargestPage }, cancellationToken);
        print.Table(Words.BugColumns, bugs.Items.Select(Cells));

        print.Heading(Words.Meetings);
        var meetings = await tracker.QueryAsync(new FindSubjects<DecisionMeeting>(new SubjectQuery { Take = PagedQuery.LargestPage }), cancellationToken);
        print.Table(Words.MeetingColumns, meetings.Items.OrderBy(meeting => meeting.State.Start).Select(meeting => Cells(meeting.State)));

        var timelines = new List<Timeline>();
        foreach (var id in await SubjectsAsync(cancellationToken))
            if (await tracker.QueryAsync(new GetTimeline(id, asOf), cancellationToken) is { } timeline)
                timelines.Add(timeline);
        print.Heading(Words.Timelines(Figures.Instant(asOf, zone)));
        print.Table(Words.TimelineColumns, timelines.SelectMany(timeline => timeline.Rows.Select(row => Row(timeline, row, withDone: true))));

        print.Heading(Words.Open(Figures.Instant(asOf, zone)));
        print.Table(Words.OpenColumns, timelines
            .SelectMany(timeline => timeline.Rows.Select(row => (timeline, row)))
            .Where(line => line.row.Obligation.Status == ObligationStatus.Open)
            .OrderBy(line => line.row.Obligation.Due).ThenBy(line => line.timeline.Number, StringComparer.Ordinal)
            .Select(line => Row(line.timeline, line.row, withDone: false)));
    }

    private static string Who(Obligation obligation)
    {
        var who = obligation.Assignee?.Value ?? Words.RoleName(obligation.Responsible);
        return obligation.Partner is { } partner ? $"{who}、{partner.Person?.Value ?? Words.RoleName(partner.Role)}" : who;
    }

    /// <summary>Requirements in number order, then bugs in number order; what has no number yet, last.</summary>
    private async Task<IEnumerable<SubjectId>> SubjectsAsync(CancellationToken cancellationToken)
    {
        var all = new SubjectQuery { Take = PagedQuery.LargestPage };
        var requirements = await tracker.QueryAsync(new FindSubjects<Requirement>(all), cancellationToken);
        var bugs = await tracker.QueryAsync(new FindSubjects<Bug>(all), cancellationToken);
        return
        [
            .. requirements.Items.OrderBy(subject => subject.Number is null).ThenBy(subject => subject.Number?.Text, StringComparer.Ordinal).Select(subject => subject.Id),
            .. bugs.Items.OrderBy(subject => subject.Number is null).ThenBy(subject => subject.Number?.Text, StringComparer.Ordinal).Select(subject => subject.Id),
        ];
    }

    private static IEnumerable<string> Cells(BugRow row) =>
        [row.Number, row.Reporter.Value, row.Severity is { } severity ? Words.SeverityName(severity) : Redaction.Mask, row.PhoneModel, row.OsVersion, Words.StatusName(row.Status), row.Gist];

    private IEnumerable<string> Cells(DecisionMeeting meeting) =>
    [
        Figures.Instant(meeting.Start, zone), Figures.Instant(meeting.End, zone), Words.StatusName(meeting.Status),
        meeting.Decisions.Length.ToString(CultureInfo.InvariantCulture), meeting.Reason ?? "",
    ];

    private IEnumerable<string> Row(Timeline timeline, TimelineRow row, bool withDone)
    {
        var obligation = row.Obligation;
        yield return timeline.Number?.Replace("需求报告表", "", StringComparison.Ordinal) ?? Words.Unnumbered;
        yield return obligation.Rule.Value;
        yield return row.Title(CultureInfo.CurrentUICulture);
        yield return Who(obligation);
        yield return Figures.Instant(obligation.Due, zone);
        if (withDone) yield return obligation.ClosedAt is { } closed ? Figures.Instant(closed, zone) : "";
        yield return (obligation.Status, row.Late > Duration.Zero) switch
        {
            (ObligationStatus.Fulfilled, false) => Words.InTime,
            (ObligationStatus.Fulfilled, true) => Words.Late(Figures.Elapsed(row.Late)),
            (ObligationStatus.Open, false) => Words.Pending,
            (ObligationStatus.Open, true) => Words.Overdue(Figures.Elapsed(row.Late)),
            (ObligationStatus.Waived, _) => Words.Waived,
            _ => Words.Cancelled,
        };
    }
}
