using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>Explanations.</content>
public sealed partial class DeadlineCalculator
{
    /// <summary>Why the deadline of a rule for one trigger is when it is; ends with what <see cref="Calculate(DeadlineRule, Instant)"/> gives.</summary>
    /// <inheritdoc cref="Calculate(DeadlineRule, Instant)" path="/exception"/>
    public DeadlineExplanation Explain(DeadlineRule rule, Instant trigger) => Explain(ClockLedger.Start(this, rule, trigger));

    /// <summary>Why a clock is due when it is, pauses and extensions included, counted on this calendar.</summary>
    public DeadlineExplanation Explain(ClockLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var run = ledger.Run(this);
        var (list, at) = (new SegmentList(Calendar), run.CountedFrom);
        foreach (var (from, to, reason) in run.Held)
        {
            AddRun(at, from);
            list.Add(from, to, SegmentKind.Paused, reason: reason);
            at = to;
        }

        var end = run.IsSuspended ? run.PausedSince!.Value : run.Deadline.Due;
        var counted = run.ExtendedFrom is { } former ? Instant.Max(at, Instant.Min(former, end)) : end;
        AddRun(at, counted);
        list.Add(counted, end, SegmentKind.Extended);
        return new(
            run.Rule, run.CountedFrom, run.IsSuspended ? null : run.Deadline.Due, run.Deadline.Provisional,
            list.Done(), Calendar.Name, Calendar.Version, Calendar.Zone);

        void AddRun(Instant from, Instant to) => list.AddRun(
            run.Rule, from, to, CivilDays.Date(run.LastDay),
            waitsForOpening: from == run.CountedFrom && (run.Rule.StartsAtOpening || run.Rule.Unit == DeadlineUnit.AtOnce));
    }
}
