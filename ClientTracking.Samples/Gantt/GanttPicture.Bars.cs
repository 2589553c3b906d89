using ClientTracking.Priorities;
using ClientTracking.Samples.Printing;
using NodaTime;

namespace ClientTracking.Samples.Gantt;

/// <content>The bars, and what they mean.</content>
internal sealed partial class GanttPicture
{
    private const double BarTop = 10, BarHeight = 15;

    private void Bars(Svg svg, PlannedItem item, double y)
    {
        var promised = item.Item.Commitments is [var promise, ..] ? promise.Promised : (Instant?)null;
        var risk = item.Commitments.FirstOrDefault(commitment => commitment.IsAtRisk);
        Absences(svg, item, y);
        foreach (var (one, next) in item.Segments.Zip(item.Segments.Skip(1)))
            svg.Line(_scale.Of(one.End), y + BarTop + (BarHeight / 2), _scale.Of(next.Start), y + BarTop + (BarHeight / 2), Color(item.Item.Grade), 1.5, "3 3");
        foreach (var segment in item.Segments)
        {
            var late = promised is { } due && due < segment.End ? Instant.Max(due, segment.Start) : segment.End;
            Bar(svg, segment.Start, late, y, Color(item.Item.Grade));
            Bar(svg, late, segment.End, y, Risk);
        }

        var end = _scale.Of(item.Finish);
        if (_file.Ranges.GetValueOrDefault(item.Item.Number) is { } range) end = Math.Max(end, Whisker(svg, range, y));
        if (promised is { } at) Promise(svg, _scale.Of(at), y, risk is not null);
        if (promised is { } mark) end = Math.Max(end, _scale.Of(mark));
        if (risk is not null) svg.Text(end + 8, y + BarTop + 12, Words.Late(Figures.Elapsed(risk.LateBy)), 11.5, Risk, bold: true);
    }

    /// <summary>Solid where it is worked, pale over nights, lunch and days off.</summary>
    private void Bar(Svg svg, Instant from, Instant to, double y, string color)
    {
        var (left, right) = (_scale.Of(from), _scale.Of(to));
        if (right <= left) return;
        svg.Rectangle(left, y + BarTop, right - left, BarHeight, color, 3, opacity: 0.35);
        foreach (var (_, start, width) in _scale.Columns.SelectMany(column => column.Sessions))
        {
            var (one, other) = (Math.Max(left, start), Math.Min(right, start + width));
            if (other > one) svg.Rectangle(one, y + BarTop, other - one, BarHeight, color, 1.5);
        }
    }

    /// <summary>When the workers of an item are away, as long as the item takes.</summary>
    private void Absences(Svg svg, PlannedItem item, double y)
    {
        foreach (var away in _file.Backlog.Absences)
        {
            if (away.From >= item.Finish || away.To <= item.Start || item.Segments.All(segment => segment.Worker != away.Worker)) continue;
            var (left, right) = (_scale.Of(away.From), _scale.Of(away.To));
            svg.Text((left + right) / 2, y + BarTop + BarHeight + 11, Words.Away, 10, Faint, "middle");
        }
    }

    private double Whisker(Svg svg, ForecastRange range, double y)
    {
        var (left, right, middle) = (_scale.Of(range.P50), _scale.Of(range.P85), y + BarTop + BarHeight + 6);
        svg.Line(left, middle, right, middle, Ink, 1.2);
        svg.Line(left, middle - 3, left, middle + 3, Ink, 1.2);
        svg.Line(right, middle - 3, right, middle + 3, Ink, 1.2);
        return right;
    }

    private static void Promise(Svg svg, double x, double y, bool isBroken, double height = RowHeight - 7)
    {
        var color = isBroken ? Risk : Kept;
        svg.Line(x, y + 3, x, y + 3 + height, color, 1.6);
        svg.Path(FormattableString.Invariant($"M{x:0.#} {y + 3:0.#} l9 4 l-9 4 z"), color);
    }

    private void Legend(Svg svg)
    {
        var (x, y) = (Margin, _bottom + 46);
        foreach (var grade in Enum.GetValues<PriorityGrade>())
            Item(20, $"{Words.GradeName($"{grade}")}", left => svg.Rectangle(left, y - 11, 20, 12, Color(grade), 3));
        Item(26, Words.Interrupted, left => svg.Line(left, y - 5, left + 26, y - 5, Faint, 1.5, "3 3"));
        Item(20, Words.AfterPromise, left => svg.Rectangle(left, y - 11, 20, 12, Risk, 3));
        Item(12, Words.PromiseKept, left => Promise(svg, left + 1, y - 16, isBroken: false, 16));
        Item(12, Words.PromiseBroken, left => Promise(svg, left + 1, y - 16, isBroken: true, 16));
        Item(24, Words.Range, left => Mark(left));
        Item(20, Words.OffHours, left => svg.Rectangle(left, y - 11, 20, 12, Closed, 0, "#D0D5DD"));

        void Item(double width, string text, Action<double> draw)
        {
            draw(x);
            svg.Text(x + width + 6, y, text, 11.5, Faint);
            x += width + 6 + text.Sum(c => c > 0x2E7F ? 11.5 : 6.5) + 22;
        }

        void Mark(double left)
        {
            svg.Line(left, y - 5, left + 24, y - 5, Ink, 1.2);
            svg.Line(left, y - 8, left, y - 2, Ink, 1.2);
            svg.Line(left + 24, y - 8, left + 24, y - 2, Ink, 1.2);
        }
    }
}
