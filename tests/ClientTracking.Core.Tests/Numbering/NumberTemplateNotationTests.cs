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
