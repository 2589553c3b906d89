using BenchmarkDotNet.Attributes;
using ClientTracking.Priorities;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Priorities;

/// <summary>Planning a backlog on 20 workers, and planning it again after one change, told as what moved.</summary>
[MemoryDiagnoser]
public class PlanBenchmark
{
    private readonly DeliverySchedule _schedule = new(WorkCalendars.China);
    private readonly NaivePlanner _naive = new();
    private TeamBacklog _backlog = Backlogs.Of(0);
    private TeamBacklog _changed = Backlogs.Of(0);
    private DeliveryPlan _plan = null!;

    [Params(1_000, 10_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _backlog = Backlogs.Of(Items);
        _changed = _backlog.With(_backlog.Items[Items / 2] with { Remaining = Duration.FromHours(30) });
        _plan = _schedule.Plan(_backlog);
        var finishes = _naive.Plan(_backlog);
        foreach (var item in _plan.Items)
            if (finishes[item.Item.Number] != item.Finish) throw new InvalidOperationException($"The engine and the baseline disagree on {item.Item.Number}.");
    }

    [Benchmark(Baseline = true)]
    public int SearchingLists() => _naive.Plan(_backlog).Count;

    [Benchmark]
    public DeliveryPlan Plan() => _schedule.Plan(_backlog);

    [Benchmark]
    public PlanChanges PlanAgainAndCompare() => _plan.ChangesTo(_schedule.Plan(_changed));
}
