using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Priorities;

/// <content>Forecasts as ranges.</content>
public sealed partial class DeliverySchedule
{
    /// <summary>
    /// Forecasts each finish as a range: the backlog is played many times, and in each course every item takes what is left of it times
    /// what some finished item, drawn from the team's own record, took for each hour estimated.
    /// </summary>
    /// <remarks>
    /// Deterministic: the draws of an item depend on the seed and its number only, so they stay the same when other items come and go,
    /// and ranges move only because the plan does.
    /// </remarks>
    /// <param name="backlog">The backlog.</param>
    /// <param name="record">What the team's finished items were estimated at and took; at least one.</param>
    /// <param name="runs">How many courses are played.</param>
    /// <param name="seed">Another seed gives other courses.</param>
    /// <returns>The ranges in number order.</returns>
    /// <inheritdoc cref="Plan" path="/exception"/>
    public ImmutableArray<ForecastRange> Ranges(TeamBacklog backlog, ImmutableArray<Effort> record, int runs = 500, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(backlog);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        Check(record);
        var compiled = new CompiledBacklog(Calendar, backlog);
        var (remaining, items) = (compiled.Remaining(), compiled.Items);
        var draws = items.Select(item => new SplitMix64(seed ^ Hash(item.Number))).ToArray();
        var finishes = Array.ConvertAll(remaining, _ => new long[runs]);
        var drawn = new long[remaining.Length];
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < drawn.Length; i++) drawn[i] = Scale(remaining[i], record[draws[i].Below(record.Length)]);
            var finish = new ScheduleRun(compiled, drawn).Finish;
            for (var i = 0; i < drawn.Length; i++) finishes[i][run] = finish[i];
        }

        foreach (var item in finishes) Array.Sort(item);
        return [.. items.Select((item, i) => new ForecastRange(item.Number, At(finishes[i], 50), At(finishes[i], 85)))
            .OrderBy(range => range.Number, NumberOrder.Instance)];

        // The smallest finish that so many of a hundred courses do not exceed.
        Instant At(long[] sorted, int percent) => compiled.EndAt(sorted[(int)(((long)percent * runs + 99) / 100) - 1]);
    }

    private static void Check(ImmutableArray<Effort> record)
    {
        var faults = new FaultList();
        if (record.IsDefaultOrEmpty) faults.Add("record", "schedule.no-record");
        for (var i = 0; !record.IsDefault && i < record.Length; i++)
        {
            if (record[i].Estimate == Duration.Zero || !BacklogCheck.IsTime(record[i].Estimate))
                faults.Add($"record[{i}].estimate", "schedule.estimated-nothing");
            if (!BacklogCheck.IsTime(record[i].Actual)) faults.Add($"record[{i}].actual", "schedule.time", BacklogCheck.Longest.TotalHours);
        }

        faults.ThrowIfAny();
    }

    private static long Scale(long remaining, Effort effort)
    {
        var scaled = (UInt128)remaining * (UInt128)effort.Actual.ToInt64Nanoseconds() / (UInt128)effort.Estimate.ToInt64Nanoseconds();
        return (long)UInt128.Min(scaled, (UInt128)BacklogCheck.Longest.ToInt64Nanoseconds());
    }

    /// <summary>FNV-1a over the UTF-16 units: text hashes of the runtime differ from process to process.</summary>
    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in text) hash = (hash ^ unit) * 0x100000001B3;
        return hash;
    }
}
