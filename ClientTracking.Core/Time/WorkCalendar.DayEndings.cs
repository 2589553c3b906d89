using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendar
{
    /// <summary>The compiled days, for whoever looks up several things of one day in a hot loop.</summary>
    internal DayTable CompiledDays => _days;

    /// <summary>The instant so many minutes after the start of a day on the wall clock; 1440 is 24:00. See <see cref="At"/>.</summary>
    internal Instant AtMinute(int day, int minute) => _zone.At(day, minute * NodaConstants.SecondsPerMinute);
}
