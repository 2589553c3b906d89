using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>A line of a statement as a flat row, for a table or a payroll file.</summary>
/// <param name="Department">The person's department.</param>
/// <param name="Person">The person.</param>
/// <param name="Month">The month.</param>
/// <param name="IsCredit">Whether the amount comes back instead of being deducted.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Subject">The number of the subject.</param>
/// <param name="Due">The due instant.</param>
/// <param name="Done">When it was done.</param>
/// <param name="DaysLate">How many days late.</param>
/// <param name="Times">How many occurrences.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Points">The appraisal points deducted.</param>
/// <param name="Provisional">Whether it may still change.</param>
/// <param name="Why">The reason.</param>
public sealed record StatementRow(
    string Department, PersonId Person, YearMonth Month, bool IsCredit, RuleId Rule, string? Subject, Instant? Due, Instant? Done, int? DaysLate,
    int Times, Money Amount, int Points, bool Provisional, string Why)
{
    /// <summary>The rows of a statement: deductions, then credits.</summary>
    /// <param name="department">The person's department.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="culture">The language of the reasons.</param>
    public static ImmutableArray<StatementRow> Of(string department, MonthlyStatement statement, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return [.. statement.Lines.Select(line => Row(line, false)), .. statement.Credits.Select(line => Row(line, true))];

        StatementRow Row(StatementLine line, bool isCredit) => new(
            department, statement.Person, statement.Month, isCredit, line.Rule, line.Subject, line.Due, line.Done, line.DaysLate,
            line.Times, line.Amount, line.PointsDeducted, line.Provisional, line.Describe(culture));
    }
}
