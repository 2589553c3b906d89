using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>The events of a ledger, carried out one after the other on a calendar: the one place where pauses and extensions are reckoned.</summary>
internal sealed class ClockRun
{
    private readonly DeadlineCalculator _calculator;
    private readonly List<(Instant From, Instant To, string? Reason)> _pauses = []; // closed ones, in order
    private Instant? _pauseOpened;
    private string? _pauseReason;
    private Instant? _granted; // the due instant a commitment or an extension gave

    internal ClockRun(DeadlineCalculator calculator, IEnumerable<ClockEvent> events)
    {
        _calculator = calculator;
        foreach (var entry in events) Apply(entry);
    }

    internal DeadlineRule Rule { get; private set; }

    internal Instant CountedFrom { get; private set; }

    internal Deadline Deadline { get; private set; }

    /// <summary>The day number of the last day before it is rolled.</summary>
    internal int LastDay { get; private set; }

    /// <summary>Since when an open pause holds back the period; where an extension came later, since its approval.</summary>
    internal Instant? PausedSince { get; private set; }

    /// <summary>Whether the open pause holds the clock: one begun after the due instant does not (CV-15).</summary>
    internal bool IsSuspended => PausedSince <= Deadline.Due;

    /// <summary>Lateness that stays whatever comes (CV-16): from a missed due instant to what replaced it.</summary>
    internal List<MissedSpan> Missed { get; } = [];

    /// <summary>The closed pauses that held the clock since <see cref="CountedFrom"/>.</summary>
    internal List<(Instant From, Instant To, string? Reason)> Held { get; } = [];

    /// <summary>The due instant that the last extension replaced, where no pause has moved it since.</summary>
    internal Instant? ExtendedFrom { get; private set; }

    private void Apply(ClockEvent entry)
    {
        switch (entry.Kind)
        {
            case ClockEventKind.Started: Start(entry.Rule!.Value, entry.At, entry.Due); break;
            case ClockEventKind.Paused: (_pauseOpened, PausedSince, _pauseReason) = (entry.At, entry.At, entry.Reason); break;
            case ClockEventKind.Resumed: Resume(entry.At); break;
            case ClockEventKind.Extended: Extend(entry.At, entry.From!.Value, entry.Due!.Value); break;
            case ClockEventKind.Retargeted: Retarget(entry.At, entry.Rule!.Value, entry.From!.Value); break;
        }
    }

    private void Start(DeadlineRule rule, Instant from, Instant? promised)
    {
        (Rule, CountedFrom, _granted, ExtendedFrom) = (rule, from, promised, null);
        (Deadline, LastDay) = promised is { } due ? Granted(due) : _calculator.Begin(rule, from);
        Held.Clear();
    }

    private void Resume(Instant at)
    {
        if (_pauseOpened is not { } opened || PausedSince is not { } since) return;
        _pauses.Add((opened, at, _pauseReason));
        Hold(since, at, _pauseReason);
        (_pauseOpened, PausedSince, _pauseReason) = (null, null, null);
    }

    private void Hold(Instant since, Instant until, string? reason)
    {
        if (since > Deadline.Due || since >= until) return;
        Held.Add((since, until, reason));
        (Deadline, LastDay) = _calculator.Resume(Rule, Deadline, LastDay, since, until);
        ExtendedFrom = null;
        // Counted anew, a same-day or weekday rule or an earlier hour of the day must not take back what was granted.
        if (_granted > Deadline.Due) (Deadline, LastDay) = Granted(_granted.Value);
    }

    private void Extend(Instant approved, Instant applied, Instant due)
    {
        if (!IsSuspended && applied > Deadline.Due) Keep(Deadline.Due, approved, due);
        (ExtendedFrom, _granted) = (Deadline.Due, due);
        (Deadline, LastDay) = Granted(due);
        if (_pauseOpened is not null) PausedSince = approved;
    }

    private void Retarget(Instant at, DeadlineRule rule, Instant from)
    {
        var (former, missed) = (Deadline.Due, !IsSuspended && at > Deadline.Due);
        Start(rule, from, null);
        foreach (var pause in _pauses) Hold(Instant.Max(pause.From, from), pause.To, pause.Reason);
        if (_pauseOpened is { } opened) PausedSince = Instant.Max(opened, from);
        if (missed) Keep(former, at, Deadline.Due);
    }

    private void Keep(Instant former, Instant replacedAt, Instant latter)
    {
        var until = Instant.Min(replacedAt, latter);
        if (until > former) Missed.Add(new(former, until));
    }

    private (Deadline Deadline, int LastDay) Granted(Instant due) => (new(due, false), _calculator.DueDay(due));
}
