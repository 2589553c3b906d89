using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Obligations;

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

    /// <summary>Who may act on a duty directly: pause, resume, extend, waive, cancel and reassign it; none: nobody.</summary>
    public AccessRule? Oversight { get; init; }

    /// <summary>The time node of that id; none when this version has no such rule.</summary>
    public ObligationRule? RuleOf(RuleId id) => Obligations.FirstOrDefault(rule => rule.Id == id);

    /// <summary>How the documents of a series are numbered.</summary>
    /// <exception cref="InvalidOperationException">The regulation numbers no such series.</exception>
    public NumberingRule NumberingOf(string series) =>
        Numbering.FirstOrDefault(rule => rule.Series == series)
        ?? throw new InvalidOperationException($"The regulation '{Name}' does not say how '{series}' is numbered.");
}
