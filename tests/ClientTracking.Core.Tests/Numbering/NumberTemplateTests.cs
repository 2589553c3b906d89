using ClientTracking.Errors;
using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Core.Tests.Numbering;

public sealed class NumberTemplateTests
{
    private static readonly LocalDate Thursday = new(2014, 6, 19);
    private static readonly NumberTemplate Requirement = NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}");

    [Theory, Trait("rule", "RF-13")]
    [InlineData(1, "需求报告表14061901", "14061901")]
    [InlineData(3, "需求报告表14061903", "14061903")]
    [InlineData(99, "需求报告表14061999", "14061999")]
    [InlineData(100, "需求报告表140619100", "140619100")]
    [InlineData(0, "需求报告表14061900", "14061900")]
    [InlineData(long.MaxValue, "需求报告表1406199223372036854775807", "1406199223372036854775807")]
    public void RF13_number_is_the_title_the_day_and_a_serial_that_widens(long serial, string text, string bare)
    {
        Assert.Equal(text, Requirement.Format(Thursday, serial));
        Assert.Equal(bare, Requirement.FormatBare(Thursday, serial));
    }

    [Theory]
    [InlineData("{date:yyyy-MM-dd}/{serial:0000}", "2014-06-19/0007", "201406190007")]
    [InlineData("{date:yyyy年MM月dd日}第{serial:0}号", "2014年06月19日第7号", "201406197")]
    [InlineData("{serial:000}-{date:dd.MM.yy}", "007-19.06.14", "007190614")]
    [InlineData("BUG{date:yyyy}_{date:MM}-{serial:00}", "BUG2014_06-07", "20140607")]
    [InlineData("{{甲}}{serial:00}", "{甲}07", "07")]
    [InlineData("合同2号-{serial:00}", "合同2号-07", "07")]
    [InlineData("📄{serial:00}👪", "📄07👪", "07")]
    [InlineData("𠮷𠀀{date:yy}{serial:00}𪚥", "𠮷𠀀1407𪚥", "1407")]
    public void Every_form_of_token_and_literal_is_written(string notation, string text, string bare)
    {
        var template = NumberTemplate.Parse(notation);

        Assert.Equal(text, template.Format(Thursday, 7));
        Assert.Equal(bare, template.FormatBare(Thursday, 7));
        Assert.True(template.TryRead(text, out var reading));
        Assert.Equal(7, reading.Serial);
        Assert.Equal(notation, template.ToString());
    }

    [Theory]
    [InlineData("{date:yy}{serial:0}", 1999, false)]
    [InlineData("{date:yy}{serial:0}", 2000, true)]
    [InlineData("{date:yy}{serial:0}", 2099, true)]
    [InlineData("{date:yy}{serial:0}", 2100, false)]
    [InlineData("{date:yyyy}{serial:0}", 1999, true)]
    [InlineData("{date:yyyy}{serial:0}", 0, false)]
    public void A_year_the_template_cannot_tell_from_another_is_refused(string notation, int year, bool shown)
    {
        var template = NumberTemplate.Parse(notation);
        var error = Record.Exception(() => template.Format(new LocalDate(year, 1, 1), 1));

        Assert.Equal(shown, error is null);
        if (!shown) Assert.Equal("numbering.date-outside", Assert.Single(Assert.IsType<InvalidRequestException>(error).Faults).Code);
    }

    [Fact]
    public void A_date_of_another_calendar_is_written_as_the_same_day()
    {
        Assert.Equal("需求报告表14061903", Requirement.Format(Thursday.WithCalendar(CalendarSystem.HebrewCivil), 3));
    }

    [Fact]
    public void A_negative_serial_is_a_programming_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Requirement.Format(Thursday, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Requirement.FormatBare(Thursday, -1));
    }

    [Fact]
    public void Templates_are_equal_when_their_notations_are()
    {
        var same = NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}");

        Assert.True(Requirement == same);
        Assert.Equal(Requirement.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Requirement, NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:000}"));
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(2, 99)]
    [InlineData(18, 999_999_999_999_999_999)]
    public void Capacity_is_the_largest_serial_of_that_many_digits(int digits, long capacity)
    {
        var template = NumberTemplate.Parse($"{{serial:{new string('0', digits)}}}");

        Assert.Equal(digits, template.SerialDigits);
        Assert.Equal(capacity, template.SerialCapacity);
        Assert.Equal(digits, template.Format(Thursday, capacity).Length);
        Assert.Equal(digits + 1, template.Format(Thursday, capacity + 1).Length);
    }

    [Fact]
    public void The_longest_template_with_the_longest_serial_stays_within_the_promised_length()
    {
        var title = new string('長', NumberTemplate.MaxNotationLength - "{serial:0}".Length);
        var text = NumberTemplate.Parse(title + "{serial:0}").Format(Thursday, long.MaxValue);

        Assert.Equal(title + "9223372036854775807", text);
        Assert.True(text.Length <= NumberTemplate.MaxTextLength);
    }
}
