using ClientTracking.Benchmarks.Time;
using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Benchmarks.Deadlines;

/// <summary>The baseline of the deadline benchmarks: each kind of rule the way a developer writes it on a <see cref="NaiveCalendar"/>.</summary>
internal sealed class NaiveDeadlines(NaiveCalendar calendar)
{
    internal Instant Due(DeadlineRule rule, Instant trigger) => rule.Unit switch
    {
        DeadlineUnit.WorkingDays => calendar.Close(calendar.AddWorkingDays(Date(trigger), rule.Amount)),
        DeadlineUnit.Days => OnOrAfter(Date(trigger).PlusDays(rule.Amount)),
        DeadlineUnit.Months => OnOrAfter(Date(trigger).PlusMonths(rule.Amount)),
        DeadlineUnit.WorkingHours => calendar.AddWorkingTime(trigger, Duration.FromHours(rule.Amount)),
        DeadlineUnit.AtOnce => calendar.NextOpening(trigger) + Duration.FromMinutes(rule.Amount),
        DeadlineUnit.SameDay => SameDay(trigger),
        DeadlineUnit.Weekday => Weekday(rule.Weekday, trigger),
        _ => throw new NotSupportedException(rule.ToString()),
    };

    private LocalDate Date(Instant instant) => instant.InZone(calendar.Zone).Date;

    private Instant OnOrAfter(LocalDate date)
    {
        while (!calendar.IsWorkingDay(date)) date = date.PlusDays(1);
        return calendar.Close(date);
    }

    private Instant SameDay(Instant trigger)
    {
        var date = Date(trigger);
        return calendar.IsWorkingDay(date) && calendar.Close(date) is var close && trigger < close ? close : OnOrAfter(date.PlusDays(1));
    }

    private Instant Weekday(IsoDayOfWeek weekday, Instant trigger)
    {
        var date = Date(trigger);
        for (var day = date.PlusDays(weekday - date.DayOfWeek); ; day = day.PlusWeeks(1))
        {
            var last = day;
            while (!calendar.IsWorkingDay(last)) last = last.PlusDays(-1);
            if (calendar.Close(last) is var due && due >= trigger) return due;
        }
    }
}
