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
        _first = first;
        _origin = Midnight(first);
        _offsets = new int[last - first + 1];
        Array.Fill(_offsets, NearTransition);
        foreach (var interval in zone.GetZoneIntervals(Midnight(first - 1), Midnight(last + 2)))
        {
            // A local time lies up to a day from its UTC day, so a day counts as regular only with both its neighbours.
            var from = interval.HasStart ? Math.Max(Day(interval.Start) + 2, first) : first;
            var to = interval.HasEnd ? Math.Min(Day(interval.End) - 1, last + 1) : last + 1;
            if (from < to) _offsets.AsSpan(from - first, to - from).Fill(interval.WallOffset.Seconds);
        }
    }

    /// <summary>The local date of an instant as a day number.</summary>
    internal int DateOf(Instant instant)
    {
        var since = instant - _origin;
        var index = (uint)since.Days;
        var offsets = _offsets;
        if (index >= (uint)offsets.Length || offsets[index] == NearTransition) return CivilDays.Number(instant.InZone(_zone).Date);
        var local = since.NanosecondOfDay + (offsets[index] * (long)NodaConstants.NanosecondsPerSecond);
        // One day more at or after the next midnight, one less before midnight; as signs, for instants are at random hours to a predictor.
        return _first + (int)index - (int)((NodaConstants.NanosecondsPerDay - 1 - local) >> 63) + (int)(local >> 63);
    }

    /// <summary>The instant of a local time given in seconds from the midnight a day starts with; see <see cref="WorkCalendar.At"/>.</summary>
    internal Instant At(int day, int second) => Instant.FromUnixTimeSeconds(SecondsAt(day, second));

    /// <summary>The same in seconds since 1970.</summary>
    internal long SecondsAt(int day, int second) => TryOffset(day, second, out var offset)
        ? (day * (long)NodaConstants.SecondsPerDay) + second - offset
        : _zone.AtLeniently(Midnight(day).InUtc().LocalDateTime.PlusSeconds(second)).ToInstant().ToUnixTimeSeconds();

    /// <summary>The instant a day starts at, also where its midnight is skipped.</summary>
    internal Instant StartOf(int day) => TryOffset(day, 0, out var offset)
        ? Instant.FromUnixTimeSeconds((day * (long)NodaConstants.SecondsPerDay) - offset)
        : _zone.AtStartOfDay(Midnight(day).InUtc().Date).ToInstant();

    internal static Instant Midnight(int day) => NodaConstants.UnixEpoch + Duration.FromDays(day);

    private bool TryOffset(int day, int second, out int offset)
    {
        // After 24:00 the next day's entry is the one whose neighbours are safe.
        var index = (uint)(day - _first) + (second > NodaConstants.SecondsPerDay ? 1u : 0);
        var offsets = _offsets;
        offset = index < (uint)offsets.Length ? offsets[index] : NearTransition;
        return offset != NearTransition;
    }

    internal static int Day(Instant instant) => (int)Math.Floor((instant - NodaConstants.UnixEpoch).TotalDays);
}
