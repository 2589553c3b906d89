using BenchmarkDotNet.Attributes;
using ClientTracking.Benchmarks.Time;
using ClientTracking.Deadlines;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Deadlines;

/// <summary>
/// A full deadline rule, instant to instant in Asia/Shanghai, over a million different triggers; a nanosecond of
/// <see cref="Batch"/> is also a millisecond per million.
/// </summary>
[MemoryDiagnoser]
public class DeadlineBenchmark
{
    private const int Count = 1 << 20;

    private readonly DeadlineCalculator _calculator = new(WorkCalendars.China);
    private readonly NaiveDeadlines _naive = new(new NaiveCalendar());
    private readonly Instant[] _triggers = [.. Inputs.Instants(Count).Select(Precision.CutToMilliseconds)];
    private readonly Deadline[] _results = new Deadline[Count];
    private DeadlineRule _rule;

    [Params("5wd", "2d", "3mo", "8wh", "same-day", "at-once", "thu@cob")]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _rule = DeadlineRule.Parse(Rule);
        Batch();
        for (var i = 0; i < Count; i++)
        {
            if (_results[i].Due != _naive.Due(_rule, _triggers[i]) || _results[i] != _calculator.Calculate(_rule, _triggers[i]))
                throw new InvalidOperationException($"{Rule} from {_triggers[i]}: {_results[i].Due}, naive {_naive.Due(_rule, _triggers[i])}.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public Instant DayByDay()
    {
        var last = default(Instant);
        foreach (var trigger in _triggers) last = _naive.Due(_rule, trigger);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public Deadline Single()
    {
        var last = default(Deadline);
        foreach (var trigger in _triggers) last = _calculator.Calculate(_rule, trigger);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Batch() => _calculator.Calculate(_rule, _triggers, _results);
}
