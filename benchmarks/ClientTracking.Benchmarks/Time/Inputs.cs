using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>Random inputs with a fixed seed: more than the branch predictor can learn (131,072).</summary>
internal static class Inputs
{
    internal const int Count = 1 << 17;

    private static readonly LocalDate First = new(2015, 1, 1);
    private static readonly LocalDate Last = new(2025, 12, 31); // so that 250 working days more are in the announced years

    internal static LocalDate[] Dates()
    {
        var random = new Random(1);
        var days = Period.DaysBetween(First, Last);
        return [.. Enumerable.Range(0, Count).Select(_ => First.PlusDays(random.Next(days)))];
    }

    internal static int[] Days(int most)
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, Count).Select(_ => random.Next(1, most + 1))];
    }

    internal static Instant[] Instants(int count = Count)
    {
        var random = new Random(3);
        var length = Period.DaysBetween(First, Last) * NodaConstants.NanosecondsPerDay;
        return [.. Enumerable.Range(0, count).Select(_ => First.AtMidnight().InUtc().ToInstant().PlusNanoseconds(random.NextInt64(length)))];
    }

    internal static Duration[] Gaps(int mostDays)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, Count).Select(_ => Duration.FromNanoseconds(random.NextInt64(mostDays * NodaConstants.NanosecondsPerDay)))];
    }

    internal static void Agree<T>(IEnumerable<T> one, IEnumerable<T> other)
    {
        var at = one.Zip(other).TakeWhile(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second)).Count();
        if (at < Count) throw new InvalidOperationException($"The engine and the baseline disagree on input {at}.");
    }
}
