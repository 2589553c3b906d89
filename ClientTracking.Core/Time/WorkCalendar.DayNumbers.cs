using NodaTime;

namespace ClientTracking.Time;

/// <content>The same by day number (days since 1970-01-01), for chains of steps that need no date in between.</content>
public sealed partial class WorkCalendar
{
    internal int DayOf(Instant instant) => _table.Zone.DateOf(instant);

    internal bool IsWorkingDay(int day) => TableOf(Checked(day)).Days.IsWorked(day);

    internal Instant CloseOfBusiness(int day) => TableOf(Checked(day)).Days.Close(day);

    internal int AddWorkingDays(int day, int days)
    {
        if (_table.Days.Covers(day) && days != 0 && _table.Days.TryAdd(day, days, out int result)) return result;
        return days == 0 ? Checked(day) : AddOverWholeRange(Checked(day), days);
    }

    private static int Checked(int day) =>
        day >= CivilDays.FirstNumber && day <= CivilDays.LastNumber ? day : throw CivilDays.OutOfRange(day);
}
