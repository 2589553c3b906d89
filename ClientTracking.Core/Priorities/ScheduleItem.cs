using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Priorities;

/// <summary>Something a team has to deliver: a requirement, an order, whatever has a grade and an estimate. Immutable.</summary>
public sealed record ScheduleItem
{
    /// <summary>Its number; <see cref="NumberOrder"/> says which of two is lower.</summary>
    public required string Number { get; init; }

    /// <summary>Its grade (需求分级, RF-55).</summary>
    public required PriorityGrade Grade { get; init; }

    /// <summary>When the grade in force was decided.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>The estimate of the whole, in working time.</summary>
    public required Duration Estimate { get; init; }

    /// <summary>What is left to do, in working time; may exceed the estimate.</summary>
    public required Duration Remaining { get; init; }

    /// <summary>How far it has come.</summary>
    public ItemStage Stage { get; init; }

    /// <summary>Whose hands it is in, from 1; only where it is in hand. Without it the items in hand take the workers not named, from 1, by rank.</summary>
    public int? Worker { get; init; }

    /// <summary>Its place among the items not started, 1 is first; grade C only. It no longer matters once the item is in hand.</summary>
    public int? Position { get; init; }

    /// <summary>When it may start at the earliest; no longer matters once it is in hand.</summary>
    public Instant? EarliestStart { get; init; }

    /// <summary>The numbers of the items that must be finished before it starts; no longer matter once it is in hand.</summary>
    public ImmutableArray<string> DependsOn { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What was promised for it.</summary>
    public ImmutableArray<Commitment> Commitments { get => field.IsDefault ? [] : field; init; } = [];
}
