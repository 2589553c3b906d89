using ClientTracking.Priorities;
using ClientTracking.Time;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>What holds for every plan, and agreement with the minute-by-minute reference.</summary>
public sealed class SchedulePropertyTests
{
    private static readonly WorkCalendar China = WorkCalendars.China;

    [Fact, Trait("rule", "RF-56")]
    public void RF_56_Every_plan_agrees_with_the_slow_reference_minute_by_minute() => AnyBacklog.Full.Sample(backlog =>
    {
        var (plan, reference) = (Board.Schedule.Plan(backlog), new ReferencePlanner(China, backlog));
        Assert.Equal(reference.Finishes.OrderBy(item => item.Key), plan.Items.Select(item => KeyValuePair.Create(item.Item.Number, item.Finish)).OrderBy(item => item.Key));
        var worked = plan.Items.SelectMany(item => item.Segments.SelectMany(part => Minutes(part).Select(minute => (item.Item.Number, part.Worker, minute)))).ToArray();
        Assert.Equal(reference.Worked.Count, worked.Length);
        Assert.All(worked, minute => Assert.Contains(minute, reference.Worked));
    }, iter: 400, print: Print);

    [Fact]
    public void No_worker_does_two_things_at_once() => AnyBacklog.Full.Sample(backlog =>
    {
        foreach (var worker in Segments(Board.Schedule.Plan(backlog)).GroupBy(part => part.Worker))
        {
            var parts = worker.OrderBy(part => part.Start).ToArray();
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }
    }, print: Print);

    [Fact]
    public void No_work_is_outside_business_hours_or_in_an_absence() => AnyBacklog.Full.Sample(backlog =>
    {
        foreach (var part in Segments(Board.Schedule.Plan(backlog)))
        {
            Assert.True(part.Start >= backlog.Now && part.Start < part.End);
            Assert.True(China.IsBusinessTime(part.Start) && China.IsBusinessTime(part.End - Duration.Epsilon));
            Assert.All(backlog.Absences.Where(absence => absence.Worker == part.Worker), absence => Assert.True(
                absence.To <= part.Start || absence.From >= part.End
                || China.WorkingTimeBetween(Instant.Max(absence.From, part.Start), Instant.Min(absence.To, part.End)) == Duration.Zero));
        }
    }, print: Print);

    [Fact]
    public void The_pieces_of_an_item_add_up_to_what_is_left_to_do() => AnyBacklog.Full.Sample(backlog => Assert.All(
        Board.Schedule.Plan(backlog).Items,
        item =>
        {
            Assert.Equal(item.Item.Remaining, item.Segments.Aggregate(Duration.Zero, (sum, part) => sum + China.WorkingTimeBetween(part.Start, part.End)));
            Assert.Equal(item.Finish, item.Segments[^1].End);
        }), print: Print);

    [Fact]
    public void The_order_of_the_input_is_irrelevant() => Gen.Select(AnyBacklog.Full, Gen.Int).Sample((backlog, seed) =>
    {
        var (items, absences) = (backlog.Items.ToArray(), backlog.Absences.ToArray());
        new Random(seed).Shuffle(items);
        new Random(seed).Shuffle(absences);
        var (one, other) = (Board.Schedule.Plan(backlog), Board.Schedule.Plan(backlog with { Items = [.. items], Absences = [.. absences] }));
        Assert.Equal(one.Text(), other.Text());
        Assert.Equal(one.Items.Select(item => item.Why.ToString()), other.Items.Select(item => item.Why.ToString()));
    });

    [Fact, Trait("rule", "RF-55")]
    public void RF_55_An_A_never_starts_later_than_any_B_C_or_D_that_may_start() => AnyBacklog.Full.Sample(backlog =>
    {
        var plan = Board.Schedule.Plan(backlog);
        foreach (var a in plan.Items.Where(item => item.Item is { Grade: PriorityGrade.A, Stage: ItemStage.Waiting }))
        {
            var may = a.Item.DependsOn.Select(number => plan.Find(number)!.Finish).Append(a.Item.EarliestStart ?? backlog.Now).Append(backlog.Now).Max();
            Assert.All(
                plan.Items.Where(item => item.Item is { Grade: not PriorityGrade.A, Stage: ItemStage.Waiting } && item.Start >= may),
                item => Assert.True(a.Start <= item.Start));
        }
    }, print: Print);

    [Fact]
    public void With_one_worker_removing_an_item_never_delays_another() => Gen.Select(AnyBacklog.OneWorker, Gen.Int[0, 9]).Sample((backlog, index) =>
    {
        var number = backlog.Items[index % backlog.Items.Length].Number;
        var (before, after) = (Board.Schedule.Plan(backlog), Board.Schedule.Plan(backlog.Without(number)));
        Assert.All(after.Items, item => Assert.True(item.Finish <= before.Find(item.Item.Number)!.Finish));
    });

    /// <summary>Work that goes as planned changes no forecast: planned again at any later moment, every finish stays.</summary>
    [Fact]
    public void Progress_as_planned_moves_nothing() => Gen.Select(AnyBacklog.Plain, Gen.Int[0, 5000]).Sample((backlog, minutes) =>
    {
        var now = backlog.Now + Duration.FromMinutes(minutes);
        var before = Board.Schedule.Plan(backlog);
        var after = Board.Schedule.Plan(backlog with { Now = now, Items = [.. before.Items.Where(item => item.Finish > now).Select(item => Later(item, before, now))] });
        Assert.Empty(before.ChangesTo(after).Moves.Where(move => move.To is not null));
    }, iter: 1000, print: input => $"{Print(input.Item1)} +{input.Item2}min");

    private static ScheduleItem Later(PlannedItem planned, DeliveryPlan plan, Instant now)
    {
        var done = planned.Segments.Aggregate(Duration.Zero, (sum, part) => sum + China.WorkingTimeBetween(part.Start, Instant.Max(part.Start, Instant.Min(now, part.End))));
        var item = planned.Item with { Remaining = planned.Item.Remaining - done };
        if (done == Duration.Zero && item.Stage != ItemStage.InHand) return item;
        var worker = planned.Segments[0].Worker;
        // Someone else's work between two of its own, or before its own, stands in its way.
        var isInterrupted = planned.Segments.All(part => now <= part.Start || now >= part.End)
            && Segments(plan).Any(part => part.Worker == worker && part.Start < now && part.End > now);
        return item with { Worker = worker, Stage = isInterrupted ? ItemStage.Interrupted : ItemStage.InHand };
    }

    private static IEnumerable<PlannedSegment> Segments(DeliveryPlan plan) => plan.Items.SelectMany(item => item.Segments);

    private static IEnumerable<Instant> Minutes(PlannedSegment part)
    {
        for (var minute = part.Start; minute < part.End; minute += Duration.FromMinutes(1))
            if (China.IsBusinessTime(minute)) yield return minute;
    }

    private static string Print(TeamBacklog backlog) =>
        $"{backlog.Workers} workers, now {backlog.Now}, away {string.Join(' ', backlog.Absences)}\n"
        + string.Join('\n', backlog.Items.Select(item => $"{item} after {string.Join(',', item.DependsOn)}"));
}
