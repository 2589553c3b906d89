using BenchmarkDotNet.Attributes;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>The same over a week of different days: two, one and three sessions, a short Friday.</summary>
[MemoryDiagnoser]
public class UnevenHoursBenchmark
{
    private static readonly (LocalTime Start, LocalTime End)[][] Week =
    [
        NaiveCalendar.Standard,
        [(new(10, 0), new(19, 0))],
        [(new(8, 0), new(10, 0)), (new(10, 30), new(12, 0)), (new(13, 0), new(17, 15))],
        NaiveCalendar.Standard,
        [(new(9, 0), new(12, 0)), (new(13, 0), new(15, 0))],
        NaiveCalendar.Standard,
        NaiveCalendar.Standard,
    ];

    private readonly NaiveCalendar _naive = new() { Sessions = date => Week[(int)date.DayOfWeek - 1] };
    private readonly WorkCalendar _calendar = WorkCalendars.China.With("uneven", layer => layer.WithHours(BusinessHours.China
        .With(IsoDayOfWeek.Tuesday, DaySessions.Parse("10:00-19:00"))
        .With(IsoDayOfWeek.Wednesday, DaySessions.Parse("08:00-10:00,10:30-12:00,13:00-17:15"))
        .With(IsoDayOfWeek.Friday, DaySessions.Parse("09:00-12:00,13:00-15:00"))));

    private readonly Instant[] _from = Inputs.Instants();
    private readonly Duration _time = Duration.FromHours(8);
    private Instant[] _to = [];

    [GlobalSetup]
    public void Setup()
    {
        _to = [.. _from.Zip(Inputs.Gaps(14), (from, gap) => from + gap)];
        Inputs.Agree(_from.Zip(_to, _naive.WorkingTimeBetween), _from.Zip(_to, _calendar.WorkingTimeBetween));
        Inputs.Agree(_from.Select(start => _naive.AddWorkingTime(start, _time)), _from.Select(start => _calendar.AddWorkingTime(start, _time)));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Count)]
    public Duration BetweenDayByDay()
    {
        Duration last = default;
        for (var i = 0; i < _from.Length; i++) last = _naive.WorkingTimeBetween(_from[i], _to[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Duration Between()
    {
        Duration last = default;
        for (var i = 0; i < _from.Length; i++) last = _calendar.WorkingTimeBetween(_from[i], _to[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Instant AddDayByDay()
    {
        Instant last = default;
        for (var i = 0; i < _from.Length; i++) last = _naive.AddWorkingTime(_from[i], _time);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public Instant Add()
    {
        Instant last = default;
        for (var i = 0; i < _from.Length; i++) last = _calendar.AddWorkingTime(_from[i], _time);
        return last;
    }
}
