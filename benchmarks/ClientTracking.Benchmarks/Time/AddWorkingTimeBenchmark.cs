using BenchmarkDotNet.Attributes;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>Working time added to random instants over split shifts: 8 h and 80 h.</summary>
[MemoryDiagnoser]
public class AddWorkingTimeBenchmark
{
    private readonly Instant[] _starts = Inputs.Instants();
    private readonly Instant[] _results = new Instant[Inputs.Count];
    private Duration _time;
    private WorkCalendar _calendar = WorkCalendars.China;
    private NaiveCalendar _naive = new();

    [Params(8, 80)]
    public int Amount { get; set; }

    [Params(false, true)]
    public bool UnevenHours { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_calendar, _naive) = UnevenHours ? Hours.Uneven : Hours.Split;
        _time = Duration.FromHours(Amount);
        Inputs.Agree(_starts.Select(start => _naive.AddWorkingTime(start, _time)), _starts.Select(start => _calendar.AddWorkingTime(start, _time)));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Count)]
    public Instant DayByDay()
    {
        Instant last = default;
        for (var i = 0; i < _starts.Length; i++) last = _naive.AddWorkingTime(_starts[i], _time);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Instant Single()
    {
        Instant last = default;
        for (var i = 0; i < _starts.Length; i++) last = _calendar.AddWorkingTime(_starts[i], _time);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public void Batch() => _calendar.AddWorkingTime(_starts, _time, _results);
}
