using BenchmarkDotNet.Attributes;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>Working time between random instants over split shifts, up to a fortnight and up to a year apart.</summary>
[MemoryDiagnoser]
public class WorkingTimeBetweenBenchmark
{
    private readonly Instant[] _from = Inputs.Instants();
    private readonly Duration[] _results = new Duration[Inputs.Count];
    private Instant[] _to = [];
    private WorkCalendar _calendar = WorkCalendars.China;
    private NaiveCalendar _naive = new();

    [Params(14, 365)]
    public int MostDays { get; set; }

    [Params(false, true)]
    public bool UnevenHours { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_calendar, _naive) = UnevenHours ? Hours.Uneven : Hours.Split;
        _to = [.. _from.Zip(Inputs.Gaps(MostDays), (from, gap) => from + gap)];
        Inputs.Agree(_from.Zip(_to, _naive.WorkingTimeBetween), _from.Zip(_to, _calendar.WorkingTimeBetween));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Count)]
    public Duration DayByDay()
    {
        Duration last = default;
        for (var i = 0; i < _from.Length; i++) last = _naive.WorkingTimeBetween(_from[i], _to[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Duration DayByDayInNanoseconds()
    {
        Duration last = default;
        for (var i = 0; i < _from.Length; i++) last = _naive.WorkingTimeBetweenInNanoseconds(_from[i], _to[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Duration Single()
    {
        Duration last = default;
        for (var i = 0; i < _from.Length; i++) last = _calendar.WorkingTimeBetween(_from[i], _to[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public void Batch() => _calendar.WorkingTimeBetween(_from, _to, _results);
}
