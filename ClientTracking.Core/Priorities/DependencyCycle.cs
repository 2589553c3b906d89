using System.Collections.Immutable;
using ClientTracking.Errors;

namespace ClientTracking.Priorities;

/// <summary>Finds items that wait for one another.</summary>
internal static class DependencyCycle
{
    /// <summary>Reports one cycle at its first item, if there is any; every dependency must be known.</summary>
    internal static void Report(ImmutableArray<ScheduleItem> items, Dictionary<string, int> indexOf, FaultList faults)
    {
        // Items are struck off once all they depend on is; what stays depends on something that stays, so walking on must come back.
        var open = new int[items.Length];
        var dependents = new List<int>?[items.Length];
        var free = new Stack<int>();
        for (var i = 0; i < items.Length; i++)
        {
            open[i] = items[i].DependsOn.Length;
            if (open[i] == 0) free.Push(i);
            foreach (var number in items[i].DependsOn) (dependents[indexOf[number]] ??= []).Add(i);
        }

        var left = items.Length;
        for (; free.TryPop(out var item); left--)
            foreach (var dependent in dependents[item] ?? [])
                if (--open[dependent] == 0) free.Push(dependent);
        if (left == 0) return;
        var walked = new List<int>();
        var at = Array.FindIndex(open, count => count > 0);
        while (!walked.Contains(at))
        {
            walked.Add(at);
            at = items[at].DependsOn.Select(number => indexOf[number]).First(index => open[index] > 0);
        }

        var cycle = walked[walked.IndexOf(at)..];
        var first = cycle.IndexOf(cycle.Min());
        var names = cycle[first..].Concat(cycle[..(first + 1)]).Select(index => items[index].Number);
        faults.Add($"items[{cycle[first]}].dependsOn", "schedule.dependency-cycle", string.Join(" → ", names));
    }
}
