using NodaTime;

namespace ClientTracking.Time;

/// <content>Loops that stop at the first item the table cannot answer and say how many they did; the caller answers that one.</content>
internal sealed partial class DayTable
{
    internal int Add(ReadOnlySpan<LocalDate> dates, ReadOnlySpan<int> n, Span<LocalDate> results)
    {
        n = n[..dates.Length];
        results = results[..dates.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            if (!TryAdd(dates[i], n[i], out var result)) return i;
            results[i] = result;
        }

        return dates.Length;
    }

    internal int Add(ReadOnlySpan<LocalDate> dates, int n, Span<LocalDate> results)
    {
        results = results[..dates.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            if (!TryAdd(dates[i], n, out var result)) return i;
            results[i] = result;
        }

        return dates.Length;
    }

    internal int Add(ReadOnlySpan<int> days, ReadOnlySpan<int> n, Span<int> results)
    {
        n = n[..days.Length];
        results = results[..days.Length];
        for (var i = 0; i < days.Length; i++)
        {
            if (!TryAdd(days[i], n[i], out var result)) return i;
            results[i] = result;
        }

        return days.Length;
    }

    internal int Add(ReadOnlySpan<int> days, int n, Span<int> results)
    {
        results = results[..days.Length];
        for (var i = 0; i < days.Length; i++)
        {
            if (!TryAdd(days[i], n, out var result)) return i;
            results[i] = result;
        }

        return days.Length;
    }
}
