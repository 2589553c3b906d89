using ClientTracking.Benchmarks.Time;
using ClientTracking.Priorities;
using NodaTime;

namespace ClientTracking.Benchmarks.Priorities;

/// <summary>
/// The same rule as a developer writes it first: lists that are searched and sorted at every event, and the day-by-day calendar. No
/// absences and dependencies, which the benchmark does not use.
/// </summary>
internal sealed class NaivePlanner
{
    private sealed class Hand
    {
        internal ScheduleItem? Active, Held;
        internal Instant Since;
        internal Instant End, Free = Instant.MaxValue; // free when business is open again
    }

    private readonly NaiveCalendar _calendar = new();

    internal Dictionary<string, Instant> Plan(TeamBacklog backlog)
    {
        var left = backlog.Items.ToDictionary(item => item.Number, item => item.Remaining);
        var finishes = new Dictionary<string, Instant>();
        var earliest = backlog.Items.ToDictionary(item => item.Number, item => item.EarliestStart is { } start ? Open(start) : backlog.Now);
        var hands = Enumerable.Range(0, backlog.Workers).Select(_ => new Hand { Since = backlog.Now }).ToArray();
        var inHand = Ranked(backlog.Items.Where(item => item.Stage == ItemStage.InHand)).ToArray();
        for (var i = 0; i < inHand.Length; i++) Begin(hands[i], inHand[i], backlog.Now);
        var list = ListOf(backlog.Items.Where(item => item.Stage == ItemStage.Waiting).ToArray());
        for (var now = backlog.Now; finishes.Count < backlog.Items.Length;)
        {
            foreach (var hand in hands.Where(hand => hand.Free == now))
            {
                finishes[hand.Active!.Number] = hand.End;
                (hand.Active, hand.Since, hand.Free) = (null, now, Instant.MaxValue);
            }

            while (list.FirstOrDefault(item => earliest[item.Number] <= now) is { Grade: PriorityGrade.A } a)
            {
                var hand = Free() ?? hands.Where(hand => (hand.Active ?? hand.Held)!.Grade != PriorityGrade.A)
                    .OrderByDescending(hand => (hand.Active ?? hand.Held)!.Grade).ThenByDescending(hand => (hand.Active ?? hand.Held)!.DecidedAt)
                    .ThenByDescending(hand => (hand.Active ?? hand.Held)!.Number).FirstOrDefault();
                if (hand is null) break;
                if (hand.Active is not null) left[hand.Active.Number] -= _calendar.WorkingTimeBetween(hand.Since, now);
                hand.Held = hand.Active ?? hand.Held;
                list.Remove(a);
                Begin(hand, a, now);
            }

            foreach (var hand in hands.Where(hand => hand is { Active: null, Held: not null }))
            {
                Begin(hand, hand.Held!, now);
                hand.Held = null;
            }

            while (Free() is { } free && list.FirstOrDefault(item => earliest[item.Number] <= now) is { } item)
            {
                list.Remove(item);
                Begin(free, item, now);
            }

            now = hands.Select(hand => hand.Free).Concat(list.Select(item => earliest[item.Number]).Where(start => start > now)).Min();
        }

        return finishes;

        Instant Open(Instant instant) => _calendar.AddWorkingTime(instant, Duration.Epsilon) - Duration.Epsilon;

        Hand? Free() => hands.Where(hand => hand is { Active: null, Held: null }).OrderBy(hand => hand.Since).FirstOrDefault();

        void Begin(Hand hand, ScheduleItem item, Instant now)
        {
            (hand.Active, hand.Since, hand.End) = (item, now, _calendar.AddWorkingTime(now, left[item.Number]));
            hand.Free = Open(hand.End);
        }
    }

    private static IEnumerable<ScheduleItem> Ranked(IEnumerable<ScheduleItem> items) =>
        items.OrderBy(item => item.Grade).ThenBy(item => item.DecidedAt).ThenBy(item => item.Number, StringComparer.Ordinal);

    private static List<ScheduleItem> ListOf(ScheduleItem[] items)
    {
        var list = Ranked(items.Where(item => item.Position is null)).ToList();
        var least = items.Count(item => item.Grade == PriorityGrade.A);
        foreach (var item in Ranked(items.Where(item => item.Position is not null)).OrderBy(item => item.Position))
        {
            var place = Math.Min(Math.Max(item.Position!.Value - 1, least), list.Count);
            list.Insert(place, item);
            least = place + 1;
        }

        return list;
    }
}
