using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>What one person's misses cost in one month (绩效扣罚单). Immutable; <see cref="Lines"/> add up to <see cref="Total"/>.</summary>
public sealed record MonthlyStatement
{
    /// <summary>The person.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The calendar month, in the regulation's time zone (CV-12).</summary>
    public required YearMonth Month { get; init; }

    /// <summary>The month's performance pay (绩效).</summary>
    public required Money PerformancePay { get; init; }

    /// <summary>The instant it is worked out for; 24:00 of the month's last day once the month is over.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The deductions in the order of event time, then corrections of closed months, then what balances for forfeiture and cap.</summary>
    public required ImmutableArray<StatementLine> Lines { get; init; }

    /// <summary>What comes back, outside the cap (RF-97, and corrections of closed months in favour of the person).</summary>
    public ImmutableArray<StatementLine> Credits { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What is deducted: from nothing to the whole performance pay.</summary>
    public required Money Total { get; init; }

    /// <summary>What comes back.</summary>
    public required Money Credit { get; init; }

    /// <summary>Whether the month's performance pay is lost by a forfeiture; reaching the cap is none.</summary>
    public bool Forfeited { get; init; }

    /// <summary>Whether it may still change: the month is not over, or a line waits for something.</summary>
    public bool Provisional { get; init; }

    /// <summary>Whether it covers the month to its end.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The appraisal points deducted.</summary>
    public int PointsDeducted { get; init; }
}
