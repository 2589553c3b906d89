using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>A month in the regulation's time zone, and up to when it is judged.</summary>
internal readonly struct MonthSpan
{
    public MonthSpan(WorkCalendar calendar, YearMonth month, Instant? asOf)
    {
        var days = month.ToDateInterval();
        (Start, End) = (calendar.StartOfDay(days.Start), calendar.EndOfDay(days.End));
        IsOver = !(asOf < End);
        Now = new(IsOver ? End : asOf!.Value.CutToMilliseconds(), IsOver);
    }

    public Instant Start { get; }

    public Instant End { get; }

    public bool IsOver { get; }

    public Assessment Now { get; }

    public Assessment Before => new(Start, EndsDay: true);

    /// <summary>
    /// Whether an event counts in the month: a due instant at midnight belongs to the day that ends with it (CV-13), anything else to the one
    /// that begins.
    /// </summary>
    public bool Holds(Instant at, bool isDue) => isDue ? Start < at && at <= End : Start <= at && at < End;
}
