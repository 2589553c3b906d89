using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>
/// The working time of a calendar as a function of the instant, and its inverse, compiled: W(t) is the working time passed up to t.
/// </summary>
/// <remarks>
/// The instant line is cut into UTC days. Days with the same stretches share a pattern, a list of (start, length) padded to one width,
/// so that W(t) is the sum up to the day plus one clamp a stretch: no search, no branch on what kind of day it is.
/// For the inverse, the working time itself is cut into equal slots, each naming the last worked day that starts in or before it.
/// </remarks>
internal sealed partial class ClockTable
{
    private readonly Instant _origin;
    private readonly ulong[] _days; // working seconds before the UTC day << 16 | its pattern
    private readonly Stretch[] _patterns; // _width a pattern
    private readonly int _width;
    private readonly WorkedDay[] _worked; // UTC days with working time, and one beyond the last
    private readonly int[] _slots; // by working time >> _shift: index into _worked
    private readonly int _shift;

    /// <summary>A stretch of working time within a UTC day, in nanoseconds.</summary>
    private readonly record struct Stretch(long Start, long Length);

    /// <summary>A UTC day with working time: nanoseconds worked before it, its index, the index of its first stretch.</summary>
    private readonly record struct WorkedDay(long Before, int Day, int Pattern);

    /// <summary>W(t), or -1 outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkedUntil(Instant instant)
    {
        var since = instant - _origin;
        var day = (uint)since.Days;
        var time = since.NanosecondOfDay;
        if (day >= (uint)_days.Length || time < 0) return -1;
        var entry = _days[day];
        var worked = (long)(entry >> 16) * NodaConstants.NanosecondsPerSecond;
        foreach (ref readonly var stretch in Pattern((int)(entry & 0xFFFF) * _width))
            worked += Math.Clamp(time - stretch.Start, 0, stretch.Length);
        return worked;
    }

    /// <summary>Whether an instant of the table lies in working time.</summary>
    internal bool IsWorking(Instant instant)
    {
        var since = instant - _origin;
        var time = since.NanosecondOfDay;
        foreach (ref readonly var stretch in Pattern((int)(_days[since.Days] & 0xFFFF) * _width))
        {
            if ((ulong)(time - stretch.Start) < (ulong)stretch.Length) return true;
        }

        return false;
    }

    /// <summary>The earliest instant at which a working time greater than zero has passed.</summary>
    internal bool TryEarliest(long worked, out Instant instant)
    {
        if (worked <= 0 || worked > _worked[^1].Before)
        {
            instant = default;
            return false;
        }

        var index = _slots[(int)((worked - 1) >> _shift)];
        while (_worked[index + 1].Before < worked) index++;
        var day = _worked[index];
        var rest = worked - day.Before;
        var at = day.Pattern;
        for (; rest > _patterns[at].Length; at++) rest -= _patterns[at].Length;
        instant = At(day.Day, _patterns[at].Start + rest);
        return true;
    }

    /// <summary>The latest instant up to which no more than a working time has passed.</summary>
    internal bool TryLatest(long worked, out Instant instant)
    {
        if (worked < 0 || worked >= _worked[^1].Before)
        {
            instant = default;
            return false;
        }

        var index = _slots[(int)(worked >> _shift)];
        while (_worked[index + 1].Before <= worked) index++;
        var day = _worked[index];
        var rest = worked - day.Before;
        var at = day.Pattern;
        for (; rest >= _patterns[at].Length; at++) rest -= _patterns[at].Length;
        instant = At(day.Day, _patterns[at].Start + rest);
        return true;
    }

    private ReadOnlySpan<Stretch> Pattern(int start) => _patterns.AsSpan(start, _width);

    private Instant At(int day, long nanosecond) => _origin + Duration.FromDays(day) + Duration.FromNanoseconds(nanosecond);
}
