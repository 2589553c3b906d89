using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>
/// The working time of a calendar as a function of the instant, and its inverse, compiled: W(t) is the working time passed up to t.
/// </summary>
/// <remarks>
/// For W(t) the instant line is cut into UTC days, and days into equal parts so short that no part touches two stretches of working time:
/// W(t) is the sum up to the day, the sum up to the part's stretch, and as much of that as has passed. For the inverse the working time
/// itself is cut into equal slots, each naming the last stretch that starts in or before it. Nothing searches, and nothing branches on
/// the kind of day or the hour: inputs are random to a predictor, and a wrong guess costs more than all the rest.
/// </remarks>
internal sealed partial class ClockTable
{
    private readonly Instant _origin; // the UTC midnight a day before the first, so that nothing less than that counts as day 1
    private readonly ulong[] _days; // working seconds before the UTC day << 16 | its pattern
    private readonly DayPart[] _parts; // _partsPerDay a pattern
    private readonly int _partsPerDay;
    private readonly int _partShift; // of the nanosecond of the day
    private readonly WorkedStretch[] _stretches; // in order, and one beyond the last
    private readonly int[] _slots; // by working time >> _slotShift: index into _stretches
    private readonly int _slotShift;
    private readonly long _total; // nanoseconds of all days

    /// <summary>W(t), or -1 outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkedUntil(Instant instant)
    {
        var since = instant - _origin;
        var days = _days;
        var day = (uint)(since.Days - 1);
        if (day >= (uint)days.Length) return -1;
        var entry = days[day];
        var time = since.NanosecondOfDay;
        return ((long)(entry >> 16) * NodaConstants.NanosecondsPerSecond) + PartOf(entry, time).WorkedUntil(time);
    }

    /// <summary>Whether an instant of the table lies in working time.</summary>
    internal bool IsWorking(Instant instant)
    {
        var since = instant - _origin;
        return PartOf(_days[since.Days - 1], since.NanosecondOfDay).IsWorking(since.NanosecondOfDay);
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
        var stretches = _stretches;
        var index = _slots[(int)(worked >> _slotShift)];
        index += stretches[index + 1].Before <= worked ? 1 : 0;
        while (stretches[index + 1].Before <= worked) index++; // only where a stretch is much shorter than most
        return NodaConstants.UnixEpoch + Duration.FromNanoseconds(worked + stretches[index].Off + more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly DayPart PartOf(ulong day, long time) => ref _parts[((int)(day & 0xFFFF) * _partsPerDay) + (int)(time >> _partShift)];

    /// <summary>A stretch of working time: the nanoseconds worked before it, and what is to be added to those to get its instant since 1970.</summary>
    private readonly record struct WorkedStretch(long Before, long Off);
}
