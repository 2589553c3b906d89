using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>The days of a calendar between two dates, compiled: rank (how many worked days up to a day) and select (the k-th of them).</summary>
internal sealed partial class DayTable
{
    private readonly int _first;
    private readonly int[] _ranks; // by day: working days up to and including it, doubled, plus 1 where the day itself is worked
    private readonly int[] _workingDays; // by rank: the day number
    private readonly LocalDate[] _workingDates; // by rank: the date
    private readonly Instant[] _closes; // by day: close of business

    internal DayTable(ReadOnlySpan<DayPlan> plan, ZoneTable zone, int first, int last)
    {
        _first = first;
        _ranks = new int[last - first + 1];
        _closes = new Instant[_ranks.Length];
        var worked = new List<int>(_ranks.Length);
        for (var i = 0; i < _ranks.Length; i++)
        {
            var (isWorked, hours) = plan[i + CalendarTable.Margin];
            if (isWorked) worked.Add(first + i);
            _ranks[i] = (worked.Count << 1) | (isWorked ? 1 : 0);
            _closes[i] = zone.At(first + i, hours.CloseSecond);
        }

        _workingDays = [.. worked];
        _workingDates = Array.ConvertAll(_workingDays, CivilDays.Date);
    }

    internal int First => _first;

    internal int Count => _ranks.Length;

    internal bool IsEmpty => _workingDays.Length == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Covers(int day) => (uint)(day - _first) < (uint)_ranks.Length;

    internal bool IsWorked(int day) => (_ranks[day - _first] & 1) != 0;

    internal Instant Close(int day) => _closes[day - _first];

    internal int Between(int from, int to) => (_ranks[to - _first] >> 1) - (_ranks[from - _first] >> 1);

    /// <summary>The n-th working day after (before, where n is negative) a day; false where n is zero or an end of the table is passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(int day, int n, out LocalDate date)
    {
        var dates = _workingDates;
        var index = IndexOf(day, n);
        var found = index < (uint)dates.Length;
        date = found ? dates[index] : default;
        return found;
    }

    /// <inheritdoc cref="TryAdd(int, int, out LocalDate)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(int day, int n, out int result)
    {
        var days = _workingDays;
        var index = IndexOf(day, n);
        var found = index < (uint)days.Length;
        result = found ? days[index] : 0;
        return found;
    }

    /// <summary>The index of the n-th working day, beyond all where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint IndexOf(int day, int n)
    {
        var ranks = _ranks;
        var at = (uint)(day - _first);
        if (at >= (uint)ranks.Length || n == 0) return uint.MaxValue;
        var rank = ranks[at];
        return (uint)((rank >> 1) + n - (n > 0 ? 1 : rank & 1));
    }
}
