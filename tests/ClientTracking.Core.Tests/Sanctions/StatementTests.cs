using ClientTracking.Errors;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

[Trait("rule", "RF-96")]
public sealed class StatementTests
{
    [Fact]
    public void The_months_lines_name_what_an_HR_department_needs()
    {
        var statement = Published.Of(
            "2025-05",
            Late("a", "RF-95", "2025-05-09 18:00", "2025-05-10 10:00", "14061910"),
            Found("b", "RF-92", "2025-05-16 12:00", 7),
            Late("c", "RF-90", "2025-05-22 18:00", "2025-05-23 09:00", "14061911"),
            Late("d", "RF-90", "2025-05-29 18:00", null, "14061912").WaivedBy(Li));
        Assert.Equal("90.00", statement.Total.ToString()); // 20 + 50 + 20
        Assert.Equal(
            ["RF-95 14061910 20.00 1 逾期 1 天", "RF-92  50.00  本月累计 7 次", "RF-90 14061911 20.00 1 未按时或未按要求，1 次", "RF-90 14061912 0.00 2 由 li 豁免：收集系统停机"],
            statement.Lines.Select(line => $"{line.Rule} {line.Subject} {line.Amount} {line.DaysLate} {line.Text("zh-CN")}"));
        Assert.Equal("7 in the month with this", statement.Lines[1].Text("en"));
    }

    [Theory]
    [InlineData("60.00", "20.00 20.00 20.00", "60.00")]
    [InlineData("59.99", "20.00 20.00 20.00 -0.01", "59.99")]
    [InlineData("0.00", "20.00 20.00 20.00 -60.00", "0.00")]
    public void RF_96_deductions_never_exceed_the_performance_pay(string pay, string lines, string total)
    {
        var statement = Published.Of("2025-05", Money.Parse(pay), Found("a", "RF-90", "2025-05-09 18:00"), Found("b", "RF-90", "2025-05-12 18:00"), Found("c", "RF-90", "2025-05-13 18:00"));
        Assert.Equal((lines, total, false), (statement.Lines.Amounts(), statement.Total.ToString(), statement.Forfeited));
    }

    [Theory]
    [InlineData("3000.00", "40.00 0.00 2960.00")]
    [InlineData("40.00", "40.00 0.00 0.00")]
    [InlineData("30.00", "40.00 0.00 -10.00")]
    public void RF_96_a_forfeiture_takes_the_whole_pay_and_other_deductions_add_nothing(string pay, string lines)
    {
        var statement = Published.Of("2025-05", Money.Parse(pay), Found("a", "RF-90", "2025-05-09 18:00", 2), Late("b", "RF-95", "2025-05-12 18:00", null));
        Assert.Equal((lines, pay, true), (statement.Lines.Amounts(), statement.Total.ToString(), statement.Forfeited));
        Assert.Equal(("RF-96", LineCause.Forfeiture), (statement.Lines[^1].Rule.Value, statement.Lines[^1].Cause));
    }

    [Theory, Trait("rule", "T43")]
    [InlineData("2025-10-31 18:00", "2025-11-02 10:00", CountedBy.Due, "20.00", "0.00")]
    [InlineData("2025-10-31 18:00", "2025-11-02 10:00", CountedBy.Done, "0.00", "20.00")]
    [InlineData("2025-11-01 00:00", "2025-11-02 10:00", CountedBy.Due, "20.00", "0.00")] // 24:00 of 31 October
    [InlineData("2025-11-01 00:00:00.001", "2025-11-02 10:00", CountedBy.Due, "0.00", "20.00")]
    [InlineData("2025-10-30 18:00", "2025-10-31 23:59:59.999", CountedBy.Done, "20.00", "0.00")]
    [InlineData("2025-10-30 18:00", "2025-11-01 00:00", CountedBy.Done, "0.00", "20.00")]
    public void T43_a_miss_counts_in_the_month_the_rule_declares_once(string due, string done, CountedBy by, string october, string november)
    {
        var plan = new SanctionPlan { Rules = [Published.Of("RF-90") with { CountedBy = by }] };
        Assert.Equal(october, plan.Of("2025-10", Late("a", "RF-90", due, done)).Total.ToString());
        Assert.Equal(november, plan.Of("2025-11", Late("a", "RF-90", due, done)).Total.ToString());
    }

    [Theory] // the instants are those of Asia/Shanghai: 2025-05-31T16:00Z is 24:00 of 31 May
    [InlineData("2025-04-30 23:59:59.999", "0.00")]
    [InlineData("2025-05-01 00:00", "20.00")]
    [InlineData("2025-05-31 23:59:59.999", "20.00")]
    [InlineData("2025-06-01 00:00", "0.00")]
    public void CV_12_the_month_is_that_of_the_regulations_time_zone(string found, string total) =>
        Assert.Equal(total, Published.Of("2025-05", Found("a", "RF-90", found)).Total.ToString());

    [Fact]
    public void What_is_done_by_its_due_instant_is_no_miss() =>
        Assert.Empty(Published.Of("2025-05", Late("a", "RF-90", "2025-05-09 18:00", "2025-05-09 18:00"), Late("b", "RF-92", "2025-05-09 12:00", "2025-05-08 12:00")).Lines);

    [Fact]
    public void A_fine_that_waits_for_an_extension_applied_for_in_time_is_provisional_and_the_approval_cancels_it()
    {
        var miss = Late("a", "RF-95", "2025-05-09 18:00", "2025-05-12 10:00");
        var waiting = Published.Of("2025-05", miss with { Pending = Pending.Extension });
        Assert.Equal(("100.00", true, "逾期 3 天（暂定）"), (waiting.Total.ToString(), waiting.Provisional, waiting.Lines[0].Text("zh-CN")));
        Assert.Empty(Published.Of("2025-05", miss with { Due = Deadlines.Clock.At("2025-05-12 18:00") }).Lines);
    }

    [Fact, Trait("rule", "RF-92")]
    public void RF_92_each_item_is_one_occurrence_or_each_weekly_submission()
    {
        Miss[] misses =
        [
            .. Enumerable.Range(1, 6).Select(i => Late($"a{i}", "RF-92", "2025-05-09 12:00", null)),
            Late("b", "RF-92", "2025-05-16 12:00", "2025-05-16 12:01"),
        ];
        Assert.Equal("20.00 0.00 0.00 0.00 0.00 30.00 0.00", Published.Of("2025-05", misses).Lines.Amounts());
        var weekly = Reading(new() { OncePerSubmission = true }).Of("2025-05", misses);
        Assert.Equal(("20.00 0.00 0.00 0.00 0.00 0.00 0.00", 2), (weekly.Lines.Amounts(), weekly.Lines[^1].Count));
        Assert.Equal(LineCause.SameSubmission, weekly.Lines[1].Cause);
    }

    [Fact, Trait("rule", "T42")]
    public void T42_waiving_an_earlier_miss_moves_the_later_ones_down_in_order_of_event_time()
    {
        var misses = Enumerable.Range(1, 6).Select(day => Found($"a{day}", "RF-92", $"2025-05-{day + 10} 12:00")).ToArray();
        Assert.Equal("20.00 0.00 0.00 0.00 0.00 30.00", Published.Of("2025-05", misses).Lines.Amounts());
        misses[0] = misses[0].WaivedBy(Li);
        Assert.Equal("0.00 20.00 0.00 0.00 0.00 0.00", Published.Of("2025-05", misses).Lines.Amounts());
    }

    [Fact]
    public void A_plan_with_one_rule_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SanctionPlan { Rules = [Published.Of("RF-90"), Published.Of("RF-90")] });

    [Fact]
    public void Nobody_waives_their_own_and_pay_is_not_negative()
    {
        var waived = Found("a", "RF-90", "2025-05-09 18:00").WaivedBy(Zhang);
        Assert.Equal("sanction.own-case", Assert.Throws<RuleViolationException>(() => Published.Of("2025-05", waived)).Code);
        Assert.Equal("performancePay", Assert.Throws<InvalidRequestException>(() => Published.Of("2025-05", Money.Yuan(-1))).Faults.Single().Path);
    }
}
