using System.Diagnostics;
using System.Globalization;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Measures two ways of doing the same in turn, so that both meet the same noise, and prints their ratio.</summary>
internal static class Figures
{
    /// <summary>The median seconds of each, over interleaved rounds; the first round warms up and does not count.</summary>
    internal static async Task<(double Ours, double Raw)> MedianAsync(int rounds, Func<Task> ours, Func<Task> raw)
    {
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var (a, b) = (await SecondsAsync(ours), await SecondsAsync(raw));
            if (round == 0) continue;
            mine.Add(a);
            theirs.Add(b);
        }
        return (Median(mine), Median(theirs));
    }

    internal static async Task<double> SecondsAsync(Func<Task> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    internal static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    internal static double Percentile95(List<double> values)
    {
        values.Sort();
        return values[(int)(values.Count * 0.95)];
    }

    internal static void Print(string database, string what, double ratio, string target, string figures) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {database} | {what} | {ratio:0.00} | {target} | {figures} |"));

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
