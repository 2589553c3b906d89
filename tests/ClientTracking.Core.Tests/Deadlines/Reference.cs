using ClientTracking.Deadlines;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>Deadlines the slow way: a clock that is watched minute by minute, a calendar that is leafed through day by day.</summary>
internal sealed class Reference(WorkCalendar calendar)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Whole minutes only. Pauses in order; one that begins after the due instant has no effect.</summary>
    internal Instant Due(DeadlineRule rule, Instant trigger, params (Instant From, Instant To)[] pauses)
    {
        switch (rule.Unit)
        {
            case DeadlineUnit.Minutes or DeadlineUnit.Hours:
                return Watch(trigger, rule.StartsAtOpening ? FirstOpen(trigger) : trigger, rule.Length, pauses, onlyOpen: false);
            case DeadlineUnit.AtOnce:
                return Watch(trigger, FirstOpen(trigger), rule.Length, pauses, onlyOpen: false);
            case DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours:
                return Watch(trigger, trigger, rule.Length, pauses, onlyOpen: true);
        }

        var (due, last) = Leaf(rule, trigger);
        foreach (var (from, to) in pauses)
        {
            if (from > due || from == to) continue;
            (due, last) = Again(rule, last, Date(from), to);
        }

        return due;
    }

    /// <summary>The waiting for the opening is elapsed time like the period itself once the clock is paused: all up to the due instant is.</summary>
    private Instant Watch(Instant trigger, Instant start, Duration length, (Instant From, Instant To)[] pauses, bool onlyOpen)
    {
        var left = length + (start - trigger);
        var at = trigger;
        for (; left > Duration.Zero; at += Minute)
        {
            if (pauses.Any(pause => pause.From <= at && at < pause.To)) continue;
            if (!onlyOpen || IsOpen(at)) left -= Minute;
        }

        // What is paused at the very end starts again, with nothing left, at the resume.
        return pauses.FirstOrDefault(pause => pause.From == at && pause.To > at) is { To: var to } && to > at ? to : at;
    }

    private (Instant Due, LocalDate Last) Leaf(DeadlineRule rule, Instant trigger)
    {
        var date = Date(trigger);
        switch (rule.Unit)
        {
            case DeadlineUnit.WorkingDays:
                for (var left = rule.Amount; left > 0;)
                {
                    date = date.PlusDays(1);
                    if (calendar.Explain(date).IsWorked) left--;
                }

                return (End(rule, date), date);
            case DeadlineUnit.Days: return NotBefore(rule, date.PlusDays(rule.Amount), trigger, 1);
            case DeadlineUnit.Months: return NotBefore(rule, date.PlusMonths(rule.Amount), trigger, 1);
            case DeadlineUnit.Years: return NotBefore(rule, date.PlusYears(rule.Amount), trigger, 1);
            case DeadlineUnit.Weekday:
                while (date.DayOfWeek != IsoDayOfWeek.Monday) date = date.PlusDays(-1);
                while (date.DayOfWeek != rule.Weekday) date = date.PlusDays(1);
                return NotBefore(rule, date, trigger, 7);
            default:
                if (rule.Ending.IsEndOfDay) return (End(rule, date), date);
                while (!calendar.Explain(date).IsWorked || End(rule, date) <= trigger) date = date.PlusDays(1);
                return (End(rule, date), date);
        }
    }

    private (Instant Due, LocalDate Last) Again(DeadlineRule rule, LocalDate last, LocalDate paused, Instant resumed)
    {
        var date = Date(resumed);
        switch (rule.Unit)
        {
            case DeadlineUnit.SameDay or DeadlineUnit.Weekday:
                return Leaf(rule, resumed);
            case DeadlineUnit.WorkingDays:
                var left = 0;
                for (var day = paused.PlusDays(1); day <= last; day = day.PlusDays(1)) left += calendar.Explain(day).IsWorked ? 1 : 0;
                if (left > 0) return Leaf(Ended(DeadlineRule.WorkingDays(left), rule), resumed);
                while (!calendar.Explain(date).IsWorked || End(rule, date) < resumed) date = date.PlusDays(1);
                return (End(rule, date), date);
            default:
                var days = Math.Max(0, Period.DaysBetween(paused, last));
                return NotBefore(rule, date.PlusDays(days), resumed, 1);
        }
    }

    private (Instant Due, LocalDate Last) NotBefore(DeadlineRule rule, LocalDate date, Instant floor, int step)
    {
        for (; ; date = date.PlusDays(step))
        {
            var last = date;
            while (rule.OffDay != RollRule.None && !calendar.Explain(last).IsWorked) last = last.PlusDays(rule.OffDay == RollRule.Next ? 1 : -1);
            if (End(rule, last) >= floor) return (End(rule, last), date);
        }
    }

    private static DeadlineRule Ended(DeadlineRule rule, DeadlineRule like) => like.Ending switch
    {
        { IsCloseOfBusiness: true } => rule,
        { IsEndOfDay: true } => rule.AtEndOfDay(),
        var ending => rule.At(LocalTime.FromMinutesSinceMidnight(ending.MinuteOfDay)),
    };

    private Instant End(DeadlineRule rule, LocalDate date)
    {
        if (rule.Ending.IsEndOfDay) return calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
        var time = rule.Ending.IsCloseOfBusiness ? Closes(date) : LocalTime.FromMinutesSinceMidnight(rule.Ending.MinuteOfDay);
        return (time == LocalTime.Midnight && rule.Ending.IsCloseOfBusiness ? date.PlusDays(1).AtMidnight() : date + time)
            .InZoneLeniently(calendar.Zone).ToInstant();
    }

    private LocalTime Closes(LocalDate date)
    {
        var sessions = calendar.Explain(date).Sessions;
        if (!sessions.IsClosed) return sessions.Closes;
        var pattern = calendar.Hours[date.DayOfWeek];
        return (pattern.IsClosed ? calendar.Hours.Standard : pattern).Closes;
    }

    private LocalDate Date(Instant instant) => instant.InZone(calendar.Zone).Date;

    private Instant FirstOpen(Instant at)
    {
        while (!IsOpen(at)) at += Minute;
        return at;
    }

    private bool IsOpen(Instant at)
    {
        var date = Date(at);
        foreach (var session in calendar.Explain(date).Sessions.Sessions)
        {
            var end = session.End == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + session.End;
            if (at >= (date + session.Start).InZoneLeniently(calendar.Zone).ToInstant() && at < end.InZoneLeniently(calendar.Zone).ToInstant()) return true;
        }

        return false;
    }
}
