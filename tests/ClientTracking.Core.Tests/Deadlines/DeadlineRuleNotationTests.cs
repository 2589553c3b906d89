using System.Globalization;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Deadlines;

public sealed class DeadlineRuleNotationTests
{
    public static TheoryData<string, DeadlineRule> Canonical => new()
    {
        { "1h", DeadlineRule.Hours(1) },
        { "90min", DeadlineRule.Minutes(90) },
        { "1h^open", DeadlineRule.Hours(1).FromOpening() },
        { "8wh", DeadlineRule.WorkingHours(8) },
        { "30wmin", DeadlineRule.WorkingMinutes(30) },
        { "5wd", DeadlineRule.WorkingDays(5) },
        { "5wd@12:00", DeadlineRule.WorkingDays(5).At(new LocalTime(12, 0)) },
        { "2d", DeadlineRule.Days(2) },
        { "15d@24:00~none", DeadlineRule.Days(15).AtEndOfDay().Roll(RollRule.None) },
        { "3mo~previous", DeadlineRule.Months(3).Roll(RollRule.Previous) },
        { "1y@00:00", DeadlineRule.Years(1).At(LocalTime.Midnight) },
        { "same-day", DeadlineRule.SameDay },
        { "same-day@24:00", DeadlineRule.SameDay.AtEndOfDay() },
        { "at-once", DeadlineRule.AtOnce() },
        { "at-once+15min", DeadlineRule.AtOnce(15) },
        { "at-once+0min", DeadlineRule.AtOnce(0) },
        { "thu@cob", DeadlineRule.On(IsoDayOfWeek.Thursday) },
        { "fri@12:00", DeadlineRule.On(IsoDayOfWeek.Friday).At(new LocalTime(12, 0)) },
        { "fri@12:00~next", DeadlineRule.On(IsoDayOfWeek.Friday).At(new LocalTime(12, 0)).Roll(RollRule.Next) },
        { "1000000min", DeadlineRule.Minutes(DeadlineRule.MaxAmount) },
    };

    [Theory, MemberData(nameof(Canonical))]
    public void Text_and_code_say_the_same(string text, DeadlineRule rule)
    {
        Assert.Equal(rule, DeadlineRule.Parse(text));
        Assert.Equal(text, rule.ToString());
        Assert.True(DeadlineRule.TryParse(text, out var read));
        Assert.Equal(rule, read);
    }

    [Theory]
    [InlineData("thu", "thu@cob")]
    [InlineData("5wd@cob", "5wd")]
    [InlineData("2d@cob~next", "2d")]
    [InlineData("thu@cob~previous", "thu@cob")]
    [InlineData("at-once+30min", "at-once")]
    [InlineData("at-once+1h", "at-once+60min")]
    [InlineData("007d", "7d")]
    public void Canonical_text_leaves_defaults_out(string text, string canonical) =>
        Assert.Equal(canonical, DeadlineRule.Parse(text).ToString());

    [Theory]
    [InlineData("", "deadline.start", 0)]
    [InlineData(" 5wd", "deadline.start", 0)]
    [InlineData("-5wd", "deadline.start", 0)]
    [InlineData("wd", "deadline.start", 0)]
    [InlineData("0wd", "deadline.amount", 0)]
    [InlineData("0h", "deadline.amount", 0)]
    [InlineData("1000001h", "deadline.amount", 0)]
    [InlineData("99999999999h", "deadline.amount", 0)]
    [InlineData("5", "deadline.unit", 1)]
    [InlineData("5 wd", "deadline.unit", 1)]
    [InlineData("5WD", "deadline.unit", 1)]
    [InlineData("5w", "deadline.unit", 1)]
    [InlineData("12days", "deadline.unit", 2)]
    [InlineData("5wd@", "deadline.ending", 4)]
    [InlineData("5wd@12", "deadline.ending", 4)]
    [InlineData("5wd@9:00", "deadline.ending", 4)]
    [InlineData("5wd@24:01", "deadline.ending", 4)]
    [InlineData("5wd@12:60", "deadline.ending", 4)]
    [InlineData("5wd@+1:00", "deadline.ending", 4)]
    [InlineData("5wd@12:00:00", "deadline.trailing", 9)]
    [InlineData("8wh@cob", "deadline.ending-not-here", 3)]
    [InlineData("at-once@cob", "deadline.ending-not-here", 7)]
    [InlineData("2d~", "deadline.roll", 3)]
    [InlineData("2d~back", "deadline.roll", 3)]
    [InlineData("5wd~next", "deadline.roll-not-here", 3)]
    [InlineData("same-day~next", "deadline.roll-not-here", 8)]
    [InlineData("2d~none@24:00", "deadline.trailing", 7)]
    [InlineData("8wh^open", "deadline.start-not-here", 3)]
    [InlineData("1h^close", "deadline.opening", 2)]
    [InlineData("at-once+", "deadline.amount", 8)]
    [InlineData("at-once+15", "deadline.grace", 10)]
    [InlineData("at-once+15wd", "deadline.grace", 10)]
    [InlineData("at-once+999999h", "deadline.amount", 8)]
    [InlineData("at-once-5min", "deadline.trailing", 7)]
    [InlineData("thursday", "deadline.trailing", 3)]
    public void Unreadable_text_names_the_fault_and_its_position(string text, string code, int position)
    {
        var error = Assert.Throws<NotationException>(() => DeadlineRule.Parse(text));
        Assert.Equal((code, position, text), (error.Code, error.Position, error.Notation));
        Assert.False(DeadlineRule.TryParse(text, out _));
    }

    [Fact]
    public void Faults_are_told_in_both_languages_with_the_position_counted_from_one()
    {
        var error = Assert.Throws<NotationException>(() => DeadlineRule.Parse("5wd@25:00"));
        Assert.Equal("'5wd@25:00', position 5: after @ stands cob, 24:00 or a time HH:mm.", error.Describe(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("“5wd@25:00”第 5 个字符：@ 后应为 cob（下班时）、24:00 或 HH:mm 时刻。", error.Describe(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void What_a_unit_cannot_have_is_refused_in_code_too()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.WorkingDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Days(DeadlineRule.MaxAmount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.AtOnce(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.On(IsoDayOfWeek.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Days(1).At(new LocalTime(12, 0, 1)));
        Assert.Throws<InvalidOperationException>(() => DeadlineRule.Hours(1).AtEndOfDay());
        Assert.Throws<InvalidOperationException>(() => DeadlineRule.WorkingDays(1).Roll(RollRule.Next));
        Assert.Throws<InvalidOperationException>(() => DeadlineRule.Days(1).FromOpening());
        Assert.Throws<ArgumentNullException>(() => DeadlineRule.Parse(null!));
        Assert.False(DeadlineRule.TryParse(null, out _));
    }

    [Fact]
    public void The_default_value_is_a_rule() => Assert.Equal(DeadlineRule.SameDay, default);

    [Fact]
    public void Every_rule_reads_back_from_its_text() => Any.Rule.Sample(rule => DeadlineRule.Parse(rule.ToString()) == rule);

    [Fact]
    public void No_text_whatever_breaks_the_reader() =>
        Gen.Char["0159hmindwoycbatesrlp-+@~^:"].Array[0, 12].Select(letters => new string(letters))
            .Sample(text => !DeadlineRule.TryParse(text, out var rule) || DeadlineRule.Parse(rule.ToString()) == rule);
}
