using System.Runtime.CompilerServices;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>The days of a calendar between two dates, compiled: rank (how many worked days up to a day) and select (the k-th of them).</summary>
internal sealed partial class DayTable
{
    private readonly int _first;
    private readonly int[] _ranks; // by day: working days up to and including it, doubled, plus 1 where the day itself is worked
    private readonly DatedRank[] _dated; // the same with the date
    private readonly int[] _workingDays; // by rank: the day number
    private readonly LocalDate[] _workingDates; // by rank: the date
    private readonly Instant[] _closes; // by day: close of business
    private readonly long[] _closeTimes; // the same in milliseconds since 1970

    internal DayTable(ReadOnlySpan<DayPlan> plan, ZoneTable zone, int first, int last)
    {
        _first = first;
        _ranks = new int[last - first + 1];
        _dated = new DatedRank[_ranks.Length];
        _closes = new Instant[_ranks.Length];
        _closeTimes = new long[_ranks.Length];
        var worked = new List<int>(_ranks.Length);
        for (var i = 0; i < _ranks.Length; i++)
        {
            var (isWorked, hours) = plan[i + CalendarTable.Margin];
            if (isWorked) worked.Add(first + i);
            _ranks[i] = (worked.Count << 1) | (isWorked ? 1 : 0);
            _dated[i] = new DatedRank(CivilDays.Date(first + i), _ranks[i]);
            _closes[i] = zone.At(first + i, hours.CloseSecond);
            _closeTimes[i] = _closes[i].ToUnixTimeMilliseconds();
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

    /// <summary>Close of business, also in milliseconds since 1970: those compare without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Instant Close(int day, out long milliseconds)
    {
        var at = day - _first;
        milliseconds = _closeTimes[at];
        return _closes[at];
    }

    internal int Between(int from, int to) => (_ranks[to - _first] >> 1) - (_ranks[from - _first] >> 1);

    /// <summary>The n-th working day after (before, where n is negative) a date; false where n is zero or an end of the table is passed.</summary>
    /// <remarks>Also false where <see cref="CivilDays.Guess"/> does not know the date; the caller then asks by its number.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(LocalDate date, int n, out LocalDate result)
    {
        var (dated, dates) = (_dated, _workingDates);
        var at = (uint)(CivilDays.Guess(date) - _first);
        if (at < (uint)dated.Length && dated[at].Date == date)
        {
            var index = IndexOf(dated[at].Rank, n);
            if (index < (uint)dates.Length)
            {
                result = dates[index];
                return true;
            }
        }

        result = default;
        return false;
    }

    /// <inheritdoc cref="TryAdd(LocalDate, int, out LocalDate)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(int day, int n, out int result)
    {
        var (ranks, days) = (_ranks, _workingDays);
        var at = (uint)(day - _first);
        if (at < (uint)ranks.Length)
        {
            var index = IndexOf(ranks[at], n);
            if (index < (uint)days.Length)
            {
                result = days[index];
                return true;
            }
        }

        result = 0;
        return false;
    }

    /// <summary>The last working day up to a day, or the first from it on; false where an end of the table is passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRoll(int day, bool back, out int result)
    {
        var (ranks, days) = (_ranks, _workingDays);
        var at = (uint)(day - _first);
        if (at < (uint)ranks.Length)
        {
            var index = (uint)((ranks[at] >> 1) - (back ? 1 : ranks[at] & 1));
            if (index < (uint)days.Length)
            {
                result = days[index];
                return true;
            }
        }

        result = 0;
        return false;
    }

    /// <summary>The index of the n-th working day after a rank; beyond all where n is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IndexOf(int rank, int n) =>
        n > 0 ? (uint)((rank >> 1) + n - 1) : n < 0 ? (uint)((rank >> 1) + n - (rank & 1)) : uint.MaxValue;

    private readonly record struct DatedRank(LocalDate Date, int Rank);
}
