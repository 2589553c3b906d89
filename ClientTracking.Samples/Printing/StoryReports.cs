using System.Globalization;
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

        var timelines = new List<Timeline>();
        var subjects = await tracker.QueryAsync(new FindSubjects<Requirement>(new SubjectQuery { Take = PagedQuery.LargestPage }), cancellationToken);
        foreach (var subject in subjects.Items.OrderBy(subject => subject.Number).ThenBy(subject => subject.Id.Value))
            if (await tracker.QueryAsync(new GetTimeline(subject.Id, asOf), cancellationToken) is { } timeline)
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

    private IEnumerable<string> Row(Timeline timeline, TimelineRow row, bool withDone)
    {
        var obligation = row.Obligation;
        yield return timeline.Number?.Replace("需求报告表", "", StringComparison.Ordinal) ?? Words.Unnumbered;
        yield return obligation.Rule.Value;
        yield return row.Title(CultureInfo.CurrentUICulture);
        yield return obligation.Assignee?.Value ?? Words.RoleName(obligation.Responsible);
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
