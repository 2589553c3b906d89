using System.Globalization;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Statements;
using static ClientTracking.Core.Tests.Statements.StatementStory;

namespace ClientTracking.Core.Tests.Statements;

[Trait("rule", "RF-96")]
public sealed class CompanyTests
{
    [Fact]
    public async Task Departments_and_the_company_are_totalled_counted_by_rule_and_exported_as_rows()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(6);
        host.At("2014-06-20 14:00");
        // Nobody tells the reporter of the completion: RF-93 once, 20.
        await host.Built(new(2014, 6, 25), "2014-06-26 09:00", "2014-06-27 10:00");
        var company = await host.At("2014-07-01 09:00").AsBoard().Ask(new GetStatements(
            June, [new(Collecting, "资讯部", Pay), new(Managing, "策划部", Pay), new(Building, "IT", Pay)]));
        var totals = company.Totals();
        Assert.Equal(["IT 100.00", "策划部 0.00", "资讯部 70.00", " 170.00"], totals.Select(total => $"{total.Name} {total.Total}"));
        Assert.Equal(["RF-92 6 50.00", "RF-93 1 20.00", "RF-95 2 100.00"], totals[^1].Rules.Select(rule => $"{rule.Rule} {rule.Occurrences} {rule.Amount}"));
        var rows = company.Rows(CultureInfo.GetCultureInfo("zh-CN"));
        Assert.Equal(9, rows.Length);
        Assert.Equal(("资讯部", Collecting, "RF-92", "20.00"), (rows[0].Department, rows[0].Person, rows[0].Rule.Value, rows[0].Amount.ToString()));
        Assert.Empty(company.Unlisted);
    }

    [Fact]
    public async Task One_by_one_and_all_together_give_the_same_statements()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(6);
        await host.At("2014-07-01 09:00").Close(Collecting, June);
        await host.Send(new WaiveMiss((await host.Statement(Collecting, June)).Lines[0].Miss!, "停机"));
        var company = await host.Ask(new GetStatements(July, [new(Collecting, "资讯部", Pay), new(Managing, "策划部", Pay)]));
        foreach (var one in company.Statements)
            Assert.Equal(
                Sanctions.StatementForm(await host.Statement(one.Payee.Person, July)), Sanctions.StatementForm(one.Statement.Statement));
    }

    [Fact]
    public async Task Who_is_fined_and_not_on_the_payroll_is_named_and_nobody_is_on_it_twice()
    {
        await using var host = new TestHost();
        await host.RegisteredLate(1);
        Assert.Equal([Collecting], (await host.AsBoard().Ask(new GetStatements(June, []))).Unlisted);
        var twice = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Ask(new GetStatements(June, [new(Collecting, "a", Pay), new(Collecting, "b", Pay)])));
        Assert.Equal(("payroll[1].person", "statement.payee-twice"), (twice.Faults[0].Path, twice.Faults[0].Code));
    }

    private static class Sanctions
    {
        public static string StatementForm(ClientTracking.Sanctions.MonthlyStatement statement) => Convert.ToHexString(ClientTracking.Sanctions.StatementForm.Write(statement));
    }
}
