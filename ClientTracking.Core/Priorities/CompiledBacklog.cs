using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>
/// A checked backlog on the axis of working time: every instant is the working time from now to it, in nanoseconds. Nights, lunch and days
/// off have no length there, so planning is arithmetic on whole numbers, and the calendar is asked only for what goes in and comes out.
/// </summary>
internal sealed class CompiledBacklog
{
    private readonly WorkCalendar _calendar;
    private readonly Instant _now;

    /// <exception cref="InvalidRequestException">The backlog has faults; every one is listed with its path.</exception>
    internal CompiledBacklog(WorkCalendar calendar, TeamBacklog backlog)
    {
        var indexOf = BacklogCheck.Run(backlog);
        (_calendar, _now, Items, Workers) = (calendar, backlog.Now, backlog.Items, backlog.Workers);
        var (order, ranked) = (new GradeOrder(Items), Enumerable.Range(0, Items.Length).ToArray());
        Array.Sort(ranked, order);
        Rank = new int[Items.Length];
        for (var i = 0; i < ranked.Length; i++) Rank[ranked[i]] = i;

        StartList = order.StartList([.. ranked.Where(item => !IsInHand(Items[item]))]);
        InHand = [.. ranked.Where(item => IsInHand(Items[item]))];
        WorkerOf = AssignWorkers();
        Earliest = [.. Items.Select(item => item.EarliestStart is { } start ? Math.Max(0, Worked(start)) : 0)];
        Dependents = FindDependents(indexOf);
        Away = FindAbsences(backlog.Absences);
    }

    internal ImmutableArray<ScheduleItem> Items { get; }

    internal int Workers { get; }

    /// <summary>By item: its rank by grade, decision and number, 0 first.</summary>
    internal int[] Rank { get; }

    /// <summary>The items not started, in the order they are to start.</summary>
    internal int[] StartList { get; }

    /// <summary>The items in hand, by rank.</summary>
    internal int[] InHand { get; }

    /// <summary>By item: its worker from 0 where it is in hand.</summary>
    internal int[] WorkerOf { get; }

    /// <summary>By item: when it may start.</summary>
    internal long[] Earliest { get; }

    /// <summary>By item: what waits for it; null where nothing does.</summary>
    internal List<int>?[] Dependents { get; }

    /// <summary>By worker: the times away, ascending, neither touching nor overlapping.</summary>
    internal List<(long From, long To)>[] Away { get; }

    /// <summary>Whether an item keeps its worker. An interrupted one that became an A waits for any worker, as every A does.</summary>
    internal static bool IsInHand(ScheduleItem item) => item.Stage switch
    {
        ItemStage.Waiting => false,
        ItemStage.InHand => true,
        _ => item.Grade != PriorityGrade.A,
    };

    /// <summary>By item: what is left to do.</summary>
    internal long[] Remaining() => [.. Items.Select(item => item.Remaining.ToInt64Nanoseconds())];

    /// <summary>The items in the order of RF-56: A's, what is in hand, then the rest of the start list.</summary>
    internal IEnumerable<int> Places()
    {
        var urgent = InHand.Concat(StartList).Where(item => Items[item].Grade == PriorityGrade.A).OrderBy(item => Rank[item]);
        return urgent.Concat(InHand.Concat(StartList).Where(item => Items[item].Grade != PriorityGrade.A));
    }

    /// <summary>The first instant at which so much has been worked: work ends there.</summary>
    internal Instant EndAt(long worked) => _calendar.AddWorkingTime(_now, Duration.FromNanoseconds(worked));

    /// <summary>The instant at which work goes on after so much: work starts there.</summary>
    internal Instant StartAt(long worked) => _calendar.NextOpening(EndAt(worked));

    private long Worked(Instant instant) => _calendar.WorkingTimeBetween(_now, instant).ToInt64Nanoseconds();

    private int[] AssignWorkers()
    {
        var named = new HashSet<int>(InHand.Select(item => Items[item].Worker ?? 0));
        var (workerOf, next) = (new int[Items.Length], 1);
        foreach (var item in InHand)
        {
            if (Items[item].Worker is not { } worker)
            {
                while (named.Contains(next)) next++;
                worker = next++;
            }

            workerOf[item] = worker - 1;
        }

        return workerOf;
    }

    private List<int>?[] FindDependents(Dictionary<string, int> indexOf)
    {
        var dependents = new List<int>?[Items.Length];
        for (var i = 0; i < Items.Length; i++)
        {
            if (IsInHand(Items[i])) continue;
            foreach (var number in Items[i].DependsOn) (dependents[indexOf[number]] ??= []).Add(i);
        }

        return dependents;
    }

    private List<(long From, long To)>[] FindAbsences(ImmutableArray<Absence> absences)
    {
        var away = new List<(long From, long To)>[Workers];
        for (var i = 0; i < away.Length; i++) away[i] = [];
        foreach (var (worker, from, to) in absences.OrderBy(absence => absence.From))
        {
            var (start, end, times) = (Math.Max(0, Worked(from)), Worked(to), away[worker - 1]);
            if (end <= start) continue; // over, or at a time nobody works
            if (times.Count > 0 && times[^1].To >= start) times[^1] = (times[^1].From, Math.Max(times[^1].To, end));
            else times.Add((start, end));
        }

        return away;
    }
}
