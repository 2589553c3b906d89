using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using NodaTime;
using NodaTime.Text;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Sanctions;

/// <summary>Facts about one person and what they cost, written as tables are.</summary>
internal static class Facts
{
    internal static readonly PersonId Zhang = new("zhang");
    internal static readonly PersonId Li = new("li");
    internal static readonly SanctionPlan Published = RequirementSanctions.Plan(RequirementSanctionOptions.Default);
    internal static readonly Money Pay = Money.Yuan(3000);

    internal static SanctionPlan Reading(RequirementSanctionOptions options) => RequirementSanctions.Plan(options);

    internal static Miss Late(string key, RuleId rule, string due, string? done, string? subject = null) => new()
    {
        Key = key,
        Rule = rule,
        Person = Zhang,
        Subject = subject,
        Due = At(due),
        Done = done is null ? null : At(done),
    };

    internal static Miss Found(string key, RuleId rule, string at, int times = 1, string? subject = null) => new()
    {
        Key = key,
        Rule = rule,
        Person = Zhang,
        Subject = subject,
        Found = At(at),
        Times = times,
    };

    internal static Miss WaivedBy(this Miss miss, PersonId by) => miss with { Waiver = new(by, At("2025-06-15 10:00"), "收集系统停机") };

    internal static YearMonth Month(string month) => YearMonthPattern.Iso.Parse(month).Value;

    internal static MonthlyStatement Of(this SanctionPlan plan, string month, params Miss[] misses) => plan.Of(month, Pay, misses);

    internal static MonthlyStatement Of(this SanctionPlan plan, string month, Money pay, params Miss[] misses) =>
        new StatementCalculator(plan, China).Calculate(new(Zhang, Month(month), pay, [.. misses]));

    internal static MonthlyStatement Corrected(this SanctionPlan plan, string month, Money pay, StatementCorrection correction, params Miss[] misses) =>
        new StatementCalculator(plan, China).Calculate(new(Zhang, Month(month), pay, [.. misses]) { Corrections = [correction] });

    internal static StatementCorrection Correct(this SanctionPlan plan, ClosedStatement closed, Miss[] misses, params ImmutableArray<StatementCorrection> posted) =>
        new StatementCalculator(plan, China).Correct(closed, [.. misses], posted);

    internal static ClosedStatement Close(this SanctionPlan plan, MonthlyStatement statement) =>
        ClosedStatement.Close(plan, statement, Li, statement.AsOf + Duration.FromDays(2));

    /// <summary>The amounts of the lines, for example <c>20.00 0.00 30.00</c>.</summary>
    internal static string Amounts(this IEnumerable<StatementLine> lines) => string.Join(' ', lines.Select(line => line.Amount));

    internal static string Text(this StatementLine line, string culture) => line.Describe(CultureInfo.GetCultureInfo(culture));
}
