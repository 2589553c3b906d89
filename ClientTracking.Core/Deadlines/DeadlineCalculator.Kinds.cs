using System.Runtime.CompilerServices;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>One loop for each kind of rule; the single form is a batch of one. Apart, so that each is compiled for its own work.</content>
public sealed partial class DeadlineCalculator
{
    private void CalculateAll(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        switch (rule.Unit)
        {
            case DeadlineUnit.WorkingDays: AfterWorkingDays(rule, triggers, results); break;
            case DeadlineUnit.Days: AfterDays(rule, triggers, results); break;
            case DeadlineUnit.Months or DeadlineUnit.Years: AfterMonths(rule, triggers, results); break;
            case DeadlineUnit.Weekday: OnWeekday(rule, triggers, results); break;
            case DeadlineUnit.SameDay: OnSameDay(rule, triggers, results); break;
            case DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours: AfterWorkingTime(rule, triggers, results); break;
            case DeadlineUnit.AtOnce: FromOpening(rule, triggers, results); break;
            case var _ when rule.StartsAtOpening: FromOpening(rule, triggers, results); break;
            default: AfterElapsedTime(rule, triggers, results); break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AfterWorkingDays(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        for (var i = 0; i < results.Length; i++) results[i] = AfterWorkingDays(rule, DayOf(Moment(triggers[i])), rule.Amount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AfterDays(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        for (var i = 0; i < results.Length; i++)
        {
            var moment = Moment(triggers[i]);
            var unrolled = DayOf(moment) + rule.Amount;
            var day = unrolled;
            results[i] = EndOn(rule, unrolled, ref day, moment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AfterMonths(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        var months = MonthsOf(rule);
        for (var i = 0; i < results.Length; i++)
        {
            var moment = Moment(triggers[i]);
            var unrolled = CivilDays.PlusMonths(DayOf(moment), months);
            var day = unrolled;
            results[i] = EndOn(rule, unrolled, ref day, moment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OnWeekday(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        for (var i = 0; i < results.Length; i++)
        {
            var moment = Moment(triggers[i]);
            var today = DayOf(moment);
            var first = InWeekOf(rule.Weekday, today);
            // Where it is over for certain, a sign says so and not a branch; yesterday's night shift may still go on.
            var day = first + (((Rolled(first, rule.OffDay) - (today - 1)) >> 31) & DaysPerWeek);
            results[i] = EndOn(rule, first, ref day, moment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OnSameDay(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        for (var i = 0; i < results.Length; i++)
        {
            var moment = Moment(triggers[i]);
            var day = DayOf(moment);
            results[i] = rule.Ending.IsEndOfDay ? new(End(day, rule.Ending), false) : OnSameWorkingDay(rule.Ending, day, moment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AfterWorkingTime(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        var nanoseconds = rule.Milliseconds * NodaConstants.NanosecondsPerMillisecond;
        for (var i = 0; i < results.Length; i++)
        {
            var start = triggers[i].CutToMilliseconds();
            var due = Calendar.AddWorkingTime(start, nanoseconds);
            results[i] = new(due, start < _publishedFrom || due > _publishedUntil);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FromOpening(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        var length = rule.Length;
        for (var i = 0; i < results.Length; i++)
        {
            var trigger = triggers[i].CutToMilliseconds();
            var start = Calendar.NextOpening(trigger);
            results[i] = new(start + length, trigger < _publishedFrom || start >= _publishedUntil);
        }
    }

    private static void AfterElapsedTime(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        for (var i = 0; i < results.Length; i++) results[i] = new(Instant.FromUnixTimeMilliseconds(Moment(triggers[i]) + rule.Milliseconds), false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Deadline OnSameWorkingDay(DayEnding ending, int day, long moment)
    {
        var last = Rolled(day, RollRule.Next);
        var due = End(last, ending, out var milliseconds);
        if (milliseconds <= moment && last == day)
        {
            last = Calendar.AddWorkingDays(day, 1);
            due = End(last, ending);
        }

        return new(due, IsBeyondSchedule(day, last));
    }
}
