namespace ClientTracking.Time;

/// <summary>Everything compiled from the rules of a calendar for the days between two dates.</summary>
internal sealed class CalendarTable
{
    internal CalendarTable(CalendarRules rules, int first, int last)
    {
        Zone = new ZoneTable(rules.Zone, first, last);
        Days = new DayTable(rules, Zone, first, last);
        Clock = new ClockTable(rules, Zone, first, last);
    }

    internal ZoneTable Zone { get; }

    internal DayTable Days { get; }

    internal ClockTable Clock { get; }
}
