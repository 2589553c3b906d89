using ClientTracking.Priorities;
using NodaTime;

namespace ClientTracking.Benchmarks.Priorities;

/// <summary>Random backlogs with a fixed seed: 20 workers, all with something in hand, every twentieth item an A that comes in later.</summary>
internal static class Backlogs
{
    internal const int Workers = 20;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 1, 0);

    internal static TeamBacklog Of(int items)
    {
        var random = new Random(1);
        return new()
        {
            Now = Now,
            Workers = Workers,
            Items = [.. Enumerable.Range(0, items).Select(index =>
            {
                var isInHand = index < Workers;
                var grade = index % 20 == 19 && !isInHand ? PriorityGrade.A : PriorityGrade.B + random.Next(3);
                var left = Duration.FromMinutes(random.Next(30, 1200));
                return new ScheduleItem
                {
                    Number = $"需求报告表{14000000 + index}",
                    Grade = grade,
                    DecidedAt = Now - Duration.FromMinutes(random.Next(100_000)),
                    Estimate = left,
                    Remaining = left,
                    Stage = isInHand ? ItemStage.InHand : ItemStage.Waiting,
                    Position = grade == PriorityGrade.C && index % 7 == 0 ? random.Next(1, items) : null,
                    // The A's arrive one after the other while the team is busy, so that each interrupts somebody.
                    EarliestStart = grade == PriorityGrade.A ? Now + Duration.FromMinutes(random.Next(items * 60)) : null,
                    Commitments = [Commitment.HandOver(Now + Duration.FromDays(random.Next(1, 400)))],
                };
            })],
        };
    }
}
