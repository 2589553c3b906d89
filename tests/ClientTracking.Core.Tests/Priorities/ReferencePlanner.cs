using ClientTracking.Priorities;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Priorities;

/// <summary>
/// RF-55 and RF-56 played minute by minute with plain lists, written from the text and sharing no code with the engine: slow, and so simple
/// that it can be read against the rule. Everything must be whole minutes with at least one left to do.
/// </summary>
internal sealed class ReferencePlanner
{
    private sealed class Hand
    {
        internal ScheduleItem? Active;
        internal ScheduleItem? Interrupted;
        internal bool WasThere = true;
        internal int FreeSince;
    }

    private readonly WorkCalendar _calendar;
    private readonly TeamBacklog _backlog;
    private readonly Hand[] _hands;
    private readonly List<ScheduleItem> _notStarted;
    private readonly Dictionary<string, long> _left;
    private int _minute; // business minutes played

    internal ReferencePlanner(WorkCalendar calendar, TeamBacklog backlog)
    {
        (_calendar, _backlog) = (calendar, backlog);
        _hands = [.. Enumerable.Range(0, backlog.Workers).Select(_ => new Hand())];
        _left = backlog.Items.ToDictionary(item => item.Number, item => (long)item.Remaining.TotalMinutes);
        _notStarted = ListOf([.. backlog.Items.Where(item => item.Stage == ItemStage.Waiting || item is { Stage: ItemStage.Interrupted, Grade: PriorityGrade.A })]);
        foreach (var item in Ranked(backlog.Items.Where(item => !_notStarted.Contains(item))))
        {
            var free = Array.FindIndex(_hands, hand => hand.Active is null && !backlog.Items.Any(other => other.Stage != ItemStage.Waiting && other.Worker - 1 == Array.IndexOf(_hands, hand)));
            var hand = _hands[item.Worker - 1 ?? free];
            if (item.Stage == ItemStage.InHand) hand.Active = item;
            else hand.Interrupted = item;
        }

        Play();
    }

    /// <summary>The instants at which the items are finished.</summary>
    internal Dictionary<string, Instant> Finishes { get; } = [];

    /// <summary>Who works on what in which minute.</summary>
    internal HashSet<(string Number, int Worker, Instant Minute)> Worked { get; } = [];

    private void Play()
    {
        for (var now = _backlog.Now; _left.Count > 0; now += Duration.FromMinutes(1))
        {
            if (!_calendar.IsBusinessTime(now)) continue;
            var there = new List<Hand>();
            for (var i = 0; i < _hands.Length; i++)
            {
                var isThere = !_backlog.Absences.Any(absence => absence.Worker == i + 1 && absence.From <= now && now < absence.To);
                if (isThere && !_hands[i].WasThere) _hands[i].FreeSince = _minute;
                _hands[i].WasThere = isThere;
                if (isThere) there.Add(_hands[i]);
            }

            GiveOut(now, there);
            foreach (var hand in there.Where(hand => hand.Active is not null)) Work(hand, now);
            _minute++;
        }
    }

    private void GiveOut(Instant now, List<Hand> there)
    {
        while (Next(now) is { Grade: PriorityGrade.A } a)
        {
            var hand = Free(there) ?? there.Where(hand => (hand.Active ?? hand.Interrupted)!.Grade != PriorityGrade.A)
                .OrderByDescending(hand => Array.IndexOf(Ranked(_backlog.Items), hand.Active ?? hand.Interrupted)).FirstOrDefault();
            if (hand is null) break;
            hand.Interrupted = hand.Active ?? hand.Interrupted;
            hand.Active = a;
            _notStarted.Remove(a);
        }

        foreach (var hand in there.Where(hand => hand.Active is null)) (hand.Active, hand.Interrupted) = (hand.Interrupted, null);
        while (Free(there) is { } free && Next(now) is { } item)
        {
            free.Active = item;
            _notStarted.Remove(item);
        }
    }

    private void Work(Hand hand, Instant now)
    {
        var number = hand.Active!.Number;
        Worked.Add((number, Array.IndexOf(_hands, hand) + 1, now));
        if (--_left[number] > 0) return;
        _left.Remove(number);
        Finishes[number] = now + Duration.FromMinutes(1);
        (hand.Active, hand.FreeSince) = (null, _minute + 1);
    }

    private ScheduleItem? Next(Instant now) => _notStarted.FirstOrDefault(item =>
        (item.EarliestStart is not { } start || start <= now) && !item.DependsOn.Any(_left.ContainsKey));

    private static Hand? Free(List<Hand> there) => there.Where(hand => hand is { Active: null, Interrupted: null }).OrderBy(hand => hand.FreeSince).FirstOrDefault();

    private static ScheduleItem[] Ranked(IEnumerable<ScheduleItem> items) =>
        [.. items.OrderBy(item => item.Grade).ThenBy(item => item.DecidedAt).ThenBy(item => int.Parse(item.Number, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Every C with a position gets the first place from there on that is behind the A's and the C's before it; the others fill up.</summary>
    private static List<ScheduleItem> ListOf(ScheduleItem[] items)
    {
        var others = new Queue<ScheduleItem>(Ranked(items.Where(item => item.Position is null)));
        var placed = Ranked(items.Where(item => item.Position is not null)).OrderBy(item => item.Position).ToArray();
        var list = new ScheduleItem?[items.Length];
        var behind = items.Count(item => item.Grade == PriorityGrade.A);
        for (var i = 0; i < placed.Length; i++)
        {
            var place = Math.Min(Math.Max(placed[i].Position!.Value - 1, behind), items.Length - (placed.Length - i));
            list[place] = placed[i];
            behind = place + 1;
        }

        return [.. list.Select(item => item ?? others.Dequeue())];
    }
}
