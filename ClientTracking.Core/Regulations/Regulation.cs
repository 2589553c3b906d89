using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Obligations;
using ClientTracking.Sanctions;

namespace ClientTracking.Regulations;

/// <summary>A regulation (制度) as data: what is owed on which event, and how documents are numbered. Immutable; a change makes a new version.</summary>
public sealed record Regulation
{
    /// <summary>The name hosts configure it by, for example <c>RequirementFollowUp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version; a subject keeps the one it was opened under.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The time nodes, in the regulation's order; ids are unique.</summary>
    public ImmutableArray<ObligationRule> Obligations { get; init; } = [];

    /// <summary>How the documents of each series are numbered; series are unique.</summary>
    public ImmutableArray<NumberingRule> Numbering { get; init; } = [];

    /// <summary>What lateness costs and what is rewarded.</summary>
    public SanctionPlan Sanctions { get; init; } = SanctionPlan.None;

    /// <summary>How the documents of a series are numbered.</summary>
    /// <exception cref="InvalidOperationException">The regulation numbers no such series.</exception>
    public NumberingRule NumberingOf(string series) =>
        Numbering.FirstOrDefault(rule => rule.Series == series)
        ?? throw new InvalidOperationException($"The regulation '{Name}' does not say how '{series}' is numbered.");
}
