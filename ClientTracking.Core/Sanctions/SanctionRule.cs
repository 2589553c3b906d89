using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <summary>A sanction of a regulation (扣罚规则) as data: for what, whom it is charged to, and what it costs.</summary>
public sealed record SanctionRule
{
    /// <summary>The rule's identifier.</summary>
    public required RuleId Id { get; init; }

    /// <summary>What is sanctioned, in Chinese, for people.</summary>
    public required string Title { get; init; }

    /// <summary>What is sanctioned, in English, for people.</summary>
    public required string TitleEnglish { get; init; }

    /// <summary>What it costs in money.</summary>
    public required SanctionCharge Charge { get; init; }

    /// <summary>The roles charged; each of them is charged in full.</summary>
    public ImmutableArray<Role> ChargedTo { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The time nodes a miss of which is sanctioned.</summary>
    public ImmutableArray<RuleId> Nodes { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The time nodes a miss of which is sanctioned only where they announce a change.</summary>
    public ImmutableArray<RuleId> NodesOfChange { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The instant whose month is charged.</summary>
    public CountedBy CountedBy { get; init; }

    /// <summary>What repetition within a calendar month multiplies, if anything.</summary>
    public Repetition? Repetition { get; init; }

    /// <summary>What happens while it is not corrected after an order to, if anything.</summary>
    public UntilCorrected? UntilCorrected { get; init; }

    /// <summary>The appraisal points each occurrence costs; none where it costs no points.</summary>
    public PointRange? Points { get; init; }

    /// <summary>What else follows.</summary>
    public ImmutableArray<Consequence> Consequences { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether a person has to decide something before it is final.</summary>
    public bool NeedsDecision => Charge is DecidedCharge or DecidedShareCharge || Points is { IsRange: true };

    /// <summary>Whether a missed time node falls under this rule.</summary>
    /// <param name="node">The node.</param>
    /// <param name="announcesChange">Whether it was to announce a change of something announced before.</param>
    public bool AppliesTo(RuleId node, bool announcesChange) => Nodes.Contains(node) || (announcesChange && NodesOfChange.Contains(node));
}

/// <summary>The instant whose calendar month a miss is charged to, once.</summary>
public enum CountedBy : byte
{
    /// <summary>The due instant, or where there is none when it was found; the default.</summary>
    Due,

    /// <summary>When it was done.</summary>
    Done,

    /// <summary>When it was found.</summary>
    Found,
}

/// <summary>From the n-th punished occasion of a calendar month on, that and every later one is multiplied (CF-15).</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Group">Occasions of all rules of one group are counted together.</param>
/// <param name="From">The first occasion that is multiplied.</param>
/// <param name="Factor">By what.</param>
public sealed record Repetition(RuleId Rule, string Group, int From, int Factor = 2);

/// <summary>The same fine again when an order to correct is not followed, and again for every further working day until it is (CF-17).</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="WithinWorkingDays">How many working days there are after the order.</param>
public sealed record UntilCorrected(RuleId Rule, int WithinWorkingDays = 1);

/// <summary>Appraisal points deducted (扣分); a person decides where the ends differ.</summary>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most.</param>
public readonly record struct PointRange(int Least, int Most)
{
    /// <summary>A fixed number.</summary>
    public static PointRange Exactly(int points) => new(points, points);

    /// <summary>Whether somebody has to decide.</summary>
    public bool IsRange => Least != Most;
}
