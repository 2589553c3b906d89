using System.Runtime.CompilerServices;
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
    public Instant AddWorkingTime(Instant start, Duration time) => AddWorkingTime(start, Nanoseconds(time));

    /// <summary>The working time between two instants, exact to the nanosecond; negative when reversed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant is outside the range of dates.</exception>
    public Duration WorkingTimeBetween(Instant from, Instant to) =>
        _clock.TryBetween(from, to, out var nanoseconds) ? Duration.FromNanoseconds(nanoseconds) : BetweenOverWholeRange(from, to);

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant AddWorkingTime(Instant start, long nanoseconds) =>
        nanoseconds > 0 && _clock.WorkedUntil(start) is >= 0 and var worked && _clock.TryEarliest(worked + nanoseconds, out var result)
            ? result
            : AddInAnyTable(start, nanoseconds);

    /// <summary>The same from an instant in milliseconds since 1970, after a time greater than zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant AfterWorkingTime(long start, long nanoseconds) =>
        _clock.WorkedUntil(start) is >= 0 and var worked && _clock.TryEarliest(worked + nanoseconds, out var result)
            ? result
            : AddInAnyTable(Instant.FromUnixTimeMilliseconds(start), nanoseconds);

    /// <summary><see cref="NextOpening(Instant)"/> of an instant in milliseconds since 1970.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant NextOpening(long milliseconds) =>
        _clock.WorkedUntil(milliseconds) is >= 0 and var worked && _clock.TryLatest(worked, out var opening)
            ? opening
            : NextOpening(Instant.FromUnixTimeMilliseconds(milliseconds));

    private Instant AddInAnyTable(Instant start, long nanoseconds)
    {
        if (nanoseconds == 0) return start;
        if (TryAdd(_clock, start, nanoseconds, out var result) || TryAdd(WholeRange.Clock, start, nanoseconds, out result)) return result;
        throw CivilDays.OutOfRange(WholeRange.Clock.WorkedUntil(start) < 0 ? start : Duration.FromNanoseconds(nanoseconds));
    }

    private static bool TryAdd(ClockTable clock, Instant start, long nanoseconds, out Instant result)
    {
        result = default;
        var worked = clock.WorkedUntil(start);
        if (worked < 0) return false;
        worked += nanoseconds; // beyond the largest number it becomes negative, which is in no table
        return nanoseconds > 0 ? clock.TryEarliest(worked, out result) : clock.TryLatest(worked, out result);
    }

    /// <summary>A duration in nanoseconds; one that is longer than all tables together becomes the longest.</summary>
    private static long Nanoseconds(Duration time) => Math.Abs(time.Days) <= CivilDays.LastNumber - CivilDays.FirstNumber
        ? time.ToInt64Nanoseconds()
        : time > Duration.Zero ? long.MaxValue : long.MinValue;

    private Duration BetweenOverWholeRange(Instant from, Instant to)
    {
        var before = ClockOf(from, WholeRange).WorkedUntil(from);
        return Duration.FromNanoseconds(ClockOf(to, WholeRange).WorkedUntil(to) - before);
    }

    private ClockTable ClockOf(Instant instant) => _clock.WorkedUntil(instant) >= 0 ? _clock : ClockOf(instant, WholeRange);

    private static ClockTable ClockOf(Instant instant, CalendarTable table) =>
        table.Clock.WorkedUntil(instant) >= 0 ? table.Clock : throw CivilDays.OutOfRange(instant);
}
