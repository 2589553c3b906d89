using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>The days of a calendar between two dates, compiled: rank (how many worked days up to a day) and select (the k-th of them).</summary>
internal sealed class DayTable
{
    private readonly int[] _ranks; // by day: working days up to and including it, doubled, plus 1 where the day itself is worked
    private readonly int[] _workingDays; // by rank: the day number
    private readonly LocalDate[] _workingDates; // by rank: the date
    private readonly Instant[] _closes; // by day: close of business

    internal DayTable(CalendarRules rules, ZoneTable zone, int first, int last)
    {
        First = first;
        _ranks = new int[last - first + 1];
        _closes = new Instant[_ranks.Length];
        var worked = new List<int>(_ranks.Length);
        for (var i = 0; i < _ranks.Length; i++)
        {
            var date = CivilDays.Date(first + i);
            var isWorked = rules.IsWorked(date);
            if (isWorked) worked.Add(first + i);
            _ranks[i] = (worked.Count << 1) | (isWorked ? 1 : 0);
            _closes[i] = zone.At(first + i, rules.HoursWhenWorked(date).CloseSecond);
        }

        _workingDays = [.. worked];
        _workingDates = [.. worked.Select(CivilDays.Date)];
    }

    internal int First { get; }

    internal int Count => _ranks.Length;

    internal bool IsEmpty => _workingDays.Length == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Covers(int day) => (uint)(day - First) < (uint)_ranks.Length;

    internal bool IsWorked(int day) => (_ranks[day - First] & 1) != 0;

    internal Instant Close(int day) => _closes[day - First];

    internal int Between(int from, int to) => (_ranks[to - First] >> 1) - (_ranks[from - First] >> 1);

    /// <summary>The index of the n-th working day after (before, where n is negative) a day; n is not zero. May lie outside the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Index(int day, int n)
    {
        var rank = _ranks[day - First];
        return (rank >> 1) + n - (n > 0 ? 1 : rank & 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(int day, int n, out LocalDate date)
    {
        var index = (uint)Index(day, n);
        var found = index < (uint)_workingDates.Length;
        date = found ? _workingDates[index] : default;
        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(int day, int n, out int result)
    {
        var index = (uint)Index(day, n);
        var found = index < (uint)_workingDays.Length;
        result = found ? _workingDays[index] : 0;
        return found;
    }
}
