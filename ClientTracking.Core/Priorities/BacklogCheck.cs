using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>Finds everything wrong with a backlog before it is planned.</summary>
internal sealed class BacklogCheck
{
    /// <summary>More than any item takes, and little enough that sums do not overflow.</summary>
    internal static readonly Duration Longest = Duration.FromHours(100_000);

    private const int MostWorkers = 10_000;

    private readonly TeamBacklog _backlog;
    private readonly FaultList _faults = new();
    private readonly Dictionary<string, int> _indexOf;
    private readonly Dictionary<int, int> _inHand = []; // worker to item
    private readonly Dictionary<int, int> _interrupted = [];

    private BacklogCheck(TeamBacklog backlog)
    {
        _backlog = backlog;
        _indexOf = new(backlog.Items.Length, StringComparer.Ordinal);
    }

    /// <summary>The index of every item by its number.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong; every fault is listed.</exception>
    internal static Dictionary<string, int> Run(TeamBacklog backlog)
    {
        var check = new BacklogCheck(backlog);
        if (!check.HasWorkers) check._faults.Add("workers", "schedule.workers", backlog.Workers, MostWorkers);
        check.Absences();
        for (var i = 0; i < backlog.Items.Length; i++) check.Item(i, backlog.Items[i]);
        check.Hands();
        for (var i = 0; i < backlog.Items.Length; i++) check.Dependencies(i, backlog.Items[i]);
        if (check._faults.Count == 0) DependencyCycle.Report(backlog.Items, check._indexOf, check._faults);
        check._faults.ThrowIfAny();
        return check._indexOf;
    }

    private void Absences()
    {
        for (var i = 0; i < _backlog.Absences.Length; i++)
        {
            var (worker, from, to) = _backlog.Absences[i];
            Worker($"absences[{i}].worker", worker);
            if (to <= from) _faults.Add($"absences[{i}].to", "schedule.absence");
        }
    }

    private void Item(int index, ScheduleItem item)
    {
        // A path is written only where there is a fault: most items have none, and there are many.
        if (string.IsNullOrWhiteSpace(item.Number)) _faults.Add($"items[{index}].number", "request.required");
        else if (!_indexOf.TryAdd(item.Number, index)) _faults.Add($"items[{index}].number", "schedule.duplicate", item.Number);
        if (item.Grade is < PriorityGrade.A or > PriorityGrade.D) _faults.Defined($"items[{index}].grade", item.Grade);
        if (item.Stage is < ItemStage.Waiting or > ItemStage.Interrupted) _faults.Defined($"items[{index}].stage", item.Stage);
        if (!IsTime(item.Estimate)) _faults.Add($"items[{index}].estimate", "schedule.time", Longest.TotalHours);
        if (!IsTime(item.Remaining)) _faults.Add($"items[{index}].remaining", "schedule.time", Longest.TotalHours);
        if (item.Position is { } position)
        {
            if (item.Grade != PriorityGrade.C) _faults.Add($"items[{index}].position", "schedule.position-grade", item.Grade);
            else if (position < 1) _faults.Add($"items[{index}].position", "schedule.position", position);
        }

        for (var i = 0; i < item.Commitments.Length; i++)
            if (!IsTime(item.Commitments[i].Following)) _faults.Add($"items[{index}].commitments[{i}].following", "schedule.time", Longest.TotalHours);
        if (item.Worker is { } worker) Hands(index, item, worker);
    }

    private void Hands(int index, ScheduleItem item, int worker)
    {
        var path = $"items[{index}].worker";
        if (item.Stage == ItemStage.Waiting) _faults.Add(path, "schedule.worker-of-waiting");
        else if (Worker(path, worker) && !(item.Stage == ItemStage.InHand ? _inHand : _interrupted).TryAdd(worker, index))
            Taken(path, worker, (item.Stage == ItemStage.InHand ? _inHand : _interrupted)[worker]);
    }

    private void Hands()
    {
        var (inHand, interrupted) = (0, false);
        foreach (var item in _backlog.Items)
        {
            if (item.Stage == ItemStage.InHand) inHand++;
            interrupted |= item.Stage == ItemStage.Interrupted;
        }

        if (HasWorkers && inHand > _backlog.Workers) _faults.Add("items", "schedule.too-many-in-hand", inHand, _backlog.Workers);
        if (!interrupted) return;
        // Who stands still behind whom would be a guess.
        for (var i = 0; i < _backlog.Items.Length; i++)
            if (_backlog.Items[i] is { Stage: not ItemStage.Waiting, Worker: null }) _faults.Add($"items[{i}].worker", "schedule.worker-missing");
        foreach (var (worker, index) in _interrupted)
            if (_inHand.TryGetValue(worker, out var other) && _backlog.Items[other].Grade != PriorityGrade.A) Taken($"items[{index}].worker", worker, other);
    }

    private void Dependencies(int index, ScheduleItem item)
    {
        for (var i = 0; i < item.DependsOn.Length; i++)
            if (item.DependsOn[i] is not { } number || !_indexOf.ContainsKey(number))
                _faults.Add($"items[{index}].dependsOn[{i}]", "schedule.unknown-dependency", item.DependsOn[i] ?? "");
    }

    private bool Worker(string path, int worker)
    {
        if (worker >= 1 && worker <= _backlog.Workers) return true;
        if (HasWorkers) _faults.Add(path, "schedule.unknown-worker", worker, _backlog.Workers);
        return false;
    }

    private bool HasWorkers => _backlog.Workers is >= 1 and <= MostWorkers;

    private void Taken(string path, int worker, int other) => _faults.Add(path, "schedule.worker-taken", worker, _backlog.Items[other].Number ?? "");

    internal static bool IsTime(Duration time) => time >= Duration.Zero && time <= Longest;
}
