using System.Globalization;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

public sealed class StatementTotalsTests
{
    private static readonly MonthlyStatement Collector = Published.Of("2025-05", Found("a", "RF-92", "2025-05-09 12:00", 7), Found("b", "RF-90", "2025-05-12 18:00").WaivedBy(Li));
    private static readonly MonthlyStatement Manager = Published.Of("2025-05", Late("c", "RF-95", "2025-05-09 18:00", null), Found("d", "RF-90", "2025-05-12 18:00", 2));

    [Fact]
    public void Departments_and_the_company_are_added_up_with_counts_for_each_rule()
    {
        var totals = StatementTotals.Of([("资讯部", Collector), ("策划部", Manager), ("策划部", Published.Of("2025-05", []))]);
        Assert.Equal(
            [
                "策划部 2 3000.00 1 | RF-90 2/0 40.00, RF-95 1/0 0.00",
                "资讯部 1 50.00 0 | RF-90 0/1 0.00, RF-92 7/0 50.00",
                " 3 3050.00 1 | RF-90 2/1 40.00, RF-92 7/0 50.00, RF-95 1/0 0.00",
            ],
            totals.Select(total => $"{total.Name} {total.People} {total.Total} {total.Forfeitures} | "
                + string.Join(", ", total.Rules.Select(rule => $"{rule.Rule} {rule.Occurrences}/{rule.Waived} {rule.Amount}"))));
    }

    [Fact]
    public void No_statements_add_up_to_nothing() => Assert.Equal(("", 0, "0.00"), (StatementTotals.Of([])[0].Name, StatementTotals.Of([])[0].People, StatementTotals.Of([])[0].Total.ToString()));

    [Fact]
    public void A_statement_is_exported_as_rows_in_either_language()
    {
        var rows = StatementRow.Of("策划部", Manager, CultureInfo.GetCultureInfo("en"));
        Assert.Equal(
            ["RF-95 0.00 22 22 day(s) late: no performance pay for the month", "RF-90 40.00  2 × not in time or not as required", "RF-96 2960.00  no performance pay this month; other deductions add nothing"],
            rows.Select(row => $"{row.Rule} {row.Amount} {row.DaysLate} {row.Why}"));
        var credit = StatementRow.Of("策划部", Published.Of("2025-06", Late("c", "RF-95", "2025-05-30 18:00", null)), CultureInfo.GetCultureInfo("zh-CN"))[^1];
        Assert.Equal((true, "20.00"), (credit.IsCredit, credit.Amount.ToString()));
    }
}
