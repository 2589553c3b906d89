namespace ClientTracking.Time;

/// <summary>Everything compiled from the rules of a calendar for the days between two dates.</summary>
internal sealed class CalendarTable
{
    /// <summary>Days compiled beyond both ends: a UTC day of the range can belong to a neighbouring date, and that to a night shift before it.</summary>
    internal const int Margin = 3;

    internal CalendarTable(CalendarRules rules, int first, int last)
    {
        Zone = new ZoneTable(rules.Zone, first - Margin, last + Margin);
        var plan = new DayPlan[last - first + 1 + (2 * Margin)];
        for (var i = 0; i < plan.Length; i++) plan[i] = rules.Plan(CivilDays.AnyDate(first - Margin + i));
        Days = new DayTable(plan, Zone, first, last);
        Clock = new ClockTable(plan, Zone, first, last);
    }

    internal ZoneTable Zone { get; }

    internal DayTable Days { get; }

    internal ClockTable Clock { get; }
}

/// <summary>Whether a day is worked, and its hours if it is.</summary>
internal readonly record struct DayPlan(bool IsWorked, DaySessions Hours);
