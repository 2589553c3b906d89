namespace ClientTracking.Priorities;

/// <content>What each worker does.</content>
internal sealed partial class ScheduleRun
{
    private const int None = -1;

    private readonly Worker[] _workers;
    private readonly (long At, StartNote Note)[] _released; // by item: since when it may start, and what let it
    private readonly PriorityQueue<(int Worker, long Since), (long Since, int Worker)> _free = new();
    private readonly PriorityQueue<(int Worker, int Item), int> _interruptible = new(); // lowest rank first
    private readonly List<int> _vacated = []; // workers whose A is finished, or who are back, with an interrupted item
    private readonly int[] _lastPiece; // by item: into Pieces

    /// <summary>The pieces of work in the order in which they end.</summary>
    internal List<Piece> Pieces { get; }

    /// <summary>Which item stood still for which A.</summary>
    internal List<(int Item, int By)> Interruptions { get; } = [];

    /// <summary>A worker with nothing in hand, the longest idle first, then the lower number.</summary>
    /// <remarks>Entries are never removed when they cease to hold; whoever takes one sees whether it still does.</remarks>
    private int TakeFree()
    {
        while (_free.TryPeek(out var entry, out _))
        {
            ref readonly var worker = ref _workers[entry.Worker];
            _free.Dequeue();
            if (worker is { IsPresent: true, Current: None, Held: None } && worker.Since == entry.Since) return entry.Worker;
        }

        return None;
    }

    /// <summary>The worker whose item in hand has the lowest rank; none where all have A's.</summary>
    private int TakeLowestRanked()
    {
        while (_interruptible.TryDequeue(out var entry, out _))
        {
            ref readonly var worker = ref _workers[entry.Worker];
            if (worker.IsPresent && (worker.Current == None ? worker.Held : worker.Current) == entry.Item) return entry.Worker;
        }

        return None;
    }

    /// <summary>A worker at the beginning, with nothing in hand yet.</summary>
    private void Report(int index)
    {
        ref var worker = ref _workers[index];
        (worker.Current, worker.Held, worker.Last, worker.IsPresent) = (None, None, None, true);
        _free.Enqueue((index, 0), (0, index));
        PlanLeave(index);
    }

    /// <summary>What is in hand at the beginning.</summary>
    private void TakeUp(int item)
    {
        var index = _backlog.WorkerOf[item];
        ref var worker = ref _workers[index];
        if (_backlog.Items[item].Stage == ItemStage.InHand)
        {
            Continue(index, item, 0);
        }
        else
        {
            worker.Held = item;
            if (worker.Current == None) Vacate(index);
            else Interruptions.Add((item, worker.Current));
        }
    }

    /// <summary>A worker begins an item; what was in hand stands still.</summary>
    private void Start(int index, int item, long now)
    {
        ref var worker = ref _workers[index];
        Starts[item] = worker.Current != None ? new(StartCause.Interrupts, worker.Current) : Waited(worker, item, now);
        if (worker.Current != None)
        {
            worker.Held = worker.Current;
            Stop(ref worker, index, now);
        }

        if (worker.Held != None) Interruptions.Add((worker.Held, item));
        Continue(index, item, now);
    }

    private void Resume(int index, long now)
    {
        ref var worker = ref _workers[index];
        if (worker is not { IsPresent: true, Current: None, Held: not None and var item }) return;
        worker.Held = None;
        Continue(index, item, now);
    }

    private void Continue(int index, int item, long now)
    {
        ref var worker = ref _workers[index];
        (worker.Current, worker.Since) = (item, now);
        worker.Version++;
        Plan(new(now + _remaining[item], ChangeKind.Finish), index, worker.Version);
        Offer(index, item);
    }

    private void End(int index, long now)
    {
        ref var worker = ref _workers[index];
        var item = worker.Current;
        Stop(ref worker, index, now);
        (worker.Current, worker.Last, worker.Since) = (None, item, now);
        Finish[item] = now;
        _left--;
        foreach (var dependent in _backlog.Dependents[item] ?? [])
            if (--_blockedBy[dependent] == 0) Release(dependent, now, new(StartCause.Dependency, item));
        Vacate(index);
    }

    private void Leave(int index, long now)
    {
        ref var worker = ref _workers[index];
        if (worker.Current != None) Stop(ref worker, index, now);
        worker.IsPresent = false;
        Plan(new(_backlog.Away[index][worker.AwayNext++].To, ChangeKind.Return), index);
    }

    private void Return(int index, long now)
    {
        ref var worker = ref _workers[index];
        (worker.IsPresent, worker.Last) = (true, None);
        PlanLeave(index);
        if (worker.Current != None)
        {
            Continue(index, worker.Current, now);
            return;
        }

        worker.Since = now;
        Vacate(index);
    }

    /// <summary>A worker has nothing to go on with: free, or to resume what was interrupted.</summary>
    private void Vacate(int index)
    {
        ref readonly var worker = ref _workers[index];
        if (worker.Held == None)
        {
            _free.Enqueue((index, worker.Since), (worker.Since, index));
            return;
        }

        _vacated.Add(index);
        Offer(index, worker.Held);
    }

    /// <summary>An A may interrupt it.</summary>
    private void Offer(int index, int item)
    {
        if (_waitingA > 0 && _backlog.Items[item].Grade != PriorityGrade.A) _interruptible.Enqueue((index, item), -_backlog.Rank[item]);
    }

    /// <summary>Ends the piece at work.</summary>
    private void Stop(ref Worker worker, int index, long now)
    {
        var item = worker.Current;
        worker.Version++;
        if (now == worker.Since) return;
        _remaining[item] -= now - worker.Since;
        if (_lastPiece[item] is not None and var last && Pieces[last] is var piece && piece.To == worker.Since && piece.Worker == index)
        {
            Pieces[last] = piece with { To = now }; // an A without work left interrupted it for no time
            return;
        }

        _lastPiece[item] = Pieces.Count;
        Pieces.Add(new(item, index, worker.Since, now));
    }

    private StartNote Waited(in Worker worker, int item, long now)
    {
        if (now == 0) return new(StartCause.AtOnce, None);
        if (_released[item].At == now && worker.Since < now) return _released[item].Note;
        return worker.Last == None ? new(StartCause.WorkerBack, None) : new(StartCause.WorkerFree, worker.Last);
    }

    private void PlanLeave(int index)
    {
        var away = _backlog.Away[index];
        if (_workers[index].AwayNext < away.Count) Plan(new(away[_workers[index].AwayNext].From, ChangeKind.Leave), index);
    }
}
