using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>
/// The working time of a calendar as a function of the instant, and its inverse, compiled: W(t) is the working time passed up to t.
/// </summary>
/// <remarks>
/// For W(t) the instant line is cut into UTC days, and days into equal parts so short that no part touches two stretches of working time:
/// W(t) is the sum up to the day, the sum up to the part's stretch, and as much of that as has passed. For the inverse the working time
/// itself is cut into equal slots, so short that hardly any holds the beginnings of two stretches. Nothing searches, and nothing branches
/// on the kind of day or the hour: inputs are random to a predictor, and a wrong guess costs more than all the rest.
/// </remarks>
internal sealed partial class ClockTable
{
    private const int OriginDay = -25_600; // before all days there are: what is counted from it is never negative
    private const int PartBits = 24;
    private const int PartMask = (1 << PartBits) - 1;
    private static readonly Instant Origin = ZoneTable.Midnight(OriginDay);

    private readonly int _first; // the first UTC day, counted from the origin
    private readonly ulong[] _days; // working seconds before the UTC day << PartBits | the first of its parts
    private readonly DayPart[] _parts;
    private readonly int _partShift; // of the nanosecond of the day
    private readonly WorkSlot[] _slots; // by working time >> _slotShift
    private readonly int _slotShift;
    private readonly WorkedStretch[] _stretches; // in order, and one beyond the last
    private readonly long _total; // nanoseconds of all days

    /// <summary>W(t), or -1 outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkedUntil(Instant instant)
    {
        var since = instant - Origin;
        return WorkedUntil(since.Days, since.NanosecondOfDay);
    }

    /// <summary>W(t) of an instant in milliseconds since 1970, or -1 outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long WorkedUntil(long milliseconds)
    {
        var since = milliseconds - (OriginDay * (long)NodaConstants.MillisecondsPerDay);
        var day = (int)((ulong)since / NodaConstants.MillisecondsPerDay); // far beyond the table where it is negative
        return WorkedUntil(day, (since - (day * (long)NodaConstants.MillisecondsPerDay)) * NodaConstants.NanosecondsPerMillisecond);
    }

    /// <summary>The working time between two instants; false where one is outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryBetween(Instant from, Instant to, out long nanoseconds)
    {
        var (days, parts, first, shift) = (_days, _parts, _first, _partShift);
        Duration start = from - Origin, end = to - Origin;
        uint one = (uint)(start.Days - first), other = (uint)(end.Days - first);
        if (one < (uint)days.Length && other < (uint)days.Length)
        {
            ulong before = days[one], after = days[other];
            long begun = start.NanosecondOfDay, ended = end.NanosecondOfDay;
            nanoseconds = (((long)(after >> PartBits) - (long)(before >> PartBits)) * NodaConstants.NanosecondsPerSecond)
                + parts[(int)(after & PartMask) + (int)(ended >> shift)].WorkedUntil(ended)
                - parts[(int)(before & PartMask) + (int)(begun >> shift)].WorkedUntil(begun);
            return true;
        }

        nanoseconds = 0;
        return false;
    }

    /// <summary>Whether an instant of the table lies in working time.</summary>
    internal bool IsWorking(Instant instant)
    {
        var since = instant - Origin;
        return PartOf(_days[since.Days - _first], since.NanosecondOfDay).IsWorking(since.NanosecondOfDay);
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
        ref readonly var slot = ref _slots[(int)(worked >> _slotShift)];
        var off = slot.IsCrowded ? OffFrom(slot.Stretch, worked) : slot.OffAt(worked);
        return Origin + Duration.FromNanoseconds(worked + off + more);
    }

    private long OffFrom(int index, long worked)
    {
        while (_stretches[index + 1].Before <= worked) index++;
        return _stretches[index].Off;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long WorkedUntil(int day, long time)
    {
        var days = _days;
        var index = (uint)(day - _first);
        if (index >= (uint)days.Length) return -1;
        var entry = days[index];
        return ((long)(entry >> PartBits) * NodaConstants.NanosecondsPerSecond) + PartOf(entry, time).WorkedUntil(time);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly DayPart PartOf(ulong day, long time) => ref _parts[(int)(day & PartMask) + (int)(time >> _partShift)];

    /// <summary>A stretch of working time: the nanoseconds worked before it, and what is to be added to those to get its instant from the origin.</summary>
    private readonly record struct WorkedStretch(long Before, long Off);
}
