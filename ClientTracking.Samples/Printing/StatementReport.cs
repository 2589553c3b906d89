using System.Globalization;
using ClientTracking.Samples.Year;
using ClientTracking.Sanctions;
using ClientTracking.Statements;

namespace ClientTracking.Samples.Printing;

/// <summary>Prints a month's statements and a quarter's rewards.</summary>
internal static class StatementReport
{
    private const int Longest = 20;

    public static void Print(Printout print, TextWriter output, YearStatements statements)
    {
        var (company, culture) = (statements.Company, CultureInfo.CurrentUICulture);
        print.Heading(Words.StatementsOf(YearStatements.Month));
        print.Table(Words.TotalColumns, company.Totals().Select(total => (IEnumerable<string>)
            [total.Name.Length == 0 ? Words.WholeCompany : total.Name, Number(total.People), $"{total.Total}", $"{total.Credit}", Number(total.Forfeitures)]));
        print.Heading(Words.StatementRules);
        print.Table(Words.RuleColumns, company.Totals()[^1].Rules.Select(rule => (IEnumerable<string>)
            [rule.Rule.Value, Number(rule.Occurrences), Number(rule.Waived), $"{rule.Amount}"]));
        var charged = company.Statements.Where(one => !one.Statement.Statement.Lines.IsEmpty).ToArray();
        print.Heading(Words.StatementPeople);
        print.Table(Words.PersonColumns, charged.Select(one => (IEnumerable<string>)
            [one.Payee.Person.Value, one.Payee.Department, Number(one.Statement.Statement.Lines.Length), $"{one.Statement.Statement.Total}", Words.YesOrNo(one.Statement.Statement.Forfeited)]));
        if (charged.Where(one => !one.Statement.Statement.Forfeited).MaxBy(one => one.Statement.Statement.Lines.Length) is { } longest)
            PrintLines(print, output, longest, culture);
        PrintRewards(print, output, statements.Rewards, culture);
    }

    private static void PrintLines(Printout print, TextWriter output, PayeeStatement one, CultureInfo culture)
    {
        var statement = one.Statement.Statement;
        print.Heading(Words.StatementOfPerson(one.Payee.Person.Value, YearStatements.Month));
        print.Table(Words.LineColumns, statement.Lines.Take(Longest).Select(line => (IEnumerable<string>)
            [line.Rule.Value, line.Subject ?? "", Words.MinuteOf(line.Due), Words.MinuteOf(line.Done), $"{line.DaysLate}", $"{line.Amount}", line.Describe(culture)]));
        output.WriteLine(Words.StatementTotal(statement.Lines.Length, $"{statement.Total}", $"{statement.PerformancePay}"));
    }

    private static void PrintRewards(Printout print, TextWriter output, QuarterReview rewards, CultureInfo culture)
    {
        print.Heading(Words.RewardsOf(YearStatements.Quarter.ToString()));
        print.Table(Words.RewardColumns, rewards.Found.GroupBy(found => found.Rule).Select(rule => (IEnumerable<string>)
            [rule.Key.Value, Number(rule.Count(found => found.IsEligible)), Number(rule.Count(found => !found.IsEligible)), $"{rule.First().Range}", Example(rule, culture)]));
        output.WriteLine(Words.RewardPoints(rewards.Found.Sum(found => found.Points)));
    }

    private static string Example(IEnumerable<Eligibility> rule, CultureInfo culture)
    {
        var example = rule.FirstOrDefault(found => found.IsEligible) ?? rule.First();
        return $"{string.Join('+', example.Recipients)}：{example.Describe(culture)}";
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
