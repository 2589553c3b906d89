using System.Collections.Immutable;

namespace ClientTracking.Priorities;

/// <summary>Ranks items: grade, then earlier decision, then lower number (RF-55).</summary>
internal sealed class GradeOrder(ImmutableArray<ScheduleItem> items) : IComparer<int>
{
    public int Compare(int x, int y)
    {
        ScheduleItem left = items[x], right = items[y];
        return left.Grade != right.Grade ? left.Grade - right.Grade : ByDecision(left, right);
    }

    /// <summary>The list of the items not started: A, B, C, D, with every C that has a position at its place.</summary>
    /// <param name="ranked">The items not started, ranked.</param>
    internal int[] StartList(IReadOnlyList<int> ranked)
    {
        var grades = items;
        var placed = ranked.Where(item => grades[item].Position is not null).ToArray();
        if (placed.Length == 0) return [.. ranked];
        Array.Sort(placed, (x, y) => Nullable.Compare(grades[x].Position, grades[y].Position) is not 0 and var byPosition
            ? byPosition
            : ByDecision(grades[x], grades[y]));
        var list = new int[ranked.Count];
        var (next, other) = (0, 0);
        for (var at = 0; at < list.Length; at++)
        {
            while (other < ranked.Count && grades[ranked[other]].Position is not null) other++;
            var othersLeft = other < ranked.Count;
            var isTurn = next < placed.Length && grades[placed[next]].Position <= at + 1 && (!othersLeft || grades[ranked[other]].Grade != PriorityGrade.A);
            list[at] = isTurn || !othersLeft ? placed[next++] : ranked[other++];
        }

        return list;
    }

    private static int ByDecision(ScheduleItem left, ScheduleItem right) =>
        left.DecidedAt.CompareTo(right.DecidedAt) is not 0 and var byDecision ? byDecision : NumberOrder.Instance.Compare(left.Number, right.Number);
}
