using ClientTracking.Time;

namespace ClientTracking.Samples.Gantt;

/// <content>The working calendar behind the bars.</content>
internal sealed partial class GanttPicture
{
    private const string Closed = "#F1F2F4";

    private void Calendar(Svg svg)
    {
        GanttColumn? before = null;
        foreach (var column in _scale.Columns)
        {
            var (date, isNewMonth) = (column.Day.Date, before is null || before.Day.Date.Month != column.Day.Date.Month);
            if (!column.Day.IsWorked) svg.Rectangle(column.Left, Top - 40, column.Width, _bottom - Top + 40, Closed);
            foreach (var (one, next) in column.Sessions.Zip(column.Sessions.Skip(1)))
                svg.Rectangle(one.Left + one.Width, Top, next.Left - one.Left - one.Width, _bottom - Top, Closed);
            svg.Line(column.Left, isNewMonth ? Top - 56 : Top - 40, column.Left, _bottom, isNewMonth ? "#9CA3AF" : Rule);
            if (isNewMonth) svg.Text(column.Left + 4, Top - 45, Words.MonthOf(date.Year, date.Month), 11.5, Ink, bold: true);
            var middle = column.Left + (column.Width / 2);
            var color = column.Day.IsWorked ? Ink : "#98A2B3";
            svg.Text(middle, Top - 24, $"{date.Day}", 12, color, "middle");
            svg.Text(middle, Top - 9, $"{Words.Weekdays[(int)date.DayOfWeek - 1]}", 10.5, color, "middle");
            if (column.Day.Cause == DayCause.MakeUpDay) Badge(svg, column.Right - 9, Words.MakeUp, "#F79009");
            before = column;
        }

        svg.Line(_scale.Right, Top - 40, _scale.Right, _bottom, Rule);
        svg.Line(_scale.Left, Top - 40, _scale.Right, Top - 40, Rule);
        svg.Text(Margin, Top - 9, Words.Gist, 11.5, Faint);
        svg.Text(Margin + PanelWidth - 14, Top - 9, Words.ScheduleColumns[6], 11.5, Faint, "end");
        Holidays(svg);
    }

    /// <summary>The name of a holiday below its days.</summary>
    private void Holidays(Svg svg)
    {
        for (var i = 0; i < _scale.Columns.Count;)
        {
            var (first, name) = (_scale.Columns[i], _scale.Columns[i].Day is { Cause: DayCause.Holiday, Name: var holiday } ? holiday : null);
            var next = i + 1;
            while (name is not null && next < _scale.Columns.Count && _scale.Columns[next].Day is { IsWorked: false } day && day.Name == name) next++;
            if (name is not null)
            {
                var (left, right) = (first.Left, _scale.Columns[next - 1].Right);
                svg.Text((left + right) / 2, _bottom + 16.5, Words.HolidayName(name), 11, "#B54708", "middle");
            }

            i = next;
        }
    }

    private static void Badge(Svg svg, double x, string text, string fill)
    {
        svg.Rectangle(x - 7, Top - 38, 14, 12, fill, 3);
        svg.Text(x, Top - 28.5, text, 9, "#FFFFFF", "middle");
    }
}
