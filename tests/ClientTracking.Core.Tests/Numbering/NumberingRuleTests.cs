using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Core.Tests.Numbering;

public sealed class NumberingRuleTests
{
    private static readonly RuleId Rf13 = new("RF-13");
    private static readonly LocalDate Thursday = new(2014, 6, 19);

    [Fact, Trait("rule", "RF-13")]
    public void RF13_third_of_2014_06_19()
    {
        var number = Requirement().NumberFor(Thursday, 3, Rf13);

        Assert.Equal("需求报告表14061903", number.Text);
        Assert.Equal("14061903", number.Bare);
        Assert.Equal(new NumberScope("requirement", "2014-06-19"), number.Scope);
        Assert.Equal(3, number.Serial);
    }

    [Fact, Trait("rule", "RF-13")]
    public void RF13_the_hundredth_of_a_day_widens_by_default_and_is_refused_by_option()
    {
        Assert.Equal("需求报告表140619100", Requirement().NumberFor(Thursday, 100, Rf13).Text);

        var refusing = Requirement(Overflow.Refuse);
        Assert.Equal("需求报告表14061999", refusing.NumberFor(Thursday, 99, Rf13).Text);
        var error = Assert.Throws<RuleViolationException>(() => refusing.NumberFor(Thursday, 100, Rf13));
        Assert.Equal((Rf13, "numbering.overflow"), (error.Rule, error.Code));
        Assert.Equal(
            "Rule RF-13: requirement 2014-06-19 has no number left: serial 100 is beyond 99, the last its template allows.",
            error.Describe(CultureInfo.GetCultureInfo("en")));
        Assert.Equal(
            "规则 RF-13：requirement 2014-06-19 的编号已用完：流水号 100 超过模板允许的最大值 99。",
            error.Describe(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact, Trait("rule", "T33")]
    public void T33_half_past_midnight_of_new_year_in_Shanghai_is_the_new_year_although_it_is_the_old_one_in_UTC()
    {
        var received = Instant.FromUtc(2025, 12, 31, 16, 30);
        var rule = Requirement();

        var shanghai = rule.NumberFor(received.InZone(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).Date, rule.FirstSerial, Rf13);
        var utc = rule.NumberFor(received.InUtc().Date, rule.FirstSerial, Rf13);

        Assert.Equal(("需求报告表26010101", "2026-01-01"), (shanghai.Text, shanghai.Scope.Period));
        Assert.Equal(("需求报告表25123101", "2025-12-31"), (utc.Text, utc.Scope.Period));
    }

    [Theory]
    [InlineData(ResetPeriod.Day, "2014-06-19")]
    [InlineData(ResetPeriod.Month, "2014-06")]
    [InlineData(ResetPeriod.Year, "2014")]
    [InlineData(ResetPeriod.Never, "")]
    public void The_period_of_a_day(ResetPeriod reset, string period)
    {
        var rule = new NumberingRule("contract", NumberTemplate.Parse("{date:yyMMdd}{serial:00}"), reset);

        Assert.Equal(period, rule.PeriodOf(Thursday));
        Assert.Equal(new NumberScope("contract", period), rule.ScopeFor(Thursday));
    }

    [Theory, Trait("rule", "T36")]
    [InlineData("C{date:yyMMdd}{serial:00}", ResetPeriod.Day, null)]
    [InlineData("C{date:dd}{date:MM}{date:yyyy}-{serial:00}", ResetPeriod.Day, null)]
    [InlineData("C{date:yyMM}{serial:00}", ResetPeriod.Day, "dd")]
    [InlineData("C{date:MMdd}{serial:00}", ResetPeriod.Day, "yyyy")]
    [InlineData("C{serial:00}", ResetPeriod.Day, "yyyy MM dd")]
    [InlineData("C{date:yyMM}{serial:00}", ResetPeriod.Month, null)]
    [InlineData("C{date:yyMMdd}{serial:00}", ResetPeriod.Month, null)]
    [InlineData("C{date:yyyy}{serial:00}", ResetPeriod.Month, "MM")]
    [InlineData("C{date:MM}{serial:00}", ResetPeriod.Month, "yyyy")]
    [InlineData("C{date:yy}{serial:00}", ResetPeriod.Year, null)]
    [InlineData("C{serial:00}", ResetPeriod.Year, "yyyy")]
    [InlineData("C{serial:00}", ResetPeriod.Never, null)]
    public void T36_a_template_that_does_not_show_its_period_is_refused(string notation, ResetPeriod reset, string? missing)
    {
        var error = Record.Exception(() => new NumberingRule("contract", NumberTemplate.Parse(notation), reset));

        if (missing is null)
        {
            Assert.Null(error);
            return;
        }
        var fault = Assert.Single(Assert.IsType<InvalidRequestException>(error).Faults);
        Assert.Equal(("Template", "numbering.rule.period"), (fault.Path, fault.Code));
        Assert.Equal([notation, missing], fault.Arguments);
    }

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        var error = Assert.Throws<InvalidRequestException>(() => new NumberingRule(
            " ", NumberTemplate.Parse("{serial:00}"), ResetPeriod.Year, -1, (Overflow)7, (NumberingMode)8));

        Assert.Equal(["Series", "Template", "FirstSerial", "Overflow", "Mode"], error.Faults.Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(0, Overflow.Widen, true)]
    [InlineData(100, Overflow.Widen, true)]
    [InlineData(-1, Overflow.Widen, false)]
    [InlineData(99, Overflow.Refuse, true)]
    [InlineData(100, Overflow.Refuse, false)]
    public void The_first_serial_is_one_that_can_be_written(long first, Overflow overflow, bool allowed)
    {
        var error = Record.Exception(() => new NumberingRule("c", NumberTemplate.Parse("{serial:00}"), ResetPeriod.Never, first, overflow));

        Assert.Equal(allowed, error is null);
        if (!allowed) Assert.Equal("FirstSerial", Assert.Single(Assert.IsType<InvalidRequestException>(error).Faults).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" requirement")]
    [InlineData("a\nb")]
    [InlineData("a\u200bb")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void The_name_of_a_series_is_short_and_clean(string series)
    {
        var error = Assert.Throws<InvalidRequestException>(
            () => new NumberingRule(series, NumberTemplate.Parse("{serial:00}"), ResetPeriod.Never));

        Assert.Equal(("Series", "numbering.rule.series"), (error.Faults[0].Path, error.Faults[0].Code));
    }

    [Fact]
    public void Two_ways_of_writing_the_name_of_a_series_are_one()
    {
        var rule = new NumberingRule("cafe\u0301", NumberTemplate.Parse("{serial:00}"), ResetPeriod.Never);
        Assert.Equal(new NumberScope("caf\u00e9", ""), rule.ScopeFor(Thursday));
    }

    [Fact, Trait("rule", "T35")]
    public void T35_an_imported_number_is_read_back_with_its_scope_and_serial()
    {
        var rule = Requirement();

        Assert.True(rule.TryRead("需求报告表140619100", out var imported));
        Assert.Equal(rule.NumberFor(Thursday, 100, Rf13), imported);
        Assert.False(rule.TryRead("需求报告表14061", out _));
        Assert.False(Requirement(Overflow.Refuse).TryRead("需求报告表140619100", out _));
    }

    [Fact]
    public void A_number_that_shows_no_date_is_read_back_with_its_scope()
    {
        var rule = new NumberingRule("complaint", NumberTemplate.Parse("投诉{serial:0000}"), ResetPeriod.Never);

        Assert.True(rule.TryRead("投诉0042", out var number));
        Assert.Equal(rule.NumberFor(Thursday, 42, Rf13), number);
    }

    [Fact]
    public void A_day_whose_year_cannot_be_shown_has_no_scope_so_that_no_serial_is_taken_for_it()
    {
        var error = Assert.Throws<InvalidRequestException>(() => Requirement().ScopeFor(new LocalDate(1999, 12, 31)));

        Assert.Equal(
            "date: The number template 需求报告表{date:yyMMdd}{serial:00} cannot show 1999-12-31: it covers the years 2000 to 2099.",
            error.Describe(CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public void Rules_are_equal_by_value()
    {
        Assert.Equal(Requirement(), Requirement());
        Assert.NotEqual(Requirement(), Requirement(Overflow.Refuse));
    }

    private static NumberingRule Requirement(Overflow overflow = Overflow.Widen) =>
        new("requirement", NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}"), ResetPeriod.Day, overflow: overflow);
}
