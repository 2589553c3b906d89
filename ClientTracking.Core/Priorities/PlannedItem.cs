using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>A piece of an item's work: one worker, without interruption or absence; nights, lunch and days off within it are not worked.</summary>
/// <param name="Worker">The worker, from 1.</param>
/// <param name="Start">The instant work starts, in business hours.</param>
/// <param name="End">The first instant at which the piece is done.</param>
public readonly record struct PlannedSegment(int Worker, Instant Start, Instant End);

/// <summary>An item as planned.</summary>
/// <param name="Item">The item.</param>
/// <param name="Why">Why it stands where it stands.</param>
/// <param name="Segments">Its pieces of work, ascending; none where nothing is left to do.</param>
/// <param name="Finish">The forecast finish.</param>
/// <param name="Commitments">What becomes of its promises, in their order.</param>
public sealed record PlannedItem(
    ScheduleItem Item, Placement Why, ImmutableArray<PlannedSegment> Segments, Instant Finish, ImmutableArray<CommitmentForecast> Commitments)
{
    private const string Unnamed = "…";

    /// <summary>The forecast start of what is left to do.</summary>
    public Instant Start => Segments.IsEmpty ? Finish : Segments[0].Start;

    /// <summary>The item without the names of others: why it stands where it stands is still true.</summary>
    internal PlannedItem Without(ImmutableHashSet<string> hidden) => this with
    {
        Item = Item with { DependsOn = Item.DependsOn.RemoveAll(hidden.Contains) },
        Why = Why with
        {
            StartAfter = Why.StartAfter is { } other && hidden.Contains(other) ? Unnamed : Why.StartAfter,
            InterruptedBy = [.. Why.InterruptedBy.Select(other => hidden.Contains(other) ? Unnamed : other)],
        },
    };
}
