using BenchmarkDotNet.Attributes;
using ClientTracking.Benchmarks.Time;
using ClientTracking.Deadlines;
using ClientTracking.Obligations;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Obligations;

/// <summary>How a million open obligations stand at an instant; against working their due instants out again with a loop over the days.</summary>
[MemoryDiagnoser]
public class ObligationStateBenchmark
{
    private const int Count = 1_000_000;
    private readonly Obligation[] _obligations = new Obligation[Count];
    private readonly ObligationState[] _states = new ObligationState[Count];
    private readonly Deadline[] _deadlines = new Deadline[Count];
    private readonly bool[] _missed = new bool[Count];
    private readonly NaiveCalendar _naive = new();
    private readonly Instant _now = Instant.FromUtc(2021, 3, 2, 2, 0);
    private (LocalDate Day, int WorkingDays)[] _triggers = [];

    [GlobalSetup]
    public void Setup()
    {
        var calculator = new DeadlineCalculator(WorkCalendars.China);
        var random = new Random(1);
        var first = new LocalDate(2015, 1, 5);
        _triggers = [.. Enumerable.Range(0, Count).Select(_ => (first.PlusDays(random.Next(4200)), 1 + random.Next(15)))];
        for (var i = 0; i < Count; i++)
        {
            _obligations[i] = new()
            {
                Id = 1,
                Rule = "RF-33",
                Responsible = new Role("Clerk"),
                Clock = ClockLedger.Start(calculator, DeadlineRule.WorkingDays(_triggers[i].WorkingDays), calculator.Calendar.At(_triggers[i].Day, new LocalTime(10, 0))),
            };
            _deadlines[i] = new(_obligations[i].Due, _obligations[i].Provisional);
        }

        if (Deadlines() != Loop() || States() != Loop()) throw new InvalidOperationException("The engine and the loop disagree.");
    }

    [Benchmark]
    public int Deadlines() => DeadlineStates.MissedAt(_deadlines, _now, _missed);

    [Benchmark]
    public int States()
    {
        ObligationStates.StatesAt(_obligations, _now, _states);
        return Overdue();
    }

    [Benchmark(Baseline = true)]
    public int Loop()
    {
        var zone = WorkCalendars.China.Zone;
        for (var i = 0; i < Count; i++)
        {
            var due = (_naive.AddWorkingDays(_triggers[i].Day, _triggers[i].WorkingDays) + new LocalTime(18, 0)).InZoneLeniently(zone).ToInstant();
            _states[i] = _now > due ? ObligationState.Overdue : ObligationState.Running;
        }

        return Overdue();
    }

    private int Overdue() => _states.AsSpan().Count(ObligationState.Overdue);
}
