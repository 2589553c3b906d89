using NodaTime;

namespace ClientTracking.Time;

/// <summary>The offsets of a time zone by UTC day, so that local dates and times cost a look-up; days near a transition ask NodaTime.</summary>
internal sealed class ZoneTable
{
    private const int NearTransition = int.MinValue;

    private readonly DateTimeZone _zone;
    private readonly int _first; // the UTC day of the first entry
    private readonly Instant _origin; // its midnight
    private readonly int[] _offsets; // seconds

    internal ZoneTable(DateTimeZone zone, int first, int last)
    {
        _zone = zone;
        _first = first - 1;
        _origin = Midnight(_first);
        _offsets = new int[last - first + 3];
        Array.Fill(_offsets, NearTransition);
        foreach (var interval in zone.GetZoneIntervals(Midnight(_first - 1), Midnight(last + 3)))
        {
            // A local time lies up to a day from its UTC day, so a day counts as regular only with both its neighbours.
            var from = interval.HasStart ? Math.Max(Day(interval.Start) + 2, _first) : _first;
            var to = interval.HasEnd ? Math.Min(Day(interval.End) - 1, last + 2) : last + 2;
            for (var day = from; day < to; day++) _offsets[day - _first] = interval.WallOffset.Seconds;
        }
    }

    /// <summary>The local date of an instant as a day number.</summary>
    internal int DateOf(Instant instant)
    {
        var since = instant - _origin;
        var index = (uint)since.Days;
        if (index >= (uint)_offsets.Length || _offsets[index] == NearTransition) return CivilDays.Number(instant.InZone(_zone).Date);
        var local = since.NanosecondOfDay + (_offsets[index] * (long)NodaConstants.NanosecondsPerSecond);
        var day = _first + (int)index;
        return local >= NodaConstants.NanosecondsPerDay ? day + 1 : local < 0 ? day - 1 : day;
    }

    /// <summary>The instant of a local time, in seconds from the midnight a day starts with; see <see cref="WorkCalendar.At"/>.</summary>
    internal Instant At(int day, long second)
    {
        if (second > NodaConstants.SecondsPerDay) (day, second) = (day + 1, second - NodaConstants.SecondsPerDay);
        var index = (uint)(day - _first);
        if (index < (uint)_offsets.Length && _offsets[index] is not NearTransition and var offset)
            return Midnight(day) + Duration.FromSeconds(second - offset);
        var date = Midnight(day).InUtc().LocalDateTime.PlusSeconds(second);
        return _zone.AtLeniently(date).ToInstant();
    }

    internal static Instant Midnight(int day) => NodaConstants.UnixEpoch + Duration.FromDays(day);

    internal static int Day(Instant instant) => (instant - Midnight(-1_000_000)).Days - 1_000_000;
}
