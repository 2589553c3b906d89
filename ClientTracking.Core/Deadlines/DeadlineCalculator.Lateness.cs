using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>Lateness (CV-13).</content>
public sealed partial class DeadlineCalculator
{
    /// <summary>
    /// How late something done (or assessed) at an instant is: not at all up to and exactly at the due instant, else the days from the
    /// due date to the day it was done, at least 1. A due instant at midnight belongs to the day that ends with it (24:00).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant is outside the calendar's range.</exception>
    public Lateness LatenessOf(Instant due, Instant done, LatenessUnit unit = LatenessUnit.CivilDays)
    {
        if (unit > LatenessUnit.WorkingDays) throw new ArgumentOutOfRangeException(nameof(unit), unit, null);
        if (done.CutToMilliseconds() <= due.CutToMilliseconds()) return default;
        int from = DueDay(due), to = Calendar.DayOf(done);
        return new(Math.Max(1, unit == LatenessUnit.CivilDays ? to - from : WorkingDaysBetween(from, to)));
    }

    /// <summary>The day a due instant belongs to: at midnight the day that ends.</summary>
    internal int DueDay(Instant due) => Calendar.DayOf(due - Duration.Epsilon);

    internal int WorkingDaysBetween(int from, int to) => Calendar.WorkingDaysBetween(CivilDays.Date(from), CivilDays.Date(to));
}
