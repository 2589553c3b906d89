using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Subjects;
using static ClientTracking.Core.Tests.Deadlines.Clock;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

[Trait("rule", "T42")]
public sealed class ClosedStatementTests
{
    private static readonly Miss[] SixInMay = [.. Enumerable.Range(1, 6).Select(day => Found($"a{day}", "RF-92", $"2025-05-{day + 10} 12:00", subject: $"140619{day:00}"))];

    [Fact]
    public void A_waiver_after_the_close_is_reversed_in_the_next_month_and_the_closed_one_stays()
    {
        var closed = Published.Close(Published.Of("2025-05", SixInMay));
        Miss[] now = [SixInMay[0].WaivedBy(Li), .. SixInMay[1..]];
        var correction = Published.Correct(closed, now);
        Assert.Equal("-20.00 20.00 -30.00", correction.Lines.Amounts());
        var june = Published.Corrected("2025-06", Pay, correction, now);
        Assert.Equal(("0.00", "30.00", ""), (june.Total.ToString(), june.Credit.ToString(), june.Lines.Amounts()));
        Assert.Equal("20.00 -20.00 30.00", june.Credits.Amounts());
        Assert.Equal("更正 2025-05，该月原扣 20.00 元；由 li 豁免：收集系统停机", june.Credits[0].Text("zh-CN"));
        Assert.True(closed.Verify());
        Assert.Empty(Published.Correct(closed, now, correction).Lines);
    }

    [Fact]
    public void Two_free_the_third_pays_and_waiving_the_first_makes_it_the_second()
    {
        var tiers = new TierTable(BoundaryReading.Milder, new(2, Money.Zero), new(null, Money.Yuan(50)));
        var plan = new SanctionPlan { Rules = [Published.Of("RF-92") with { Charge = new MonthTotalCharge(tiers, MonthTotalReading.EachAtItsTier) }] };
        var closed = plan.Close(plan.Of("2025-05", SixInMay[..3]));
        Miss[] now = [SixInMay[0].WaivedBy(Li), .. SixInMay[1..3]];
        Assert.Equal("0.00 0.00 50.00", closed.Statement.Lines.Amounts());
        Assert.Equal("0.00 0.00 0.00", plan.Of("2025-05", now).Lines.Amounts());
        Assert.Equal("50.00", plan.Corrected("2025-06", Pay, plan.Correct(closed, now)).Credit.ToString());
    }

    [Fact]
    public void A_later_finding_is_an_entry_of_the_next_month_under_its_cap()
    {
        var closed = Published.Close(Published.Of("2025-05", SixInMay));
        Miss[] now = [.. SixInMay, Found("late", "RF-90", "2025-05-30 18:00", 3)];
        var correction = Published.Correct(closed, now);
        Assert.Equal("60.00", correction.Lines.Amounts());
        Assert.Equal("60.00", Published.Corrected("2025-06", Pay, correction, now).Total.ToString());
        var capped = Published.Corrected("2025-06", Money.Yuan(50), correction, now);
        Assert.Equal(("60.00 -10.00", "50.00"), (capped.Lines.Amounts(), capped.Total.ToString()));
        Assert.Equal("50.00", closed.Statement.Total.ToString());
    }

    [Fact]
    public void A_forfeiture_that_falls_away_gives_back_the_rest_of_the_pay()
    {
        var eleven = Enumerable.Range(1, 11).Select(day => Found($"b{day:00}", "RF-92", $"2025-05-{day + 10} 12:00")).ToArray();
        var closed = Published.Close(Published.Of("2025-05", eleven));
        Assert.Equal("3000.00", closed.Statement.Total.ToString());
        eleven[10] = eleven[10].WaivedBy(Li);
        var correction = Published.Correct(closed, eleven);
        Assert.Equal("-2950.00", correction.Net.ToString());
        Assert.Equal("2950.00", Published.Corrected("2025-06", Pay, correction, eleven).Credit.ToString());
    }

    [Fact]
    public void A_closed_month_that_carries_a_correction_is_corrected_without_repeating_it()
    {
        var may = Published.Close(Published.Of("2025-05", SixInMay));
        Miss[] facts = [.. SixInMay, Found("late", "RF-90", "2025-05-30 18:00")];
        var inJune = Published.Correct(may, facts);
        var june = Published.Close(Published.Corrected("2025-06", Pay, inJune, facts));
        Assert.Empty(Published.Correct(june, facts).Lines);
        Miss[] more = [.. facts, Found("june", "RF-90", "2025-06-20 18:00")];
        Assert.Equal("20.00", Published.Correct(june, more).Lines.Amounts());
        Assert.Empty(Published.Correct(may, more, inJune).Lines);
    }

    [Fact, Trait("rule", "RF-97")]
    public void RF_97_what_grows_after_the_close_is_no_correction_but_the_next_months_own()
    {
        var undone = Late("a", "RF-95", "2025-05-30 18:00", null);
        var closed = Published.Close(Published.Of("2025-05", undone));
        var done = undone with { Done = At("2025-06-03 10:00") };
        Assert.Empty(Published.Correct(closed, [done]).Lines);
        Assert.True(closed.IsReproducedBy(Published.Of("2025-05", done)));
        Assert.Equal("80.00", Published.Of("2025-06", done).Total.ToString());
    }

    [Fact]
    public void A_closed_month_is_reproduced_bit_for_bit_in_any_order_and_culture()
    {
        var closed = Published.Close(Published.Of("2025-05", SixInMay));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            var again = Published.Of("2025-05", [.. SixInMay.Reverse()]);
            Assert.True(closed.IsReproducedBy(again));
            Assert.Equal(StatementForm.Write(closed.Statement), StatementForm.Write(again));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.False((closed with { Statement = closed.Statement with { Total = Money.Yuan(49) } }).Verify());
        Assert.False(closed.IsReproducedBy(Published.Of("2025-05", SixInMay[1..])));
    }

    [Fact]
    public void The_canonical_form_is_fixed_for_ever()
    {
        var statement = Published.Of("2025-05", Late("a", "RF-95", "2025-05-09 18:00", "2025-05-10 10:00", "14061910"));
        Assert.Equal(
            """
            {"form":1,"person":"zhang","month":"2025-05","currency":"CNY","performancePay":300000,"asOf":"2025-05-31T16:00:00.000000000Z","lines":[{"rule":"RF-95","cause":"Lateness","amount":2000,"miss":"a","subject":"14061910","due":"2025-05-09T10:00:00.000000000Z","done":"2025-05-10T02:00:00.000000000Z","daysLate":1,"times":1,"count":0,"factor":1,"pointsDeducted":0,"consequences":[],"forfeits":false,"provisional":false}],"credits":[],"total":2000,"credit":0,"forfeited":false,"provisional":false,"pointsDeducted":0}
            """,
            Encoding.UTF8.GetString(StatementForm.Write(statement)));
    }

    [Fact]
    public void A_closed_month_is_the_same_when_it_comes_back_from_a_store()
    {
        var undone = Late("b", "RF-95", "2025-04-30 18:00", null, "14061910");
        var closed = Published.Close(Published.Of("2025-05", [.. SixInMay, undone, Found("c", "RF-90", "2025-05-30 18:00").WaivedBy(Li)]));
        Assert.NotEmpty(closed.Statement.Credits);
        var options = SubjectJson.CreateOptions();
        var stored = JsonSerializer.Deserialize<ClosedStatement>(JsonSerializer.Serialize(closed, options), options)!;
        Assert.True(stored.Verify());
        Assert.Equal(StatementForm.Write(closed.Statement), StatementForm.Write(stored.Statement));
        Assert.Equal((closed.By, closed.At), (stored.By, stored.At));
    }

    [Fact]
    public void A_month_is_closed_after_its_end_by_a_statement_of_all_of_it()
    {
        var whole = Published.Of("2025-05", SixInMay);
        Assert.Equal("sanction.month-not-over", Assert.Throws<RuleViolationException>(() => ClosedStatement.Close(Published, whole, Li, At("2025-05-31 23:59:59.999"))).Code);
        Assert.Equal(At("2025-06-01 00:00"), ClosedStatement.Close(Published, whole, Li, At("2025-06-01 00:00")).At);
        var part = new StatementCalculator(Published, China).Calculate(new(Zhang, Month("2025-05"), Pay, [.. SixInMay]) { AsOf = At("2025-05-30 18:00") });
        Assert.Throws<RuleViolationException>(() => ClosedStatement.Close(Published, part, Li, At("2025-06-02 10:00")));
    }
}
