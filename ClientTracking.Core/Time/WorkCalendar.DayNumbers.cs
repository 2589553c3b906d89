using NodaTime;

namespace ClientTracking.Time;

/// <content>The same by day number (days since 1970-01-01), for chains of steps that need no date in between.</content>
public sealed partial class WorkCalendar
{
    internal int DayOf(Instant instant) => _zone.DateOf(instant);

    internal bool IsWorkingDay(int day) => DaysOf(CivilDays.Checked(day)).IsWorked(day);

    internal Instant CloseOfBusiness(int day) => DaysOf(CivilDays.Checked(day)).Close(day, out _);

    internal int AddWorkingDays(int day, int days) => _days.TryAdd(day, days, out var result) ? result : AddOverWholeRange(day, days);
}
