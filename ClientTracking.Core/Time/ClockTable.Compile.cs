using System.Numerics;
using NodaTime;

namespace ClientTracking.Time;

internal sealed partial class ClockTable
{
    internal ClockTable(CalendarRules rules, ZoneTable zone, int first, int last)
    {
        _origin = ZoneTable.Midnight(first - 1);
        var days = Cut(Stretches(rules, zone, first, last), first - 1, last + 1);
        _width = Math.Max(1, days.Max(day => day.Count));
        _days = new ulong[days.Length];
        var patterns = new List<Stretch>();
        var known = new Dictionary<string, int>();
        var worked = new List<WorkedDay>();
        long seconds = 0;
        for (var i = 0; i < days.Length; i++)
        {
            var number = Number(patterns, known, days[i]);
            _days[i] = ((ulong)seconds << 16) | (uint)number;
            if (days[i].Count == 0) continue;
            worked.Add(new WorkedDay(Nanoseconds(seconds), i, number * _width));
            foreach (var stretch in days[i]) seconds += stretch.Length / NodaConstants.NanosecondsPerSecond;
        }

        worked.Add(new WorkedDay(Nanoseconds(seconds), days.Length, 0));
        _patterns = [.. patterns];
        _worked = [.. worked];
        (_slots, _shift) = Slots(_worked);
    }

    /// <summary>The working time of all days as stretches of the instant line in seconds since 1970, ascending, none touching another.</summary>
    private static List<(long From, long To)> Stretches(CalendarRules rules, ZoneTable zone, int first, int last)
    {
        var stretches = new List<(long From, long To)>();
        for (var day = first - 3; day <= last + 3; day++)
        {
            var date = ZoneTable.Midnight(day).InUtc().Date;
            if (!rules.IsWorked(date)) continue;
            foreach (var session in rules.HoursWhenWorked(date).Sessions)
            {
                var (from, to) = (zone.At(day, session.StartSecond).ToUnixTimeSeconds(), zone.At(day, session.EndSecond).ToUnixTimeSeconds());
                if (from < to) stretches.Add((from, to));
            }
        }

        // Only a session in a daylight-saving gap, moved forward, can come after or overlap its successor.
        stretches.Sort();
        var merged = new List<(long From, long To)>(stretches.Count);
        foreach (var (from, to) in stretches)
        {
            if (merged.Count > 0 && from <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            else merged.Add((from, to));
        }

        return merged;
    }

    /// <summary>Cuts stretches at the UTC midnights.</summary>
    private static List<Stretch>[] Cut(List<(long From, long To)> stretches, int first, int last)
    {
        var days = new List<Stretch>[last - first + 1];
        for (var i = 0; i < days.Length; i++) days[i] = [];
        foreach (var (start, to) in stretches)
        {
            for (var from = start; from < to;)
            {
                var day = (int)Math.Floor((double)from / NodaConstants.SecondsPerDay);
                var midnight = (day + 1L) * NodaConstants.SecondsPerDay;
                var length = Math.Min(to, midnight) - from;
                if (day >= first && day <= last)
                    days[day - first].Add(new Stretch(Nanoseconds(from - midnight + NodaConstants.SecondsPerDay), Nanoseconds(length)));
                from += length;
            }
        }

        return days;
    }

    private int Number(List<Stretch> patterns, Dictionary<string, int> known, List<Stretch> day)
    {
        var key = string.Join(';', day);
        if (known.TryGetValue(key, out var number)) return number;
        number = patterns.Count / _width;
        if (number > ushort.MaxValue) throw new NotSupportedException("A calendar can have 65,536 different kinds of days.");
        known.Add(key, number);
        patterns.AddRange(day);
        for (var i = day.Count; i < _width; i++) patterns.Add(default);
        return number;
    }

    /// <summary>A slot is no longer than the shortest day, so at most one day starts within it; unless that is much shorter than most.</summary>
    private static (int[] Slots, int Shift) Slots(WorkedDay[] worked)
    {
        var shortest = long.MaxValue;
        for (var i = 1; i < worked.Length; i++) shortest = Math.Min(shortest, worked[i].Before - worked[i - 1].Before);
        var shift = BitOperations.Log2((ulong)Math.Max(shortest, worked[^1].Before / worked.Length / 8));
        var slots = new int[(worked[^1].Before >> shift) + 1];
        for (int slot = 0, index = 0; slot < slots.Length; slot++)
        {
            while (index + 2 < worked.Length && worked[index + 1].Before <= (long)slot << shift) index++;
            slots[slot] = index;
        }

        return (slots, shift);
    }

    private static long Nanoseconds(long seconds) => seconds * NodaConstants.NanosecondsPerSecond;
}
