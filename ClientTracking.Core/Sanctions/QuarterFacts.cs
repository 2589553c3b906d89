using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>What a quarter's rewards are found from.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="AsOf">The instant they are found for; what is undone by then is undone.</param>
public sealed record QuarterFacts(Quarter Quarter, Instant AsOf)
{
    /// <summary>The requirements decided (RF-A1).</summary>
    public ImmutableArray<DecidedRequirement> Decided { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The requirements and plans promised (RF-A2, RF-A3, RF-A5).</summary>
    public ImmutableArray<PromisedNode> Commitments { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What the collectors received (RF-A4).</summary>
    public ImmutableArray<ReceivedItem> Received { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The collectors on duty in the quarter, with or without items (RF-A4).</summary>
    public ImmutableArray<PersonId> Collectors { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The misses of the quarter that were not waived (RF-A4's option).</summary>
    public ImmutableArray<Miss> Misses { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>A requirement the board decided on.</summary>
/// <param name="Subject">Its number.</param>
/// <param name="Reporter">Who reported it.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Adopted">Whether it was accepted or converted.</param>
public sealed record DecidedRequirement(string Subject, PersonId Reporter, Instant At, bool Adopted);

/// <summary>A time node (时间节点) somebody promised a date for, and what became of it.</summary>
/// <param name="Subject">The number of the requirement.</param>
/// <param name="Node">The time node, for example RF-42.</param>
/// <param name="PromisedAt">When it was promised.</param>
/// <param name="FirstDue">The due instant promised first.</param>
/// <param name="Due">The due instant in force.</param>
/// <param name="Done">When it was met; none while it is not.</param>
public sealed record PromisedNode(string Subject, RuleId Node, Instant PromisedAt, Instant FirstDue, Instant Due, Instant? Done)
{
    /// <summary>Everyone responsible for it.</summary>
    public ImmutableArray<PersonId> Responsible { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The team responsible for it, if any.</summary>
    public string? Team { get; init; }

    /// <summary>Whether it is the delivery of a major requirement: marked by the board, by default grade A.</summary>
    public bool IsMajorDelivery { get; init; }
}

/// <summary>A requirement or bug a collector received.</summary>
/// <param name="Subject">Its number or id.</param>
/// <param name="Collector">Who received it.</param>
/// <param name="At">When.</param>
/// <param name="RegisteredAt">When it was registered; none while it is not.</param>
public sealed record ReceivedItem(string Subject, PersonId Collector, Instant At, Instant? RegisteredAt);
