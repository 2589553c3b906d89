using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>Periods counted backwards from a due instant, and how many fit.</content>
public sealed partial class DeadlineCalculator
{
    /// <summary>
    /// The instant a period before another: the last moment for a notice, the moment of a reminder. Days, months and years are counted
    /// back from the due date, ended as the rule says, and an off-day goes to the working day <b>before</b> (a notice must not come
    /// late) unless the rule says <c>~none</c>. Working time is counted back within business hours.
    /// </summary>
    /// <param name="rule">A rule with an amount: <c>2mo</c>, <c>30d~none</c>, <c>5wd</c>, <c>1wh</c>, <c>24h</c>.</param>
    /// <param name="due">The instant to count back from; at midnight it belongs to the day that ends.</param>
    /// <exception cref="ArgumentException">The rule has no amount: same-day, at-once and weekday rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies outside the calendar's range.</exception>
    public Deadline CalculateBefore(DeadlineRule rule, Instant due)
    {
        due = due.CutToMilliseconds();
        switch (rule.Unit)
        {
            case DeadlineUnit.Minutes or DeadlineUnit.Hours:
                return new(due - rule.Length, false);
            case DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours:
                var start = Calendar.AddWorkingTime(due, -rule.Length);
                return new(start, Moment(start) < _publishedFrom || due > _publishedUntil);
            case DeadlineUnit.WorkingDays:
                var first = Calendar.AddWorkingDays(DueDay(due), -rule.Amount);
                return new(End(first, rule.Ending), IsBeyondSchedule(first, DueDay(due) - 1));
            case DeadlineUnit.Days:
                return EndBefore(rule, DueDay(due) - rule.Amount);
            case DeadlineUnit.Months or DeadlineUnit.Years:
                return EndBefore(rule, CivilDays.PlusMonths(DueDay(due), -MonthsOf(rule)));
            default:
                throw new ArgumentException($"'{rule}' has no period to count back.", nameof(rule));
        }
    }

    /// <summary>About how many periods lie between two instants; where a roll or an ending decides, one or two off.</summary>
    internal int Periods(DeadlineRule rule, Instant from, Instant to)
    {
        if (to <= from) return 0;
        int first = Calendar.DayOf(from), last = Calendar.DayOf(to);
        return rule.Unit switch
        {
            DeadlineUnit.Days => (last - first) / rule.Amount,
            DeadlineUnit.WorkingDays => WorkingDaysBetween(first, last) / rule.Amount,
            DeadlineUnit.Months or DeadlineUnit.Years =>
                Period.Between(CivilDays.Date(first), CivilDays.Date(last), PeriodUnits.Months).Months / MonthsOf(rule),
            DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours => (int)(Calendar.WorkingTimeBetween(from, to) / rule.Length),
            _ => (int)((to - from) / rule.Length),
        };
    }

    private Deadline EndBefore(DeadlineRule rule, int day)
    {
        if (rule.OffDay == RollRule.None) return new(End(day, rule.Ending), false);
        var last = Rolled(day, RollRule.Previous);
        return new(End(last, rule.Ending), IsBeyondSchedule(last, day));
    }
}
