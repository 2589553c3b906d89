using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendar
{
    /// <summary>The instant at which an amount of working time has passed since another: the earliest one, so 3 h from 09:00 are over at 12:00.</summary>
    /// <param name="start">Where counting starts; outside business hours nothing passes until the next opening.</param>
    /// <param name="time">
    /// The working time, exact to the nanosecond. Zero gives <paramref name="start"/> itself. Negative counts backwards: the latest
    /// instant from which that much working time passes up to <paramref name="start"/>, so 3 h before 18:00 is 15:00, 4.5 h before it 13:30.
    /// </param>
    /// <remarks>Sessions hang on the wall clock, time within them is measured on the instant line; see <see cref="At"/> for clock changes.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The instant or the result is outside the range of dates.</exception>
    public Instant AddWorkingTime(Instant start, Duration time)
    {
        if (time == Duration.Zero) return start;
        var worked = _clock.WorkedUntil(start);
        if (worked >= 0 && TryAdd(_clock, worked, time, out var result)) return result;
        worked = WholeRange.Clock.WorkedUntil(start);
        if (worked >= 0 && TryAdd(WholeRange.Clock, worked, time, out result)) return result;
        throw CivilDays.OutOfRange(worked < 0 ? start : time);
    }

    /// <summary>The working time between two instants, exact to the nanosecond; negative when reversed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant is outside the range of dates.</exception>
    public Duration WorkingTimeBetween(Instant from, Instant to)
    {
        long before = _clock.WorkedUntil(from), after = _clock.WorkedUntil(to);
        return (before | after) >= 0 ? Duration.FromNanoseconds(after - before) : BetweenOverWholeRange(from, to);
    }

    /// <summary>Whether an instant lies in business hours; sessions are half-open: at 12:00 and at 18:00 it does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside the range of dates.</exception>
    public bool IsBusinessTime(Instant instant) => ClockOf(instant).IsWorking(instant);

    /// <summary>The next instant in business hours: the instant itself if it is, else when the next session opens (CV-10).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant or the result is outside the range of dates.</exception>
    public Instant NextOpening(Instant instant)
    {
        if (_clock.WorkedUntil(instant) is >= 0 and var worked && _clock.TryLatest(worked, out var opening)) return opening;
        if (ClockOf(instant, WholeRange).TryLatest(WholeRange.Clock.WorkedUntil(instant), out opening)) return opening;
        throw CivilDays.OutOfRange(instant);
    }

    private static bool TryAdd(ClockTable clock, long worked, Duration time, out Instant result)
    {
        // Longer than all tables together; also keeps the sum below from overflowing.
        result = default;
        if (Math.Abs(time.Days) > CivilDays.LastNumber - CivilDays.FirstNumber) return false;
        worked += time.ToInt64Nanoseconds();
        return time > Duration.Zero ? clock.TryEarliest(worked, out result) : clock.TryLatest(worked, out result);
    }

    private Duration BetweenOverWholeRange(Instant from, Instant to)
    {
        var before = ClockOf(from, WholeRange).WorkedUntil(from);
        return Duration.FromNanoseconds(ClockOf(to, WholeRange).WorkedUntil(to) - before);
    }

    private ClockTable ClockOf(Instant instant) => _clock.WorkedUntil(instant) >= 0 ? _clock : ClockOf(instant, WholeRange);

    private static ClockTable ClockOf(Instant instant, CalendarTable table) =>
        table.Clock.WorkedUntil(instant) >= 0 ? table.Clock : throw CivilDays.OutOfRange(instant);
}
