using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Statements;

/// <summary>
/// The statements of everybody on a payroll: totals by department and for the company, counts by rule, and rows to export. For those who oversee.
/// </summary>
/// <param name="Month">The month.</param>
/// <param name="Payroll">The people, each once.</param>
public sealed record GetStatements(YearMonth Month, ImmutableArray<Payee> Payroll) : IQuery<CompanyStatements>
{
    /// <inheritdoc/>
    /// <exception cref="AccessDeniedException">Who asks does not oversee.</exception>
    public async Task<CompanyStatements> RunAsync(QueryContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RequireOverseer();
        var faults = new FaultList();
        var people = new HashSet<PersonId>();
        for (var i = 0; i < Payroll.Length; i++)
            if (!people.Add(Payroll[i].Person)) faults.Add($"payroll[{i}].person", "statement.payee-twice", Payroll[i].Person);
        faults.ThrowIfAny();
        var writer = new StatementWriter(context.Whole);
        var reader = writer.Misses;
        var files = await PersonFile.ReadAllAsync(context.Whole.Session, cancellationToken).ConfigureAwait(false);
        var since = files.Values.Select(file => file.FactsSince(Month)).Append(Month).Min();
        var misses = (await reader.ReadAsync(null, since, cancellationToken).ConfigureAwait(false)).ToLookup(miss => miss.Person);
        var statements = ImmutableArray.CreateBuilder<PayeeStatement>(Payroll.Length);
        foreach (var payee in Payroll)
        {
            var file = files.GetValueOrDefault(payee.Person) ?? new(payee.Person, []);
            var statement = writer.Statement(file, Month, payee.PerformancePay, [.. misses[payee.Person]]);
            statements.Add(new(payee, await ShownStatement.ShowAsync(context, statement, cancellationToken).ConfigureAwait(false)));
        }
        return new(
            Month,
            statements.MoveToImmutable(),
            [.. misses.Where(of => !people.Contains(of.Key) && of.Any(miss => reader.MonthOf(miss) == Month)).Select(of => of.Key)]);
    }
}

/// <summary>A person on the payroll of a month.</summary>
/// <param name="Person">The person.</param>
/// <param name="Department">The person's department.</param>
/// <param name="PerformancePay">The month's performance pay.</param>
public sealed record Payee(PersonId Person, string Department, Money PerformancePay);

/// <summary>A statement of somebody on the payroll.</summary>
public sealed record PayeeStatement(Payee Payee, PersonStatement Statement);

/// <summary>Everybody's statements of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Statements">In the order of the payroll.</param>
/// <param name="Unlisted">Who has missed something in the month and is not on the payroll.</param>
public sealed record CompanyStatements(YearMonth Month, ImmutableArray<PayeeStatement> Statements, ImmutableArray<PersonId> Unlisted)
{
    /// <summary>What they come to by department and, last, for the company; with the counts of each rule.</summary>
    public ImmutableArray<StatementTotal> Totals() =>
        StatementTotals.Of(Statements.Select(one => (one.Payee.Department, one.Statement.Statement)));

    /// <summary>Their lines as rows, for a table or a payroll file.</summary>
    /// <param name="culture">The language of the reasons.</param>
    public ImmutableArray<StatementRow> Rows(CultureInfo culture) =>
        [.. Statements.SelectMany(one => StatementRow.Of(one.Payee.Department, one.Statement.Statement, culture))];
}
