using BenchmarkDotNet.Attributes;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>That nothing costs more on a longer calendar: the same inputs on 37 and on 106 years of tables; and building them.</summary>
[MemoryDiagnoser]
public class CalendarLengthBenchmark
{
    private readonly LocalDate[] _dates = Inputs.Dates();
    private readonly Instant[] _starts = Inputs.Instants();
    private WorkCalendar _calendar = WorkCalendars.China;

    [Params(false, true)]
    public bool Long { get; set; }

    [GlobalSetup]
    public void Setup() => _calendar = !Long ? WorkCalendars.China : WorkCalendars.China.With("long", layer => layer
        .AddDayOff(new LocalDate(1945, 9, 3), "long ago").AddDayOff(new LocalDate(2045, 9, 3), "far ahead"));

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public int AddWorkingDays()
    {
        var sum = 0;
        foreach (var date in _dates) sum += _calendar.AddWorkingDays(date, 250).Day;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Instant AddWorkingTime()
    {
        var (last, time) = (default(Instant), Duration.FromHours(2000));
        foreach (var start in _starts) last = _calendar.AddWorkingTime(start, time);
        return last;
    }

    /// <summary>What a company day off costs that is added while the program runs.</summary>
    [Benchmark]
    public WorkCalendar Build() => _calendar.With("company", layer => layer.AddDayOff(new LocalDate(2026, 6, 1), "anniversary"));
}
