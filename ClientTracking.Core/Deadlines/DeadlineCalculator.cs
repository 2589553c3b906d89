using System.Runtime.CompilerServices;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>
/// Turns a trigger into a due instant by a rule, on one working calendar and in its time zone (CV-01 … CV-11). Immutable, safe for any
/// number of threads; allocates nothing, and costs the same however long the period.
/// </summary>
/// <remarks>
/// Triggers are cut to milliseconds. Wall-clock times that a clock change skips or repeats are read as by <see cref="WorkCalendar.At"/>.
/// </remarks>
public sealed partial class DeadlineCalculator
{
    private readonly DayTable _days;
    private readonly FixedOffset _fixedOffset;
    private readonly int _firstPublished;
    private readonly int _lastPublished;
    private readonly long _publishedFrom; // in milliseconds since 1970, as triggers are compared
    private readonly Instant _publishedUntil;

    /// <summary>Creates the calculator of a calendar.</summary>
    public DeadlineCalculator(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Calendar = calendar;
        _days = calendar.CompiledDays;
        _fixedOffset = new FixedOffset(calendar.Zone);
        (_firstPublished, _publishedFrom) = calendar.FirstPublished is { } first
            ? (CivilDays.Number(first), Moment(calendar.StartOfDay(first)))
            : (int.MinValue, long.MinValue);
        (_lastPublished, _publishedUntil) = calendar.LastPublished is { } last
            ? (CivilDays.Number(last), calendar.EndOfDay(last))
            : (int.MaxValue, Instant.MaxValue);
    }

    /// <summary>The calendar deadlines are counted on.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>The deadline of a rule for one trigger.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="trigger">The instant the duty arose.</param>
    /// <returns>The due instant, never before the trigger, and whether a later notice may move it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The trigger or the result lies outside <see cref="WorkCalendar.MinDate"/> to <see cref="WorkCalendar.MaxDate"/>.
    /// </exception>
    public Deadline Calculate(DeadlineRule rule, Instant trigger) => rule.Unit switch
    {
        DeadlineUnit.WorkingDays => One<WorkingDaysKind>(rule, trigger),
        DeadlineUnit.Days => One<DaysKind>(rule, trigger),
        DeadlineUnit.Months or DeadlineUnit.Years => One<MonthsKind>(rule, trigger),
        DeadlineUnit.Weekday => One<WeekdayKind>(rule, trigger),
        DeadlineUnit.SameDay => One<SameDayKind>(rule, trigger),
        DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours => One<WorkingTimeKind>(rule, trigger),
        DeadlineUnit.AtOnce => One<OpeningKind>(rule, trigger),
        _ => rule.StartsAtOpening ? One<OpeningKind>(rule, trigger) : One<ElapsedTimeKind>(rule, trigger),
    };

    /// <summary>The deadlines of one rule for many triggers; the results are those of the single form.</summary>
    /// <exception cref="ArgumentException"><paramref name="results"/> is shorter than <paramref name="triggers"/>.</exception>
    /// <inheritdoc cref="Calculate(DeadlineRule, Instant)" path="/exception"/>
    public void Calculate(DeadlineRule rule, ReadOnlySpan<Instant> triggers, Span<Deadline> results)
    {
        if (results.Length < triggers.Length) throw new ArgumentException("There is not room for every result.", nameof(results));
        results = results[..triggers.Length];
        switch (rule.Unit)
        {
            case DeadlineUnit.WorkingDays: Many<WorkingDaysKind>(rule, triggers, results); break;
            case DeadlineUnit.Days: Many<DaysKind>(rule, triggers, results); break;
            case DeadlineUnit.Months or DeadlineUnit.Years: Many<MonthsKind>(rule, triggers, results); break;
            case DeadlineUnit.Weekday: Many<WeekdayKind>(rule, triggers, results); break;
            case DeadlineUnit.SameDay: Many<SameDayKind>(rule, triggers, results); break;
            case DeadlineUnit.WorkingMinutes or DeadlineUnit.WorkingHours: Many<WorkingTimeKind>(rule, triggers, results); break;
            case DeadlineUnit.AtOnce: Many<OpeningKind>(rule, triggers, results); break;
            case var _ when rule.StartsAtOpening: Many<OpeningKind>(rule, triggers, results); break;
            default: Many<ElapsedTimeKind>(rule, triggers, results); break;
        }
    }

    internal Deadline AfterWorkingTime(Instant start, Duration time)
    {
        var due = Calendar.AddWorkingTime(start, time);
        return new(due, Moment(start) < _publishedFrom || due > _publishedUntil);
    }

    private static long Moment(Instant trigger) => trigger.ToUnixTimeMilliseconds();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int DayOf(long moment) =>
        _fixedOffset.TryDayOf(moment, out var day) ? day : Calendar.DayOf(Instant.FromUnixTimeMilliseconds(moment));
}
