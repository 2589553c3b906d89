using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>Takes back what a mistaken entry did to obligations, as if it had not happened. Pure.</summary>
public static class Reversal
{
    /// <summary>What it opened is cancelled, what it closed, moved or paused is as it was before.</summary>
    /// <param name="before">The obligations before the mistaken entry.</param>
    /// <param name="done">What the entry, and what followed from it, did.</param>
    /// <param name="current">The obligations now.</param>
    /// <param name="at">When it is taken back.</param>
    /// <param name="reason">Why.</param>
    public static ImmutableArray<ObligationChange> Of(
        ImmutableArray<Obligation> before, ImmutableArray<ObligationChange> done, ImmutableArray<Obligation> current, Instant at, string reason)
    {
        var touched = done.Select(change => current[change.After.Id - 1]).DistinctBy(obligation => obligation.Id);
        return
        [
            .. touched.Where(obligation => obligation.Id <= before.Length || obligation.Status != ObligationStatus.Cancelled)
                .Select(obligation => new ObligationChange(
                    ObligationEvent.Reversed,
                    obligation.Id <= before.Length
                        ? before[obligation.Id - 1]
                        : obligation with { Status = ObligationStatus.Cancelled, ClosedAt = at, JudgedAt = null, Reason = reason })),
        ];
    }
}
