using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Numbering;

namespace ClientTracking.Core.Tests.Numbering;

public sealed class NumberTemplateNotationTests
{
    [Theory]
    [InlineData("", "serial-missing", 0)]
    [InlineData("需求报告表", "serial-missing", 5)]
    [InlineData("𠮷{date:yy}", "serial-missing", 11)]
    [InlineData("{{serial:00}}", "serial-missing", 13)]
    [InlineData("A{serial:00", "unclosed", 11)]
    [InlineData("{", "unclosed", 1)]
    [InlineData("A}{serial:0}", "stray-brace", 1)]
    [InlineData("{serial:0}}", "stray-brace", 10)]
    [InlineData("{year}{serial:0}", "unknown-token", 1)]
    [InlineData("{}{serial:0}", "unknown-token", 1)]
    [InlineData("{Date:yy}{serial:0}", "unknown-token", 1)]
    [InlineData("{date}{serial:0}", "unknown-token", 1)]
    [InlineData("{date:}{serial:0}", "date-part", 6)]
    [InlineData("{date:-}{serial:0}", "date-part", 7)]
    [InlineData("{date:yyMd}{serial:0}", "date-part", 8)]
    [InlineData("{date:yyy}{serial:0}", "date-part", 8)]
    [InlineData("{date:yyMMddHH}{serial:0}", "date-part", 12)]
    [InlineData("{date:yyMMM}{serial:0}", "date-part", 10)]
    [InlineData("{date:yy{serial:0}", "date-part", 8)]
    [InlineData("{date:yyyyyy}{serial:0}", "date-repeated", 10)]
    [InlineData("{date:yy}{date:MMyy}{serial:0}", "date-repeated", 17)]
    [InlineData("{serial:}", "serial-pattern", 8)]
    [InlineData("{serial:01}", "serial-pattern", 9)]
    [InlineData("{serial:##}", "serial-pattern", 8)]
    [InlineData("{serial:0000000000000000000}", "serial-pattern", 26)]
    [InlineData("{serial:0}-{serial:0}", "serial-repeated", 11)]
    [InlineData("A{serial:00}7", "ambiguous", 12)]
    [InlineData("{serial:00}７", "ambiguous", 11)]
    [InlineData("{serial:00}𝟕", "ambiguous", 11)]
    [InlineData("{serial:00}{date:yy}", "ambiguous", 17)]
    [InlineData("A\t{serial:0}", "character", 1)]
    [InlineData("A\u2028{serial:0}", "character", 1)]
    [InlineData("需求\u200b{serial:0}", "character", 2)]
    [InlineData("\ufeff需求{serial:0}", "character", 0)]
    [InlineData("{serial:0}\u202eA", "character", 10)]
    [InlineData("A\ue000{serial:0}", "character", 1)]
    [InlineData("{serial\u200b:0}", "unknown-token", 1)]
    [InlineData("｛serial:00｝", "serial-missing", 11)]
    [InlineData("{serial:００}", "serial-pattern", 8)]
    [InlineData("{ｄate:yy}{serial:0}", "unknown-token", 1)]
    public void What_is_wrong_is_named_with_its_position(string notation, string code, int position)
    {
        var error = Assert.Throws<NotationException>(() => NumberTemplate.Parse(notation));

        Assert.Equal("numbering.template." + code, error.Code);
        Assert.Equal(position, error.Position);
        Assert.False(NumberTemplate.TryParse(notation, out _));
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        // Not inline data: a lone surrogate does not survive as an attribute's argument.
        var error = Assert.Throws<NotationException>(() => NumberTemplate.Parse("A" + "𠮷"[0] + "{serial:0}"));

        Assert.Equal("numbering.template.character", error.Code);
        Assert.Equal(1, error.Position);
    }

    [Fact]
    public void One_character_too_many_is_refused_where_it_stands()
    {
        var longest = new string('A', NumberTemplate.MaxNotationLength - 10) + "{serial:0}";
        var error = Assert.Throws<NotationException>(() => NumberTemplate.Parse("A" + longest));

        Assert.True(NumberTemplate.TryParse(longest, out _));
        Assert.Equal("numbering.template.too-long", error.Code);
        Assert.Equal(64, error.Position);
    }

    /// <summary>A letter of two parts is one character as it is written and two in normal form C; fifty-four of them and ten more are 64, and 118.</summary>
    [Theory]
    [InlineData(27, true)]
    [InlineData(28, false)]
    [InlineData(54, false)]
    public void What_its_normal_form_makes_too_long_is_refused(int letters, bool sound)
    {
        var notation = new string('\u0958', letters) + "{serial:0}";
        Assert.Equal(sound, NumberTemplate.TryParse(notation, out var template));
        if (sound) Assert.Equal(2 * letters, template!.Format(new(2014, 6, 19), 1).Length - 1);
        else Assert.Equal("numbering.template.too-long", Assert.Throws<NotationException>(() => NumberTemplate.Parse(notation)).Code);
    }

    [Theory]
    [InlineData("Cafe\u0301{date:yy}{serial:00}", "Caf\u00e9{date:yy}{serial:00}", "Caf\u00e91403")]
    [InlineData("\u212b{serial:00}", "A\u030a{serial:00}", "\u00c503")]
    [InlineData("\u1112\u1161\u11ab{serial:00}", "한{serial:00}", "한03")]
    [InlineData("{serial:00}\u0301", "{serial:00}\u0301", "03\u0301")]
    public void Two_ways_of_writing_one_template_are_one_and_write_the_same_number(string one, string other, string number)
    {
        var (first, second) = (NumberTemplate.Parse(one), NumberTemplate.Parse(other));
        Assert.Equal(first, second);
        Assert.All([first, second], template => Assert.Equal(number, template.Format(new(2014, 6, 19), 3)));
        Assert.True(first.TryRead(number, out var read));
        Assert.Equal(3, read.Serial);
    }

    [Theory]
    [InlineData("Ａ{serial:00}", "A{serial:00}")]
    [InlineData("\u0410{serial:00}", "A{serial:00}")]
    public void What_only_looks_alike_is_another_template(string one, string other) =>
        Assert.NotEqual(NumberTemplate.Parse(one), NumberTemplate.Parse(other));

    [Fact]
    public void Nothing_at_all_is_a_programming_mistake_for_Parse_and_no_template_for_TryParse()
    {
        Assert.Throws<ArgumentNullException>(() => NumberTemplate.Parse(null!));
        Assert.False(NumberTemplate.TryParse(null, out _));
    }

    [Fact]
    public void A_separator_between_serial_and_date_is_enough_also_inside_the_token()
    {
        Assert.True(NumberTemplate.TryParse("{serial:00}-{date:yy}", out _));
        Assert.True(NumberTemplate.TryParse("{serial:00}{date:-yy}", out _));
    }

    [Fact]
    public void Every_notation_error_has_a_text_in_both_languages_that_names_the_position_counted_from_one()
    {
        string[] broken =
        [
            "", "{", "A}", "{x}", "{date:M}", "{date:yyyy/yy}", "{serial:1}", "{serial:0}{serial:0}", "{serial:0}1", "\t",
            new string('A', 65),
        ];
        var errors = broken.Select(notation => Assert.Throws<NotationException>(() => NumberTemplate.Parse(notation))).ToList();

        Assert.Equal(11, errors.Select(error => error.Code).Distinct().Count());
        Assert.All(errors, error =>
        {
            Assert.Contains($"position {error.Position + 1}:", error.Describe(CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal);
            Assert.Contains($"第 {error.Position + 1} 位", error.Describe(CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
        });
    }
}
