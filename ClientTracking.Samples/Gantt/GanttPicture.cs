using ClientTracking.Priorities;
using ClientTracking.Samples.Printing;
using ClientTracking.Samples.Schedules;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Gantt;

/// <summary>A plan as a picture: a row an item, time to the right, the working calendar behind it.</summary>
internal sealed partial class GanttPicture
{
    private const double Margin = 24, PanelWidth = 312, Top = 128, RowHeight = 42, FooterHeight = 74, RightSpace = 132;
    private const string Ink = "#1F2937", Faint = "#6B7280", Rule = "#E5E7EB", Risk = "#D92D20", Kept = "#067647";

    private readonly ScheduleFile _file;
    private readonly WorkCalendar _calendar;
    private readonly GanttScale _scale;
    private readonly double _bottom;

    public GanttPicture(ScheduleFile file, WorkCalendar calendar)
    {
        (_file, _calendar) = (file, calendar);
        var ends = file.Plan.Items.Select(item => item.Finish)
            .Concat(file.Plan.Items.SelectMany(item => item.Commitments).Select(commitment => commitment.Commitment.Promised))
            .Concat(file.Ranges.Values.Select(range => range.P85)).Append(file.Plan.Now);
        _scale = new(calendar, calendar.DateOf(file.Plan.Now), calendar.DateOf(ends.Max()), Margin + PanelWidth);
        _bottom = Top + (RowHeight * file.Plan.Items.Length);
    }

    public void Write(Stream stream)
    {
        using var svg = new Svg(stream, _scale.Right + RightSpace, _bottom + FooterHeight);
        Title(svg);
        Calendar(svg);
        for (var row = 0; row < _file.Plan.Items.Length; row++)
        {
            var y = Top + (row * RowHeight);
            svg.Line(Margin, y, _scale.Right + RightSpace - Margin, y, Rule);
            Label(svg, _file.Plan.Items[row], y);
            Bars(svg, _file.Plan.Items[row], y);
        }

        svg.Line(Margin, _bottom, _scale.Right + RightSpace - Margin, _bottom, "#9CA3AF");
        Today(svg);
        Legend(svg);
    }

    internal static string Color(PriorityGrade grade) => grade switch
    {
        PriorityGrade.A => "#7A5AF8",
        PriorityGrade.B => "#2E7DD7",
        PriorityGrade.C => "#0E9384",
        _ => "#8792A2",
    };

    private void Title(Svg svg)
    {
        svg.Text(Margin, 38, Words.ScheduleOf(_file.Team, Short(_file.Plan.Now)), 20, Ink, bold: true);
        svg.Text(Margin, 62, Words.AtRiskOf(_file.Plan.AtRisk.Length, _file.Plan.Items.Length), 13, _file.Plan.AtRisk.IsEmpty ? Kept : Risk);
    }

    private void Label(Svg svg, PlannedItem item, double y)
    {
        var grade = item.Item.Grade;
        svg.Rectangle(Margin, y + 11, 20, 20, Color(grade), 4);
        svg.Text(Margin + 10, y + 25.5, $"{grade}", 12.5, "#FFFFFF", "middle", bold: true);
        svg.Text(Margin + 30, y + 19, _file.Gists[item.Item.Number], 13.5, Ink);
        var workers = string.Join("、", item.Segments.Select(segment => _file.Workers[segment.Worker - 1]).Distinct());
        svg.Text(Margin + 30, y + 34, $"{item.Item.Number}　{workers}", 11, Faint);
        svg.Text(Margin + PanelWidth - 14, y + 26, Short(item.Finish), 12, Ink, "end");
    }

    private void Today(Svg svg)
    {
        var x = _scale.Of(_file.Plan.Now);
        svg.Line(x, Top - 4, x, _bottom, Ink, 1.2, "3 3");
        svg.Rectangle(x - 17, _bottom + 4, 34, 17, Ink, 3);
        svg.Text(x, _bottom + 16.5, Words.Now, 10.5, "#FFFFFF", "middle");
    }

    private string Short(Instant instant) => Figures.Short(instant, _calendar.Zone);
}
