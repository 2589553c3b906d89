using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>What is left of a period, and starting it again (CV-15).</content>
public sealed partial class DeadlineCalculator
{
    /// <summary>A deadline with the day its period ends on before it is rolled; for rules that end at an instant the day of that.</summary>
    internal (Deadline Deadline, int LastDay) Begin(DeadlineRule rule, Instant trigger)
    {
        switch (rule.Unit)
        {
            case DeadlineUnit.Days or DeadlineUnit.Months or DeadlineUnit.Years:
                return EndOn(rule, Unrolled(rule, Calendar.DayOf(trigger)), trigger.ToUnixTimeMilliseconds());
            case DeadlineUnit.WorkingDays:
                return (Calculate(rule, trigger), Calendar.AddWorkingDays(Calendar.DayOf(trigger), rule.Amount));
            default:
                var deadline = Calculate(rule, trigger);
                return (deadline, DueDay(deadline.Due));
        }
    }

    /// <summary>What is left at an instant of a period that ends so.</summary>
    internal TimeLeft Left(DeadlineRule rule, Instant due, int lastDay, Instant at) => rule.Unit switch
    {
        _ when at >= due => new(rule.Unit, 0, Duration.Zero),
        DeadlineUnit.WorkingDays => new(rule.Unit, Math.Max(0, WorkingDaysBetween(Calendar.DayOf(at), lastDay)), Duration.Zero),
        DeadlineUnit.Days or DeadlineUnit.Months or DeadlineUnit.Years => new(rule.Unit, Math.Max(0, lastDay - Calendar.DayOf(at)), Duration.Zero),
        DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours => new(rule.Unit, 0, Calendar.WorkingTimeBetween(at, due)),
        _ => new(rule.Unit, 0, due - at),
    };

    /// <summary>
    /// The deadline of a period suspended at one instant and started again at a later one. A day that would be over before the resume
    /// cannot be what was left, so the next one is taken: nobody is made late by a pause.
    /// </summary>
    internal (Deadline Deadline, int LastDay) Resume(DeadlineRule rule, Deadline deadline, int lastDay, Instant paused, Instant resumed)
    {
        int pauseDay = Calendar.DayOf(paused), resumeDay = Calendar.DayOf(resumed);
        switch (rule.Unit)
        {
            case DeadlineUnit.SameDay or DeadlineUnit.Weekday:
                return Begin(rule, resumed);
            case DeadlineUnit.WorkingDays when WorkingDaysBetween(pauseDay, lastDay) is > 0 and var days:
                return (AfterWorkingDays(rule, resumeDay, days), Calendar.AddWorkingDays(resumeDay, days));
            case DeadlineUnit.WorkingDays:
                // Only the last day itself was left, or past midnight the rest of its night shift.
                return EndOnWorkingDay(rule, resumeDay + Math.Min(0, lastDay - pauseDay), resumed.ToUnixTimeMilliseconds());
            case DeadlineUnit.Days or DeadlineUnit.Months or DeadlineUnit.Years:
                return EndOn(rule, resumeDay + lastDay - pauseDay, resumed.ToUnixTimeMilliseconds());
            case DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours:
                var again = AfterWorkingTime(resumed, Calendar.WorkingTimeBetween(paused, deadline.Due));
                return (again, DueDay(again.Due));
            default:
                var due = resumed + (deadline.Due - paused);
                return (deadline with { Due = due }, DueDay(due));
        }
    }
}
