using BenchmarkDotNet.Attributes;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>The n-th working day after random dates 2015 to 2025, n up to 15 and up to 250.</summary>
[MemoryDiagnoser]
public class AddWorkingDaysBenchmark
{
    private readonly NaiveCalendar _naive = new();
    private readonly WorkCalendar _calendar = WorkCalendars.China;
    private readonly LocalDate[] _dates = Inputs.Dates();
    private readonly LocalDate[] _results = new LocalDate[Inputs.Count];
    private readonly int[] _numbers = new int[Inputs.Count];
    private readonly int[] _numberResults = new int[Inputs.Count];
    private int[] _days = [];

    [Params(15, 250)]
    public int Most { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _days = Inputs.Days(Most);
        for (var i = 0; i < _dates.Length; i++) _numbers[i] = Period.DaysBetween(new LocalDate(1970, 1, 1), _dates[i]);
        var expected = _dates.Zip(_days, _naive.AddWorkingDays).ToList();
        Inputs.Agree(expected, _dates.Zip(_days, _calendar.AddWorkingDays));
        BatchOfDates();
        Inputs.Agree(expected, _results);
        BatchOfDayNumbers();
        Inputs.Agree(expected, _numberResults.Select(new LocalDate(1970, 1, 1).PlusDays));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Inputs.Count)]
    public LocalDate DayByDay()
    {
        LocalDate last = default;
        for (var i = 0; i < _dates.Length; i++) last = _naive.AddWorkingDays(_dates[i], _days[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public LocalDate Single()
    {
        LocalDate last = default;
        for (var i = 0; i < _dates.Length; i++) last = _calendar.AddWorkingDays(_dates[i], _days[i]);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public void BatchOfDates() => _calendar.AddWorkingDays(_dates, _days, _results);

    [Benchmark(OperationsPerInvoke = Inputs.Count)]
    public void BatchOfDayNumbers() => _calendar.AddWorkingDays(_numbers, _days, _numberResults);
}
