using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Samples.Gantt;

/// <summary>A day as a column of the picture: business hours to scale, lunch as a narrow gap, nights left out, days off narrow.</summary>
/// <param name="Day">The day.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Sessions">Its business hours and where they are drawn.</param>
internal sealed record GanttColumn(DayInfo Day, double Left, double Width, IReadOnlyList<(Interval Time, double Left, double Width)> Sessions)
{
    public double Right => Left + Width;
}

/// <summary>Where an instant is drawn.</summary>
internal sealed class GanttScale
{
    private const double HourWidth = 7.2, LunchWidth = 5, OffWidth = 17;

    private readonly WorkCalendar _calendar;

    public GanttScale(WorkCalendar calendar, LocalDate first, LocalDate last, double left)
    {
        _calendar = calendar;
        var columns = new List<GanttColumn>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            columns.Add(Column(date, left));
            left = columns[^1].Right;
        }

        Columns = columns;
    }

    public IReadOnlyList<GanttColumn> Columns { get; }

    public double Left => Columns[0].Left;

    public double Right => Columns[^1].Right;

    public double Of(Instant instant)
    {
        var date = _calendar.DateOf(instant);
        if (date < Columns[0].Day.Date) return Left;
        if (date > Columns[^1].Day.Date) return Right;
        var column = Columns[Period.DaysBetween(Columns[0].Day.Date, date)];
        if (column.Sessions.Count == 0) return column.Left + (column.Width * (instant - _calendar.StartOfDay(date)).TotalDays);
        var x = column.Left;
        foreach (var (time, left, width) in column.Sessions)
        {
            if (instant < time.Start) break;
            x = left + (width * Math.Min(1, (instant - time.Start) / time.Duration));
        }

        return x;
    }

    private GanttColumn Column(LocalDate date, double left)
    {
        var sessions = new List<(Interval, double, double)>();
        var x = left;
        foreach (var time in _calendar.IntervalsOf(date))
        {
            if (sessions.Count > 0) x += LunchWidth;
            var width = time.Duration.TotalHours * HourWidth;
            sessions.Add((time, x, width));
            x += width;
        }

        return new(_calendar.Explain(date), left, sessions.Count == 0 ? OffWidth : x - left, sessions);
    }
}
