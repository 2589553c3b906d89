using BenchmarkDotNet.Attributes;
using ClientTracking.Priorities;
using ClientTracking.Time;

namespace ClientTracking.Benchmarks.Priorities;

/// <summary>How planning grows with the number of items; every twentieth interrupts somebody.</summary>
[MemoryDiagnoser]
public class GrowthBenchmark
{
    private readonly DeliverySchedule _schedule = new(WorkCalendars.China);
    private TeamBacklog _backlog = Backlogs.Of(0);

    [Params(1_000, 2_000, 5_000, 10_000, 20_000, 40_000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Setup() => _backlog = Backlogs.Of(Items);

    [Benchmark]
    public DeliveryPlan Plan() => _schedule.Plan(_backlog);
}
