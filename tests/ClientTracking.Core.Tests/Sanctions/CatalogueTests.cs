using ClientTracking.Errors;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Deadlines.Clock;
using static ClientTracking.Core.Tests.Sanctions.Catalogue;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

public sealed class CatalogueTests
{
    [Fact]
    public void CF_10_and_CF_11_sales_pays_double_from_the_second_occasion_of_the_month()
    {
        var statement = Files.Of(
            "2025-06", Found("a", "CF-10", "2025-06-09 10:00"), Found("b", "CF-11", "2025-06-10 10:00", 3), Found("c", "CF-10", "2025-06-11 10:00"),
            Found("may", "CF-10", "2025-05-30 10:00"));
        Assert.Equal("50.00 120.00 100.00", statement.Lines.Amounts()); // 3 items × 20 × 2
        Assert.Equal("未按时或未按要求，3 次；本月第 2 次，按 2 倍", statement.Lines[1].Text("zh-CN"));
    }

    [Fact]
    public void CF_12_to_CF_14_service_pays_double_from_the_third_occasion_and_waiving_one_moves_the_others_down()
    {
        Miss[] misses =
        [
            Found("a", "CF-12", "2025-06-09 10:00"), Found("b", "CF-13", "2025-06-10 10:00"), Found("c", "CF-14", "2025-06-11 10:00", 2),
            Found("d", "CF-14.client-signature", "2025-06-12 10:00"), Found("e", "CF-14.internal-signature", "2025-06-13 10:00"), Found("f", "CF-16", "2025-06-16 10:00", 4),
        ];
        Assert.Equal("50.00 50.00 80.00 100.00 40.00 80.00", Files.Of("2025-06", misses).Lines.Amounts());
        misses[0] = misses[0].WaivedBy(Li);
        Assert.Equal("0.00 50.00 40.00 100.00 40.00 80.00", Files.Of("2025-06", misses).Lines.Amounts());
    }

    [Theory] // ordered on Monday at 11:00: by Tuesday's close; then every working day's close
    [InlineData("2025-06-10 18:00", "50.00")]
    [InlineData("2025-06-10 18:00:00.001", "50.00 50.00")]
    [InlineData("2025-06-11 18:00", "50.00 50.00")]
    [InlineData("2025-06-12 10:00", "50.00 50.00 50.00")]
    [InlineData("2025-06-16 09:00", "50.00 50.00 50.00 50.00 50.00")] // Tue, Wed, Thu, Fri; the weekend counts nothing
    public void CF_17_the_same_fine_again_for_every_working_day_until_corrected_without_a_fresh_doubling(string corrected, string amounts)
    {
        var miss = Found("a", "CF-10", "2025-06-09 10:00") with { OrderedToCorrect = At("2025-06-09 11:00"), Corrected = At(corrected) };
        Assert.Equal(amounts, Files.Of("2025-06", miss).Lines.Amounts());
        Assert.Equal("50.00", FilesFinedOnce.Of("2025-06", miss).Lines.Amounts());
    }

    [Fact]
    public void CF_17_each_time_is_an_occasion_of_CF_15_and_repeats_the_fine_as_it_was()
    {
        var doubled = Found("b", "CF-10", "2025-06-10 10:00") with { OrderedToCorrect = At("2025-06-10 11:00"), Corrected = At("2025-06-12 09:00") };
        var statement = Files.Of("2025-06", Found("a", "CF-10", "2025-06-09 10:00"), doubled, Found("c", "CF-10", "2025-06-12 10:00"));
        Assert.Equal("50.00 100.00 100.00 100.00", statement.Lines.Amounts());
        Assert.Equal([1L, 2, 3, 4], statement.Lines.Select(line => line.Count));
    }

    [Fact]
    public void CF_17_in_the_next_month_it_is_that_months_occasion_at_the_first_months_fine()
    {
        // Friday 27 June 11:00: by Monday 30 June 18:00; Tuesday 1 July 18:00 is the second time.
        var miss = Found("a", "CF-10", "2025-06-27 10:00") with { OrderedToCorrect = At("2025-06-27 11:00"), Corrected = At("2025-07-02 09:00") };
        var july = Found("b", "CF-10", "2025-07-04 10:00");
        Assert.Equal("50.00 50.00", Files.Of("2025-06", miss, july).Lines.Amounts());
        Assert.Equal("50.00 100.00", Files.Of("2025-07", miss, july).Lines.Amounts());
        Assert.Equal("0.00", Files.Of("2025-06", miss.WaivedBy(Li)).Lines.Amounts());
    }

    [Theory]
    [InlineData("9.99", null)]
    [InlineData("10", "300.00")]
    [InlineData("12.5", "375.00")]
    [InlineData("30", "900.00")]
    [InlineData("30.01", null)]
    public void CF_15_a_person_decides_10_to_30_percent_of_the_performance_pay(string percent, string? amount)
    {
        var miss = Found("a", "CF-15", "2025-06-09 10:00") with
        {
            Decision = new(Li, At("2025-06-20 10:00"), "第三次") { Percent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) },
        };
        if (amount is null) Assert.Equal("sanction.outside-range", Assert.Throws<RuleViolationException>(() => Files.Of("2025-06", miss)).Code);
        else Assert.Equal(amount, Files.Of("2025-06", miss).Total.ToString());
    }

    [Theory]
    [InlineData("29.99", false)]
    [InlineData("30.00", true)]
    [InlineData("100.00", true)]
    [InlineData("100.01", false)]
    public void CP_31_I_a_person_decides_30_to_100(string amount, bool allowed)
    {
        var miss = Found("a", "CP-31.I", "2025-06-09 10:00");
        var open = Complaints.Of("2025-06", miss);
        Assert.Equal(("0.00", true, LineCause.AwaitsDecision), (open.Total.ToString(), open.Provisional, open.Lines[0].Cause));
        var decided = miss with { Decision = new(Li, At("2025-06-20 10:00"), "态度恶劣") { Amount = Money.Parse(amount) } };
        if (!allowed) Assert.Throws<RuleViolationException>(() => Complaints.Of("2025-06", decided));
        else Assert.Equal((amount, "由 li 裁定：态度恶劣"), (Complaints.Of("2025-06", decided).Total.ToString(), Complaints.Of("2025-06", decided).Lines[0].Text("zh-CN")));
    }

    [Theory]
    [InlineData("CP-31.II", "200.00", 5, "未按时或未按要求，1 次；扣 5 分；通报")]
    [InlineData("CP-31.III", "300.00", 10, "未按时或未按要求，1 次；扣 10 分；警告；通报")]
    [InlineData("CP-31.IV", "3000.00", 0, "未按时或未按要求，1 次：当月无绩效；记大过；通报")]
    [InlineData("CP-31.V", "0.00", 0, "未按时或未按要求，1 次；建议辞退；追究法律责任")]
    [InlineData("CP-40", "100.00", 0, "未按时或未按要求，1 次")]
    [InlineData("CP-41", "100.00", 0, "未按时或未按要求，1 次")]
    [InlineData("CP-42", "500.00", 0, "未按时或未按要求，1 次；客户移交其他部门员工")]
    public void CP_31_and_CP_40_to_CP_42_money_points_and_what_else_follows(string rule, string total, int points, string why)
    {
        var statement = Complaints.Of("2025-06", Found("a", rule, "2025-06-09 10:00"));
        Assert.Equal((total, points, why), (statement.Total.ToString(), statement.PointsDeducted, statement.Lines[0].Text("zh-CN")));
    }

    [Fact]
    public void CP_41_and_CP_42_charge_the_manager_and_the_employee_each_in_full() =>
        Assert.All(["CP-41", "CP-42"], rule => Assert.Equal(["DepartmentManager", "Employee"], Complaints.Of(rule).ChargedTo.Select(role => role.Value)));

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 5)] // 2 + lateness 1 + absence 2
    [InlineData(5, 8)]
    [InlineData(6, null)]
    public void FU_05_a_late_task_costs_2_to_5_points_lateness_1_absence_2(int decided, int? points)
    {
        Miss[] misses =
        [
            Found("a", "FU-05.task", "2025-06-09 10:00") with { Decision = new(Li, At("2025-06-20 10:00"), "未完成") { Points = decided } },
            Found("b", "FU-05.late", "2025-06-10 10:00"), Found("c", "FU-05.absent", "2025-06-11 10:00"),
        ];
        if (points is null) Assert.Equal("sanction.outside-range", Assert.Throws<RuleViolationException>(() => TeamMeetings.Of("2025-06", misses)).Code);
        else Assert.Equal((points.Value, "0.00"), (TeamMeetings.Of("2025-06", misses).PointsDeducted, TeamMeetings.Of("2025-06", misses).Total.ToString()));
    }
}
