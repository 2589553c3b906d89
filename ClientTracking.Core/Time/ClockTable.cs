using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>
/// The working time of a calendar as a function of the instant, and its inverse, compiled: W(t) is the working time passed up to t.
/// </summary>
/// <remarks>
/// The instant line is cut into UTC days. Days with the same stretches of working time share a pattern, so W(t) is the sum up to the day
/// plus one clamp a stretch. For the inverse the working time itself is cut into equal slots, each naming the last worked day that
/// starts in or before it. Nothing searches, and nothing branches on the kind of day or the hour: inputs are random to a predictor, and
/// a wrong guess costs more than all the rest.
/// </remarks>
internal sealed partial class ClockTable
{
    private readonly Instant _origin; // the UTC midnight a day before the first, so that nothing less than that counts as day 1
    private readonly ulong[] _days; // working seconds before the UTC day << 16 | its pattern
    private readonly Stretches[] _patterns; // _width a pattern
    private readonly int _width;
    private readonly WorkedDay[] _worked; // UTC days with working time, and one beyond the last
    private readonly int[] _slots; // by working time >> _shift: index into _worked
    private readonly int _shift;
    private readonly long _total; // nanoseconds of all days

    /// <summary>Two stretches of working time within a UTC day, in nanoseconds; unused ones have no length.</summary>
    /// <param name="Start">When they start.</param>
    /// <param name="Length">How long they are.</param>
    /// <param name="After">The working time of the day before them: more than that leads into or beyond them.</param>
    /// <param name="Gap">The time off between the stretch before (or midnight) and them.</param>
    private readonly record struct Stretches(Vector128<long> Start, Vector128<long> Length, Vector128<long> After, Vector128<long> Gap);

    /// <summary>A UTC day with working time: nanoseconds worked before it, its day number, the index of its first stretches.</summary>
    private readonly record struct WorkedDay(long Before, int Day, int Pattern);

    /// <summary>W(t), or -1 outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkedUntil(Instant instant)
    {
        var since = instant - _origin;
        var days = _days;
        var day = (uint)(since.Days - 1);
        if (day >= (uint)days.Length) return -1;
        var entry = days[day];
        var time = Vector128.Create(since.NanosecondOfDay);
        var worked = Vector128<long>.Zero;
        var patterns = _patterns;
        var end = ((int)(entry & 0xFFFF) + 1) * _width;
        for (var at = end - _width; at < end; at++)
        {
            ref readonly var stretches = ref patterns[at];
            worked += Vector128.Min(Vector128.Max(time - stretches.Start, Vector128<long>.Zero), stretches.Length);
        }

        return ((long)(entry >> 16) * NodaConstants.NanosecondsPerSecond) + worked[0] + worked[1];
    }

    /// <summary>Whether an instant of the table lies in working time.</summary>
    internal bool IsWorking(Instant instant)
    {
        var since = instant - _origin;
        var time = Vector128.Create(since.NanosecondOfDay);
        var end = ((int)(_days[since.Days - 1] & 0xFFFF) + 1) * _width;
        var inside = Vector128<long>.Zero;
        for (var at = end - _width; at < end; at++)
        {
            ref readonly var stretches = ref _patterns[at];
            var passed = time - stretches.Start;
            inside |= Vector128.GreaterThanOrEqual(passed, Vector128<long>.Zero) & Vector128.LessThan(passed, stretches.Length);
        }

        return inside != Vector128<long>.Zero;
    }

    /// <summary>The earliest instant at which a working time greater than zero has passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryEarliest(long worked, out Instant instant)
    {
        var found = worked > 0 && worked <= _total;
        instant = found ? At(worked - 1, 1) : default;
        return found;
    }

    /// <summary>The latest instant up to which no more than a working time has passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryLatest(long worked, out Instant instant)
    {
        var found = worked >= 0 && worked < _total;
        instant = found ? At(worked, 0) : default;
        return found;
    }

    /// <summary>The instant so many nanoseconds after the one at which the next nanosecond of work starts after a working time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Instant At(long worked, long more)
    {
        var table = _worked;
        var index = _slots[(int)(worked >> _shift)];
        index += table[index + 1].Before <= worked ? 1 : 0;
        while (table[index + 1].Before <= worked) index++; // only where a day is much shorter than most
        ref readonly var day = ref table[index];
        var rest = worked - day.Before;
        var passed = Vector128.Create(rest);
        var off = Vector128<long>.Zero;
        for (var at = day.Pattern; at < day.Pattern + _width; at++)
        {
            ref readonly var stretches = ref _patterns[at];
            off += Vector128.GreaterThanOrEqual(passed, stretches.After) & stretches.Gap;
        }

        var time = rest + off[0] + off[1] + more;
        return NodaConstants.UnixEpoch + Duration.FromNanoseconds((day.Day * NodaConstants.NanosecondsPerDay) + time);
    }
}
