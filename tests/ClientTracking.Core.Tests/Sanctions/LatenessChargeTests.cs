using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

[Trait("rule", "RF-95")]
public sealed class LatenessChargeTests
{
    [Theory]
    [InlineData("2025-05-09 17:59:59.999", "0.00", 0)]
    [InlineData("2025-05-09 18:00", "0.00", 0)]
    [InlineData("2025-05-09 18:00:00.001", "20.00", 1)]
    [InlineData("2025-05-10 10:00", "20.00", 1)]
    [InlineData("2025-05-10 23:59:59.999", "20.00", 1)]
    [InlineData("2025-05-11 00:00", "100.00", 2)]
    [InlineData("2025-05-16 23:59:59.999", "100.00", 7)]
    [InlineData("2025-05-17 00:00", "3000.00", 8)]
    [InlineData("2025-05-31 23:59:59.999", "3000.00", 22)]
    public void RF_95_up_to_1_day_20_up_to_7_days_100_more_takes_the_months_pay(string done, string total, int days)
    {
        var statement = Published.Of("2025-05", Late("a", "RF-95", "2025-05-09 18:00", done, "14061910"));
        Assert.Equal(total, statement.Total.ToString());
        Assert.Equal(days > 7, statement.Forfeited);
        Assert.Equal(days == 0 ? [] : [days], statement.Lines.Where(line => line.Miss is not null).Select(line => line.DaysLate!.Value));
        Assert.False(statement.Provisional);
    }

    [Theory] // what it amounts to at 24:00 of the month's last day; then the difference
    [InlineData("2025-05-30 18:00", null, "2025-05", "20.00", "0.00")]
    [InlineData("2025-05-30 18:00", "2025-06-03 10:00", "2025-05", "20.00", "0.00")]
    [InlineData("2025-05-30 18:00", "2025-06-03 10:00", "2025-06", "80.00", "0.00")] // 4 days: 100 less 20
    [InlineData("2025-05-30 18:00", "2025-06-06 23:59", "2025-06", "80.00", "0.00")] // 7 days
    [InlineData("2025-05-30 18:00", "2025-06-07 00:00", "2025-06", "3000.00", "20.00")] // 8 days: forfeited, the 20 come back
    [InlineData("2025-05-30 18:00", "2025-06-07 00:00", "2025-07", "0.00", "0.00")]
    [InlineData("2025-05-31 18:00", null, "2025-05", "20.00", "0.00")] // late at all is at least 1 day
    [InlineData("2025-05-31 18:00", "2025-06-01 00:00", "2025-05", "20.00", "0.00")]
    [InlineData("2025-05-31 18:00", "2025-06-01 00:00", "2025-06", "0.00", "0.00")]
    [InlineData("2025-06-01 00:00", "2025-06-01 09:00", "2025-05", "0.00", "0.00")] // due 24:00 of 31 May: not late there yet
    [InlineData("2025-06-01 00:00", "2025-06-01 09:00", "2025-06", "20.00", "0.00")]
    [InlineData("2025-06-01 00:00", null, "2025-06", "3000.00", "0.00")]
    [InlineData("2025-05-24 18:00", "2025-05-31 23:59", "2025-05", "100.00", "0.00")]
    [InlineData("2025-05-24 18:00", "2025-06-01 00:00", "2025-05", "100.00", "0.00")] // 7 days at 24:00
    [InlineData("2025-05-24 18:00", "2025-06-01 00:00", "2025-06", "3000.00", "100.00")]
    [InlineData("2025-05-23 18:00", null, "2025-05", "3000.00", "0.00")]
    [InlineData("2025-05-23 18:00", null, "2025-06", "0.00", "0.00")] // forfeited once
    [InlineData("2025-12-31 18:00", "2026-01-02 10:00", "2025-12", "20.00", "0.00")]
    [InlineData("2025-12-31 18:00", "2026-01-02 10:00", "2026-01", "80.00", "0.00")]
    [InlineData("2026-02-28 18:00", "2026-03-01 10:00", "2026-02", "20.00", "0.00")]
    [InlineData("2026-02-28 18:00", "2026-03-01 10:00", "2026-03", "0.00", "0.00")]
    [Trait("rule", "RF-97")]
    public void RF_97_each_month_is_charged_with_what_the_lateness_grows_to_in_it(string due, string? done, string month, string total, string credit)
    {
        var statement = Published.Of(month, Late("a", "RF-95", due, done));
        Assert.Equal((total, credit), (statement.Total.ToString(), statement.Credit.ToString()));
    }

    [Fact, Trait("rule", "RF-97")]
    public void RF_97_the_earlier_amount_comes_back_or_both_stand()
    {
        var miss = Late("a", "RF-95", "2025-05-30 18:00", "2025-06-10 10:00");
        var back = Published.Of("2025-06", miss);
        var stands = Reading(new() { Earlier = EarlierAmount.Stands }).Of("2025-06", miss);
        Assert.Equal(("3000.00", "20.00", true), (back.Total.ToString(), back.Credits.Amounts(), back.Forfeited));
        Assert.Equal(("3000.00", "", true), (stands.Total.ToString(), stands.Credits.Amounts(), stands.Forfeited));
        Assert.Equal("退回前月已扣金额：逾期 11 天，已扣全月绩效", back.Credits[0].Text("zh-CN"));
    }

    [Fact, Trait("rule", "RF-97")]
    public void RF_97_within_the_month_the_assessment_grows_with_the_days_and_is_provisional()
    {
        var miss = Late("a", "RF-95", "2025-05-09 18:00", "2025-05-17 10:00");
        Assert.Equal(" provisional", AsOf("2025-05-09 18:00"));
        Assert.Equal("20.00 provisional", AsOf("2025-05-09 18:00:00.001"));
        Assert.Equal("100.00 provisional", AsOf("2025-05-11 09:00"));
        Assert.Equal("0.00 3000.00 provisional", AsOf("2025-05-17 09:59"));
        Assert.Equal("0.00 3000.00 provisional", AsOf("2025-05-31 23:59"));
        Assert.Equal("0.00 3000.00 final", AsOf("2025-06-01 00:00"));

        string AsOf(string at)
        {
            var statement = new StatementCalculator(Published, Deadlines.Clock.China)
                .Calculate(new(Zhang, Month("2025-05"), Pay, [miss]) { AsOf = Deadlines.Clock.At(at) });
            return $"{statement.Lines.Amounts()} {(statement.Provisional ? "provisional" : "final")}";
        }
    }

    [Fact, Trait("rule", "CV-13")]
    public void CV_13_lateness_in_civil_or_in_working_days()
    {
        var miss = Late("a", "RF-95", "2025-05-09 18:00", "2025-05-12 10:00"); // Friday to Monday
        Assert.Equal("100.00", Published.Of("2025-05", miss).Total.ToString());
        Assert.Equal("20.00", Reading(new() { Lateness = LatenessUnit.WorkingDays }).Of("2025-05", miss).Total.ToString());
    }

    [Fact]
    public void One_delay_is_not_fined_twice_the_highest_amount_stands()
    {
        var handOver = Late("a", "RF-95", "2025-05-20 18:00", "2025-05-22 10:00", "14061910");
        var delivery = Late("b", "RF-95", "2025-05-21 18:00", "2025-05-22 12:00", "14061910");
        Assert.Equal("100.00 0.00", Published.Of("2025-05", delivery, handOver).Lines.Amounts());
        Assert.Equal("逾期 1 天；同一延误只按最高金额扣一次", Published.Of("2025-05", delivery, handOver).Lines[1].Text("zh-CN"));
        Assert.Equal("100.00 20.00", Published.Of("2025-05", handOver, delivery with { Subject = "14061911" }).Lines.Amounts());
        Assert.Equal("100.00 20.00", Published.Of("2025-05", handOver, delivery with { Delay = "another" }).Lines.Amounts());
    }

    [Fact]
    public void One_delay_over_two_months_is_charged_the_difference_to_the_highest_only()
    {
        var handOver = Late("a", "RF-95", "2025-05-31 18:00", "2025-06-01 10:00", "14061910"); // 20 in May
        var delivery = Late("b", "RF-95", "2025-06-03 18:00", "2025-06-06 10:00", "14061910"); // 3 days: 100
        Assert.Equal("20.00", Published.Of("2025-05", handOver, delivery).Total.ToString());
        Assert.Equal("80.00", Published.Of("2025-06", handOver, delivery).Total.ToString());
    }

    [Fact]
    public void A_lateness_without_a_due_instant_or_with_a_number_of_times_is_refused()
    {
        var miss = Late("a", "RF-95", "2025-05-20 18:00", null);
        Assert.Equal("misses[0].due sanction.due-needed", Fault(miss with { Due = null }));
        Assert.Equal("misses[0].times sanction.times-not-here", Fault(miss with { Times = 2 }));
        Assert.Equal("misses[0].person sanction.another-person", Fault(miss with { Person = Li }));
        Assert.Equal("misses[0].rule sanction.unknown-rule", Fault(miss with { Rule = "RF-97" }));
        Assert.Equal("misses[1].key sanction.duplicate-miss", Fault(miss, miss));

        static string Fault(params Miss[] misses) => Assert.Throws<InvalidRequestException>(() => Published.Of("2025-05", misses)).Faults
            .Select(fault => $"{fault.Path} {fault.Code}").Single();
    }
}
