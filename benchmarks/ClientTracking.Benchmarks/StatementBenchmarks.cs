using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using ClientTracking.Deadlines;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks;

/// <summary>
/// One month's statements of 10,000 people with 20 misses each, all rules of RF-90 to RF-95. The baseline is what a developer would write:
/// LINQ groups, <see cref="decimal"/>, NodaTime's zone for every instant, a sentence for every line; without growth over months (RF-97),
/// delays shared by several commitments, waivers, or an order of events.
/// </summary>
[MemoryDiagnoser]
public class StatementBenchmarks
{
    private const int People = 10_000, MissesEach = 20;

    private readonly StatementCase[] _cases = new StatementCase[People];
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private readonly StatementCalculator _calculator = new(RequirementFollowUpRegulation.Published.Sanctions, new DeadlineCalculator(WorkCalendars.China));
    private readonly CultureInfo _chinese = CultureInfo.GetCultureInfo("zh-CN");

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(20250501);
        var start = Instant.FromUtc(2025, 4, 30, 16, 0);
        for (var person = 0; person < People; person++)
        {
            var id = new PersonId($"p{person}");
            var misses = ImmutableArray.CreateBuilder<Miss>(MissesEach);
            for (var i = 0; i < MissesEach; i++)
            {
                // Never at midnight, which the engine reads as 24:00 of the day that ends (CV-13) and the baseline does not.
                var due = start + Duration.FromDays(random.Next(20)) + Duration.FromMinutes(random.Next(1, 1440));
                misses.Add(new()
                {
                    Key = $"{person}-{i}",
                    Rule = $"RF-9{random.Next(6)}",
                    Person = id,
                    Subject = $"{person}{i:00}",
                    Due = due,
                    Done = due + Duration.FromMinutes(random.Next(-1440, 5 * 1440)),
                });
            }

            _cases[person] = new(id, new(2025, 5), Money.Yuan(3000), misses.MoveToImmutable());
        }

        foreach (var @case in _cases)
        {
            if (_calculator.Calculate(@case).Total.Fen != Naive(@case).Total * 100) throw new InvalidOperationException($"The totals of {@case.Person} differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public decimal LinqAndDecimal() => _cases.Sum(@case => Naive(@case).Total);

    [Benchmark]
    public long Statements() => _cases.Sum(@case => _calculator.Calculate(@case).Total.Fen);

    [Benchmark]
    public long StatementsWithReasons()
    {
        long length = 0;
        foreach (var @case in _cases)
        {
            foreach (var line in _calculator.Calculate(@case).Lines) length += line.Describe(_chinese).Length;
        }

        return length;
    }

    private (decimal Total, List<(string Rule, decimal Amount, string Why)> Lines) Naive(StatementCase @case)
    {
        var lines = new List<(string Rule, decimal Amount, string Why)>();
        var forfeited = false;
        var missed = @case.Misses
            .Where(miss => miss.Done > miss.Due)
            .Where(miss => miss.Due!.Value.InZone(_zone).Date.ToYearMonth() == @case.Month);
        foreach (var rule in missed.GroupBy(miss => miss.Rule.Value).OrderBy(group => group.Key))
        {
            switch (rule.Key)
            {
                case "RF-90" or "RF-91":
                    lines.AddRange(rule.Select(miss => (rule.Key, 20m, $"{miss.Subject}：未按时")));
                    break;
                case "RF-92" or "RF-93" or "RF-94":
                    var count = rule.Count();
                    forfeited |= count > 10;
                    lines.Add((rule.Key, count > 10 ? 0m : count > 5 ? 50m : 20m, $"本月累计 {count} 次"));
                    break;
                default:
                    foreach (var miss in rule)
                    {
                        var days = Math.Max(1, Period.DaysBetween(miss.Due!.Value.InZone(_zone).Date, miss.Done!.Value.InZone(_zone).Date));
                        forfeited |= days > 7;
                        lines.Add((rule.Key, days > 7 ? 0m : days > 1 ? 100m : 20m, $"{miss.Subject}：逾期 {days} 天"));
                    }

                    break;
            }
        }

        var pay = @case.PerformancePay.Fen / 100m;
        return (forfeited ? pay : Math.Min(pay, lines.Sum(line => line.Amount)), lines);
    }
}
