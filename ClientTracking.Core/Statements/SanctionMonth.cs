using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Deadlines;
using ClientTracking.Sanctions;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>One person's month of sanctions (月度扣罚): what people decided about its misses, and its statement once it is closed. Immutable.</summary>
public sealed record SanctionMonth
{
    /// <summary>The person.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The month.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>What was waived, by <see cref="Miss.Key"/>.</summary>
    public ImmutableSortedDictionary<string, Waiver> Waivers { get; init; } = ImmutableSortedDictionary<string, Waiver>.Empty;

    /// <summary>What was decided where a rule leaves a range, by <see cref="Miss.Key"/>.</summary>
    public ImmutableSortedDictionary<string, SanctionDecision> Decisions { get; init; } = ImmutableSortedDictionary<string, SanctionDecision>.Empty;

    /// <summary>The appeals, in the order of filing.</summary>
    public ImmutableArray<Appeal> Appeals { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The closed month; none while it is open.</summary>
    public ClosedMonth? Closed { get; init; }

    /// <summary>The last appeal about a miss.</summary>
    internal Appeal? AppealOf(string miss) => Appeals.LastOrDefault(appeal => appeal.Miss == miss);

    /// <summary>A miss with what was decided about it here; a duty that was waived itself stays waived.</summary>
    internal Miss Judge(Miss miss) => miss with
    {
        Waiver = miss.Waiver ?? Waivers.GetValueOrDefault(miss.Key),
        Decision = Decisions.GetValueOrDefault(miss.Key) ?? miss.Decision,
        Pending = AppealOf(miss.Key) is { Decision: null } ? Pending.Appeal : miss.Pending,
    };
}

/// <summary>A closed month (关账) with all it was worked out from.</summary>
/// <param name="Statement">The statement and who closed it.</param>
/// <param name="Misses">The facts it was worked out from.</param>
/// <param name="Corrections">What it corrects of earlier months.</param>
public sealed record ClosedMonth(ClosedStatement Statement, ImmutableArray<Miss> Misses, ImmutableArray<StatementCorrection> Corrections)
{
    /// <summary>The month.</summary>
    [JsonIgnore]
    public YearMonth Month => Statement.Statement.Month;

    /// <summary>Whether the kept facts still give the kept statement, bit for bit.</summary>
    /// <param name="plan">The sanctions it was closed under.</param>
    /// <param name="calculator">Counts on the calendar it was closed under.</param>
    public bool IsReproduced(SanctionPlan plan, DeadlineCalculator calculator) =>
        Statement.Verify() && Statement.IsReproducedBy(new StatementCalculator(plan, calculator).Calculate(
            new(Statement.Statement.Person, Month, Statement.Statement.PerformancePay, Misses) { Corrections = Corrections }));
}
