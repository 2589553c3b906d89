using System.Runtime.CompilerServices;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>The deadline of each kind of rule. Types, so that the single form and the loop are compiled for each kind's own work.</content>
public sealed partial class DeadlineCalculator
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Deadline One<T>(DeadlineRule rule, Instant trigger) where T : IKind => T.Due(this, rule, Moment(trigger));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Many<T>(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results) where T : IKind
    {
        for (var i = 0; i < results.Length; i++) results[i] = T.Due(this, rule, Moment(triggers[i]));
    }

    private interface IKind
    {
        /// <param name="by">On whose calendar.</param>
        /// <param name="rule">The rule.</param>
        /// <param name="moment">The trigger in milliseconds since 1970.</param>
        static abstract Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment);
    }

    private readonly struct WorkingDaysKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment) => by.AfterWorkingDays(rule, by.DayOf(moment), rule.Amount);
    }

    private readonly struct DaysKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment)
        {
            var unrolled = by.DayOf(moment) + rule.Amount;
            var day = unrolled;
            return by.EndOn(rule, unrolled, ref day, moment);
        }
    }

    private readonly struct MonthsKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment)
        {
            var unrolled = CivilDays.PlusMonths(by.DayOf(moment), MonthsOf(rule));
            var day = unrolled;
            return by.EndOn(rule, unrolled, ref day, moment);
        }
    }

    private readonly struct WeekdayKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment)
        {
            var today = by.DayOf(moment);
            var first = InWeekOf(rule.Weekday, today);
            // Where it is over for certain, a sign says so and not a branch; yesterday's night shift may still go on.
            var day = first + (((by.Rolled(first, rule.OffDay) - (today - 1)) >> 31) & DaysPerWeek);
            return by.EndOn(rule, first, ref day, moment);
        }
    }

    private readonly struct SameDayKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment)
        {
            var day = by.DayOf(moment);
            if (rule.Ending.IsEndOfDay) return new(by.End(day, rule.Ending), false);
            var last = by.Rolled(day, RollRule.Next);
            var due = by.End(last, rule.Ending, out var milliseconds);
            if (milliseconds <= moment && last == day)
            {
                last = by.Calendar.AddWorkingDays(day, 1);
                due = by.End(last, rule.Ending);
            }

            return new(due, by.IsBeyondSchedule(day, last));
        }
    }

    private readonly struct WorkingTimeKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment)
        {
            var due = by.Calendar.AfterWorkingTime(moment, rule.Milliseconds * NodaConstants.NanosecondsPerMillisecond);
            return new(due, moment < by._publishedFrom || due > by._publishedUntil);
        }
    }

    private readonly struct OpeningKind : IKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment)
        {
            var start = by.Calendar.NextOpening(moment);
            return new(start + rule.Length, moment < by._publishedFrom || start >= by._publishedUntil);
        }
    }

    private readonly struct ElapsedTimeKind : IKind
    {
        public static Deadline Due(DeadlineCalculator by, DeadlineRule rule, long moment) =>
            new(Instant.FromUnixTimeMilliseconds(moment + rule.Milliseconds), false);
    }
}
