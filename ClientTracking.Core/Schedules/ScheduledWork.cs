using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Priorities;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>A requirement in a team's schedule: how much work it is, and how far it has come. Immutable; times are working time.</summary>
public sealed record ScheduledWork
{
    /// <summary>The requirement, as last heard of.</summary>
    public required ScheduledRequirement Requirement { get; init; }

    /// <summary>The estimate of the whole.</summary>
    public required Duration Estimate { get; init; }

    /// <summary>What was left to do at <see cref="AsOf"/>.</summary>
    public required Duration Remaining { get; init; }

    /// <summary>What it had taken by <see cref="AsOf"/>.</summary>
    public Duration Spent { get; init; }

    /// <summary>When it was last reported on; from then on what is in hand goes on as planned, until a report says otherwise.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>How far it has come.</summary>
    public ItemStage Stage { get; init; }

    /// <summary>Whose hands it is in, from 1; only where it is in hand.</summary>
    public int? Worker { get; init; }

    /// <summary>The place of a C among what is not started (RF-55).</summary>
    public int? Position { get; init; }

    /// <summary>When it may start at the earliest.</summary>
    public Instant? EarliestStart { get; init; }

    /// <summary>The requirements that must be done before it starts.</summary>
    public ImmutableArray<SubjectId> DependsOn { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether there is something to do for the team.</summary>
    [JsonIgnore]
    public bool IsOpen => Requirement.Grade is not null;

    /// <summary>Whether an A may make it stand still.</summary>
    [JsonIgnore]
    internal bool IsUrgent => Requirement.Grade == PriorityGrade.A;

    /// <summary>Put back to what is not started, with what was done kept: nobody has it in hand, nothing is set about its place.</summary>
    internal ScheduledWork Parked() => this with { Stage = ItemStage.Waiting, Worker = null, Position = null, EarliestStart = null, DependsOn = [] };
}
