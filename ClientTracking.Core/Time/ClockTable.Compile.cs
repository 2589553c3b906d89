using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace ClientTracking.Time;

internal sealed partial class ClockTable
{
    internal ClockTable(ReadOnlySpan<DayPlan> plan, ZoneTable zone, int first, int last)
    {
        // A UTC day more at both ends: the local days of the range reach into them.
        (first, last) = (first - 1, last + 1);
        _first = first - OriginDay;
        var (stretches, starts) = ByUtcDay(plan, zone, first, last);
        var patterns = new PatternList([.. stretches]);
        var worked = new List<WorkedStretch>(stretches.Count + 1);
        long seconds = 0, end = long.MinValue;
        _days = new ulong[starts.Length - 1];
        for (var i = 0; i < _days.Length; i++)
        {
            _days[i] = ((ulong)seconds << PartBits) | (uint)patterns.NumberOf(starts[i]..starts[i + 1]);
            foreach (var stretch in CollectionsMarshal.AsSpan(stretches)[starts[i]..starts[i + 1]])
            {
                var start = ((_first + i) * (long)NodaConstants.SecondsPerDay) + stretch.Start;
                if (start != end) worked.Add(new WorkedStretch(Nanoseconds(seconds), Nanoseconds(start - seconds)));
                end = start + stretch.Length;
                seconds += stretch.Length;
            }
        }

        _total = Nanoseconds(seconds);
        worked.Add(new WorkedStretch(_total, 0));
        _stretches = [.. worked];
        (_parts, _partShift) = patterns.Cut();
        var partsPerDay = _parts.Length / patterns.Count;
        foreach (ref var day in _days.AsSpan()) day += (day & PartMask) * (ulong)(partsPerDay - 1);
        (_slots, _slotShift) = Slots(_stretches);
    }

    /// <summary>A stretch of working time within a UTC day, in seconds.</summary>
    private readonly record struct Stretch(int Start, int Length)
    {
        internal int End => Start + Length;
    }

    /// <summary>The working time of all days as stretches that begin and end within a UTC day, and where those of each day start.</summary>
    private static (List<Stretch> Stretches, int[] Starts) ByUtcDay(ReadOnlySpan<DayPlan> plan, ZoneTable zone, int first, int last)
    {
        var stretches = new List<Stretch>(2 * plan.Length);
        var starts = new int[last - first + 2];
        var next = 0; // the next day whose start is not known
        foreach (var (start, to) in Merged(plan, zone, first - CalendarTable.Margin + 1))
        {
            for (var from = start; from < to;)
            {
                var day = (int)Math.DivRem(from, NodaConstants.SecondsPerDay, out var second);
                if (second < 0) (day, second) = (day - 1, second + NodaConstants.SecondsPerDay);
                var length = Math.Min(to - from, NodaConstants.SecondsPerDay - second);
                from += length;
                if (day < first || day > last) continue;
                while (next <= day - first) starts[next++] = stretches.Count;
                stretches.Add(new Stretch((int)second, (int)length));
            }
        }

        while (next < starts.Length) starts[next++] = stretches.Count;
        return (stretches, starts);
    }

    /// <summary>The sessions of all days as stretches of the instant line in seconds since 1970, ascending, none touching another.</summary>
    private static List<(long From, long To)> Merged(ReadOnlySpan<DayPlan> plan, ZoneTable zone, int firstOfPlan)
    {
        var merged = new List<(long From, long To)>(2 * plan.Length);
        for (var i = 0; i < plan.Length; i++)
        {
            if (!plan[i].IsWorked) continue;
            foreach (var session in plan[i].Hours.Sessions)
            {
                var from = zone.SecondsAt(firstOfPlan + i, session.StartSecond);
                var to = zone.SecondsAt(firstOfPlan + i, session.EndSecond);
                if (from < to) Merge(merged, from, to);
            }
        }

        return merged;
    }

    /// <summary>Adds a stretch. Only one that a clock change moved can begin before the last one ends, or even before that begins.</summary>
    private static void Merge(List<(long From, long To)> merged, long from, long to)
    {
        var at = merged.Count;
        while (at > 0 && merged[at - 1].From > to) at--;
        for (; at > 0 && merged[at - 1].To >= from; merged.RemoveAt(at))
        {
            at--;
            (from, to) = (Math.Min(from, merged[at].From), Math.Max(to, merged[at].To));
        }

        merged.Insert(at, (from, to));
    }

    /// <summary>A slot is no longer than the shortest stretch, so at most one starts within it; unless that is much shorter than most.</summary>
    private static (WorkSlot[] Slots, int Shift) Slots(WorkedStretch[] worked)
    {
        var shortest = long.MaxValue;
        for (var i = 1; i < worked.Length; i++) shortest = Math.Min(shortest, worked[i].Before - worked[i - 1].Before);
        var shift = BitOperations.Log2((ulong)Math.Max(1, Math.Max(shortest, worked[^1].Before / worked.Length / 8)));
        var slots = new WorkSlot[(worked[^1].Before >> shift) + 1];
        for (int slot = 0, index = 0; slot < slots.Length; slot++)
        {
            long first = (long)slot << shift, next = first + (1L << shift);
            while (index + 2 < worked.Length && worked[index + 1].Before <= first) index++;
            var (here, then) = (worked[index], worked[Math.Min(index + 1, worked.Length - 1)]);
            var isCrowded = index + 2 < worked.Length && worked[index + 2].Before < next;
            slots[slot] = isCrowded ? new WorkSlot(0, WorkSlot.Crowded, index) : new WorkSlot(then.Before - 1, here.Off, then.Off - here.Off);
        }

        return (slots, shift);
    }

    private static long Nanoseconds(long seconds) => seconds * NodaConstants.NanosecondsPerSecond;
}
