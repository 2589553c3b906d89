using System.Collections.Immutable;

namespace ClientTracking.Sanctions;

/// <summary>What the statements of a month come to.</summary>
/// <param name="Name">The department; empty of the whole company.</param>
/// <param name="People">How many people have a statement.</param>
/// <param name="Total">The deductions.</param>
/// <param name="Credit">What comes back.</param>
/// <param name="Forfeitures">How many lose the month's performance pay.</param>
/// <param name="Rules">By rule, in the order of their ids.</param>
public sealed record StatementTotal(string Name, int People, Money Total, Money Credit, int Forfeitures, ImmutableArray<RuleTotal> Rules);

/// <summary>What one rule comes to.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Occurrences">How often it was sanctioned; what was waived does not count, nor what only grew.</param>
/// <param name="Waived">How often it was waived.</param>
/// <param name="Amount">The deductions of its lines, before cap and forfeiture balance them.</param>
public sealed record RuleTotal(RuleId Rule, long Occurrences, long Waived, Money Amount);

/// <summary>Adds statements up by department and for the company.</summary>
public static class StatementTotals
{
    /// <summary>The totals of each department, in ordinal order, and last of the company.</summary>
    /// <param name="statements">The statements of one month, each with its person's department.</param>
    public static ImmutableArray<StatementTotal> Of(IEnumerable<(string Department, MonthlyStatement Statement)> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var all = statements.ToArray();
        return
        [
            .. all.GroupBy(item => item.Department, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Sum(group.Key, [.. group.Select(item => item.Statement)])),
            Sum("", [.. all.Select(item => item.Statement)]),
        ];
    }

    private static StatementTotal Sum(string name, MonthlyStatement[] statements)
    {
        var nothing = statements.Length > 0 ? statements[0].Total.Nothing : Money.Zero;
        var rules = from line in statements.SelectMany(statement => statement.Lines)
                    where line.Cause is not (LineCause.Cap or LineCause.Forfeiture)
                    group line by line.Rule into lines
                    orderby lines.Key.Value
                    select new RuleTotal(
                        lines.Key,
                        lines.Where(IsOccurrence).Sum(line => (long)line.Times),
                        lines.Where(line => line.Cause == LineCause.Waived).Sum(line => (long)line.Times),
                        lines.Aggregate(nothing, (sum, line) => sum + line.Amount));
        return new(
            name, statements.Length,
            statements.Aggregate(nothing, (sum, statement) => sum + statement.Total),
            statements.Aggregate(nothing, (sum, statement) => sum + statement.Credit),
            statements.Count(statement => statement.Forfeited),
            [.. rules]);
    }

    private static bool IsOccurrence(StatementLine line) => line.Cause is not (LineCause.Waived or LineCause.Growth or LineCause.Correction);
}
