using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>
/// The long stretch around today in which a zone keeps one offset (Asia/Shanghai: since 1991), where a local date is one division.
/// Empty for zones that change their clocks every year.
/// </summary>
internal readonly struct FixedOffset
{
    private static readonly Instant Today = Instant.FromUtc(2020, 1, 1, 0, 0);
    private readonly long _from; // milliseconds since 1970; a local midnight
    private readonly ulong _length;
    private readonly int _firstDay;

    internal FixedOffset(DateTimeZone zone)
    {
        var interval = zone.GetZoneInterval(Today);
        var first = interval.HasStart && interval.Start > ZoneTable.Midnight(CivilDays.FirstNumber) ? ZoneTable.Day(interval.Start) + 2 : CivilDays.FirstNumber + 1;
        var last = interval.HasEnd && interval.End < ZoneTable.Midnight(CivilDays.LastNumber) ? ZoneTable.Day(interval.End) - 2 : CivilDays.LastNumber - 1;
        if (last - first < 1000) return;
        _firstDay = first;
        _from = first * (long)NodaConstants.MillisecondsPerDay - interval.WallOffset.Milliseconds;
        _length = (ulong)(last - first) * NodaConstants.MillisecondsPerDay;
    }

    /// <summary>The local day number of a time in milliseconds since 1970, if the stretch covers it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryDayOf(long milliseconds, out int day)
    {
        var since = (ulong)(milliseconds - _from);
        day = _firstDay + (int)(since / NodaConstants.MillisecondsPerDay);
        return since < _length;
    }
}
