using ClientTracking.Numbering;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Numbering;

[Trait("rule", "T36")]
public sealed class NumberingRuleClashTests
{
    [Theory]
    [InlineData("需求{date:yyMMdd}{serial:00}", "缺陷{date:yyMMdd}{serial:00}", false)] // another title
    [InlineData("R{serial:00}", "RB{serial:00}", false)]
    [InlineData("R{serial:00}", "R{serial:00}", true)] // one text, two series
    [InlineData("R{serial:00}", "r{serial:00}", false)] // stores compare ordinally
    [InlineData("R{serial:00}", "R{serial:0000}", true)] // R1000 by widening
    [InlineData("R{serial:00}", "R1{serial:00}", true)] // R1 05 and R105
    [InlineData("R{serial:00}", "R-{serial:00}", false)]
    [InlineData("R{serial:00}", "R１{serial:00}", false)] // a full-width digit is no digit of a serial
    [InlineData("R{date:yyMMdd}{serial:00}", "R{date:yyyyMM}{serial:00}", true)] // R201201 01: 2012-01 no. 01; 2020-12-01 no. 01
    [InlineData("R{date:yyMM}{serial:0000}", "R{date:yyMMdd}{serial:00}", true)] // R14061903
    [InlineData("R{date:yyyy}-{serial:0}", "R{date:yyMM}-{serial:0}", true)] // R2012-1
    [InlineData("R{date:yyyy}-{serial:0}", "R{date:yyMMdd}-{serial:0}", false)] // the dash stands elsewhere
    [InlineData("{serial:0}A", "{serial:0}B", false)]
    [InlineData("{serial:0}-1", "1-{serial:0}", true)] // 1-1
    [InlineData("{serial:0}-{date:yyyy}", "{date:yyyy}-{serial:0}", true)] // 2014-2014
    [InlineData("{serial:0}", "{date:yyyyMMdd}-{serial:0}", false)]
    [InlineData("需{serial:00}", "𠮷{serial:00}", false)]
    public void Two_series_clash_when_a_text_can_be_of_both(string a, string b, bool clash)
    {
        Assert.Equal(clash, NumberingRule.Clashes(Rule("a", a), Rule("b", b)));
        Assert.Equal(clash, NumberingRule.Clashes(Rule("b", b), Rule("a", a)));
    }

    [Fact]
    public void Numbers_that_may_not_widen_do_not_clash_with_longer_ones()
    {
        var two = Rule("a", "R{serial:00}", Overflow.Refuse);

        Assert.False(NumberingRule.Clashes(two, Rule("b", "R{serial:000}")));
        Assert.False(NumberingRule.Clashes(two, Rule("b", "R1{serial:00}")));
        Assert.True(NumberingRule.Clashes(two, Rule("b", "R1{serial:0}"))); // R15
        Assert.True(NumberingRule.Clashes(Rule("b", "R{serial:0}"), two)); // R10 by widening
    }

    [Fact]
    public void One_run_of_serials_does_not_clash_with_itself_also_when_its_template_is_padded_anew()
    {
        var rule = Rule("a", "R{date:yy}{serial:00}", reset: ResetPeriod.Year);

        Assert.False(NumberingRule.Clashes(rule, rule));
        Assert.False(NumberingRule.Clashes(rule, Rule("a", "R{date:yy}{serial:0000}", reset: ResetPeriod.Year)));
        Assert.True(NumberingRule.Clashes(rule, Rule("a", "R{date:yy}{serial:00}", reset: ResetPeriod.Never))); // two counters
        Assert.True(NumberingRule.Clashes(rule, Rule("a", "R{date:yy}1{serial:00}", reset: ResetPeriod.Year))); // no. 105 and no. 05
    }

    [Fact]
    public void No_text_of_two_rules_that_do_not_clash_is_the_same()
    {
        var piece = OneOf("A", "1", "20", "-", "{date:yy}", "{date:yyyy}", "{date:MM}", "{date:dd}");
        var rule = Gen.Select(piece.Array[0, 3], OneOf("{serial:0}", "{serial:00}", "{serial:000}"), piece.Array[0, 1], Gen.Bool)
            .Where(it => NumberTemplate.TryParse(Join(it.Item1, it.Item2, it.Item3), out _))
            .Select(it => (Notation: Join(it.Item1, it.Item2, it.Item3), Overflow: it.Item4 ? Overflow.Refuse : Overflow.Widen));
        var date = Gen.Int[0, 36524].Select(days => new LocalDate(2000, 1, 1).PlusDays(days));
        var same = 0;
        var apart = 0;

        Gen.Select(rule, rule, date, Gen.Int[0, 20120]).Sample((left, right, day, serial) =>
        {
            var (a, b) = (Rule("a", left.Notation, left.Overflow), Rule("b", right.Notation, right.Overflow));
            var clash = NumberingRule.Clashes(a, b);
            if (clash != NumberingRule.Clashes(b, a)) return false;
            if (!clash) apart++;
            if (serial > a.LastSerial || !b.TryRead(a.NumberFor(day, serial, default).Text, out _)) return true;
            same++;
            return clash;
        }, iter: 20_000, threads: 1);

        Assert.True(same > 100 && apart > 100, $"Too few cases to mean something: {same} equal texts, {apart} pairs apart.");
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Join(string[] before, string serial, string[] after) => string.Concat(before) + serial + string.Concat(after);

    private static NumberingRule Rule(
        string series, string notation, Overflow overflow = Overflow.Widen, ResetPeriod reset = ResetPeriod.Never) =>
        new(series, NumberTemplate.Parse(notation), reset, overflow: overflow);
}
