using System.Diagnostics;

namespace ClientTracking.Priorities;

/// <summary>
/// Plays a backlog forward from one change to the next (RF-56). A change is a finish, an item that becomes free to start, or a worker who
/// leaves or is back; each costs a few heap operations, whatever the number of items and workers.
/// </summary>
internal sealed partial class ScheduleRun
{
    private const long Beyond = long.MaxValue / 4; // no calendar reaches it, and one more item or absence does not overflow

    private readonly CompiledBacklog _backlog;
    private readonly long[] _remaining;
    private readonly int[] _blockedBy; // by item: unfinished dependencies
    private readonly int[] _place; // by item: in the start list
    private readonly int _waitingA; // the start list begins with so many A's
    private readonly PriorityQueue<int, int> _ready;
    private readonly PriorityQueue<Change, Moment> _changes = new();
    private int _left;

    internal ScheduleRun(CompiledBacklog backlog, ReadOnlySpan<long> remaining)
    {
        var count = backlog.Items.Length;
        _backlog = backlog;
        _remaining = remaining.ToArray();
        _left = count;
        (_ready, Pieces) = (new(backlog.StartList.Length), new(count));
        (Finish, Starts, _released) = (new long[count], new StartNote[count], new (long, StartNote)[count]);
        (_blockedBy, _place, _lastPiece) = (new int[count], new int[count], new int[count]);
        Array.Fill(_lastPiece, None);
        foreach (var dependents in backlog.Dependents)
            foreach (var item in dependents ?? []) _blockedBy[item]++;
        for (var i = 0; i < backlog.StartList.Length; i++)
        {
            _place[backlog.StartList[i]] = i;
            if (backlog.Items[backlog.StartList[i]].Grade == PriorityGrade.A) _waitingA++;
        }

        _workers = new Worker[backlog.Workers];
        for (var i = 0; i < _workers.Length; i++) Report(i);
        foreach (var item in backlog.InHand) TakeUp(item);
        foreach (var item in backlog.StartList)
            if (_blockedBy[item] == 0) Release(item, 0, new(StartCause.EarliestStart, None));
        Play();
    }

    /// <summary>By item: the working time at which it is finished.</summary>
    internal long[] Finish { get; }

    /// <summary>By item: what its start waited for.</summary>
    internal StartNote[] Starts { get; }

    private void Play()
    {
        for (long now = 0; ;)
        {
            // Everything that happens at one moment is known before anything is assigned at it.
            while (_changes.TryPeek(out _, out var next) && next.At == now) Happen(_changes.Dequeue(), next);
            Assign(now);
            if (_left == 0) return;
            if (!_changes.TryPeek(out _, out var then)) throw new UnreachableException("Something is left to do, and nothing will happen any more.");
            now = then.At;
            if (now > Beyond) throw new ArgumentOutOfRangeException("backlog", "The plan runs beyond the dates a calendar can reckon with.");
        }
    }

    private void Happen(Change change, Moment moment)
    {
        switch (moment.Kind)
        {
            case ChangeKind.Finish when _workers[change.Subject].Version == change.Version:
                End(change.Subject, moment.At);
                break;
            case ChangeKind.Leave:
                Leave(change.Subject, moment.At);
                break;
            case ChangeKind.Return:
                Return(change.Subject, moment.At);
                break;
            case ChangeKind.Release:
                _ready.Enqueue(change.Subject, _place[change.Subject]);
                break;
        }
    }

    /// <summary>Gives out work at a moment: to A's first, then to whoever was interrupted, then down the list (RF-55, RF-56).</summary>
    private void Assign(long now)
    {
        while (_ready.TryPeek(out _, out var place) && place < _waitingA)
        {
            var worker = TakeFree();
            if (worker == None && (worker = TakeLowestRanked()) == None) break; // every worker present is on an A
            Start(worker, _ready.Dequeue(), now);
        }

        // Where an A still waits, nobody present is without one, so nothing resumes or starts below.
        foreach (var worker in _vacated) Resume(worker, now);
        _vacated.Clear();
        while (_ready.Count > 0 && TakeFree() is not None and var worker) Start(worker, _ready.Dequeue(), now);
    }

    /// <summary>An item has nothing before it any more; it may start once its earliest start has come.</summary>
    private void Release(int item, long now, StartNote after)
    {
        var at = Math.Max(now, _backlog.Earliest[item]);
        _released[item] = (at, at > now ? new(StartCause.EarliestStart, None) : after);
        if (at > now) Plan(new(at, ChangeKind.Release), item);
        else _ready.Enqueue(item, _place[item]);
    }

    private void Plan(Moment moment, int subject, int version = 0) => _changes.Enqueue(new(subject, version), moment);
}
