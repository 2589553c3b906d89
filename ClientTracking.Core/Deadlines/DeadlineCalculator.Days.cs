using System.Runtime.CompilerServices;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>Deadlines that end on a day, reckoned in day numbers (days since 1970-01-01).</content>
public sealed partial class DeadlineCalculator
{
    private const int DaysPerWeek = 7;

    // More than the calendar's whole range; keeps NodaTime's own range check out of the way of the calendar's.
    private const int MostMonths = 12 * 300;

    /// <summary>When a day ends under an ending (CV-05).</summary>
    internal Instant End(int day, DayEnding ending) => End(day, ending, out _);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Instant End(int day, DayEnding ending, out long milliseconds)
    {
        if (ending.IsCloseOfBusiness && _days.Covers(day)) return _days.Close(day, out milliseconds);
        var end = ending.IsCloseOfBusiness ? Calendar.CloseOfBusiness(day) : Calendar.AtMinute(day, ending.MinuteOfDay);
        milliseconds = end.ToUnixTimeMilliseconds();
        return end;
    }

    /// <summary>The last day of a calendar period before it is rolled (CV-01, CV-03).</summary>
    internal static int Unrolled(DeadlineRule rule, int start) =>
        rule.Unit == DeadlineUnit.Days ? start + rule.Amount : CivilDays.PlusMonths(start, MonthsOf(rule));

    private static int MonthsOf(DeadlineRule rule) => Math.Min(rule.Amount, MostMonths) * (rule.Unit == DeadlineUnit.Years ? 12 : 1);

    /// <summary>The n-th working day after a day, ended (CV-08).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Deadline AfterWorkingDays(DeadlineRule rule, int start, int days)
    {
        if (!_days.TryAdd(start, days, out int last)) last = Calendar.AddWorkingDays(start, days);
        return new(End(last, rule.Ending), IsBeyondSchedule(start + 1, last));
    }

    /// <summary>
    /// A period that ends on a day, rolled off an off-day and ended. What would lie before <paramref name="floor"/>
    /// (milliseconds since 1970), where nobody could meet it, goes to the next day, for weekday rules to the next week (CV-11).
    /// </summary>
    internal (Deadline Deadline, int Unrolled) EndOn(DeadlineRule rule, int unrolled, long floor)
    {
        var day = unrolled;
        return (EndOn(rule, unrolled, ref day, floor), day);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Deadline EndOn(DeadlineRule rule, int unrolled, ref int day, long floor)
    {
        while (true)
        {
            var last = Rolled(day, rule.OffDay);
            var due = End(last, rule.Ending, out var milliseconds);
            if (milliseconds >= floor)
                return new(due, rule.OffDay != RollRule.None && (IsBeyondSchedule(unrolled, day) || IsBeyondSchedule(last, last)));
            day += rule.Unit == DeadlineUnit.Weekday ? DaysPerWeek : 1;
        }
    }

    /// <summary>The first working day from a day on whose end is not before an instant.</summary>
    internal (Deadline Deadline, int LastDay) EndOnWorkingDay(DeadlineRule rule, int day, long floor)
    {
        for (var last = Rolled(day, RollRule.Next); ; last = Calendar.AddWorkingDays(last, 1))
        {
            var due = End(last, rule.Ending);
            if (due.ToUnixTimeMilliseconds() >= floor) return (new(due, IsBeyondSchedule(day, last)), last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Rolled(int day, RollRule roll) =>
        roll == RollRule.None ? day
        : _days.TryRoll(day, roll == RollRule.Previous, out var last) ? last
        : Calendar.IsWorkingDay(day) ? day
        : Calendar.AddWorkingDays(day, roll == RollRule.Next ? 1 : -1);

    /// <summary>That weekday of the ISO week of a day; 1970-01-01 was a Thursday.</summary>
    private static int InWeekOf(IsoDayOfWeek weekday, int day)
    {
        const int manyWeeks = 10_000 * DaysPerWeek; // no day number is further below zero
        return day - (int)((uint)(day + 3 + manyWeeks) % DaysPerWeek) + (weekday - IsoDayOfWeek.Monday);
    }

    private bool IsBeyondSchedule(int first, int last) => first < _firstPublished || last > _lastPublished;
}
