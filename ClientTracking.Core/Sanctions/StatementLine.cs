using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>One line of a statement, defensible by itself: the rule, the facts, the amount and why.</summary>
public sealed partial record StatementLine
{
    /// <summary>The rule that is applied; of a balancing line the rule of the cap.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>Why it is there.</summary>
    public required LineCause Cause { get; init; }

    /// <summary>The amount; among the deductions positive takes, among the credits positive gives back.</summary>
    public required Money Amount { get; init; }

    /// <summary>The key of the miss; none of a balancing line.</summary>
    public string? Miss { get; init; }

    /// <summary>The number of the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The due instant in force.</summary>
    public Instant? Due { get; init; }

    /// <summary>When it was done, as far as known at <see cref="MonthlyStatement.AsOf"/>; none while undone.</summary>
    public Instant? Done { get; init; }

    /// <summary>How many days late when done, or at <see cref="MonthlyStatement.AsOf"/>; none of what has no due instant.</summary>
    public int? DaysLate { get; init; }

    /// <summary>How many occurrences or items it stands for.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many the month has with it: occurrences of a month total, or punished occasions of a repetition; 0 where not counted.</summary>
    public long Count { get; init; }

    /// <summary>By what repetition multiplies it.</summary>
    public int Factor { get; init; } = 1;

    /// <summary>The amount in force before, of a line that is a difference.</summary>
    public Money? Before { get; init; }

    /// <summary>The closed month it corrects.</summary>
    public YearMonth? Corrects { get; init; }

    /// <summary>Who decided or waived.</summary>
    public PersonId? By { get; init; }

    /// <summary>The reason given by whoever decided or waived.</summary>
    public string? Reason { get; init; }

    /// <summary>The appraisal points it costs.</summary>
    public int PointsDeducted { get; init; }

    /// <summary>What else follows.</summary>
    public ImmutableArray<Consequence> Consequences { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether it takes the month's performance pay.</summary>
    public bool Forfeits { get; init; }

    /// <summary>Whether it may still change: undone before the month is over, or waiting for a decision.</summary>
    public bool Provisional { get; init; }
}
