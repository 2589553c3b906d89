using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>
/// The clock of one duty: everything that happened to it, and where that leaves the due instant (CV-13, CV-15, CV-16). Immutable data.
/// </summary>
/// <remarks>
/// Every change counts all events anew with the calculator it is given, so nothing is summed up twice or in two units. What came out is
/// kept, and stays as it is when the calendar changes until <see cref="Recalculate"/> is asked for. Entries come in the order of time.
/// </remarks>
public sealed partial record ClockLedger
{
    /// <summary>Restores a ledger from a store.</summary>
    /// <exception cref="ArgumentException">There is no event, or the first is not a start.</exception>
    public ClockLedger(
        ImmutableArray<ClockEvent> events, Instant lastDue, bool provisional, bool isSuspended, int revision, ImmutableArray<MissedSpan> missed)
    {
        if (events.IsDefaultOrEmpty || events[0].Kind != ClockEventKind.Started) throw new ArgumentException("A ledger begins with a start.", nameof(events));
        (Events, LastDue, Provisional, IsSuspended, Revision) = (events, lastDue, provisional, isSuspended, revision);
        Missed = missed.IsDefault ? [] : missed;
    }

    /// <summary>What happened, oldest first.</summary>
    public ImmutableArray<ClockEvent> Events { get; }

    /// <summary>The due instant; while the clock is suspended the one it had before.</summary>
    public Instant LastDue { get; }

    /// <summary>Whether a later notice may move the due instant.</summary>
    public bool Provisional { get; }

    /// <summary>Whether a pause holds the clock, so that nothing can fall due. A pause after the due instant does not.</summary>
    public bool IsSuspended { get; }

    /// <summary>How often the due instant has moved; 0 at the start.</summary>
    public int Revision { get; }

    /// <summary>Lateness that stays whatever comes (CV-16), oldest first; seldom any.</summary>
    public ImmutableArray<MissedSpan> Missed { get; }

    /// <summary>The due instant, null while the clock is suspended.</summary>
    [JsonIgnore]
    public Instant? Due => IsSuspended ? null : LastDue;

    /// <summary>The rule in force; of a commitment the one that says in which unit a pause is counted.</summary>
    [JsonIgnore]
    public DeadlineRule Rule => Events.Last(entry => entry.Rule is not null).Rule!.Value;

    /// <summary>Whether a pause is open, be it one that holds the clock or not.</summary>
    [JsonIgnore]
    public bool IsPaused =>
        Events.LastOrDefault(entry => entry.Kind is ClockEventKind.Paused or ClockEventKind.Resumed)?.Kind == ClockEventKind.Paused;

    /// <summary>How the clock stands at an instant not before the last entry.</summary>
    public ClockReading Read(DeadlineCalculator calculator, Instant at)
    {
        var run = Run(calculator);
        return new(Due, Provisional, IsPaused, IsMissedAt(at), calculator.Left(run.Rule, LastDue, run.LastDay, IsSuspended ? run.PausedSince!.Value : at), Revision);
    }

    /// <summary>Whether done at an instant, or not done by then, a due instant was missed (CV-13), or had been before an extension (CV-16).</summary>
    public bool IsMissedAt(Instant done) => !Missed.IsEmpty || done > Due;

    /// <summary>How late it is when done, or assessed, at an instant (CV-13), with the lateness that no extension takes away (CV-16).</summary>
    public Lateness LatenessAt(DeadlineCalculator calculator, Instant done, LatenessUnit unit = LatenessUnit.CivilDays)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        var kept = Missed.Sum(span => calculator.LatenessOf(span.Due, span.Until, unit).Days);
        return new(kept + (Due is { } due ? calculator.LatenessOf(due, done, unit).Days : 0));
    }

    /// <inheritdoc/>
    public bool Equals(ClockLedger? other) => other is not null && Events.AsSpan().SequenceEqual(other.Events.AsSpan())
        && Missed.AsSpan().SequenceEqual(other.Missed.AsSpan())
        && (LastDue, Provisional, IsSuspended, Revision) == (other.LastDue, other.Provisional, other.IsSuspended, other.Revision);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Events.Length, LastDue, Provisional, IsSuspended, Revision);

    internal ClockRun Run(DeadlineCalculator calculator)
    {
        ArgumentNullException.ThrowIfNull(calculator);
        return new(calculator, Events);
    }
}
