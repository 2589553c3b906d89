using ClientTracking.Confidentiality;
using ClientTracking.Errors;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Unicode tricks and injection in texts people search by.</summary>
public sealed class FilterTextTests
{
    [Theory]
    [InlineData("王芳", "王芳")]
    [InlineData("", "")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("'; DROP TABLE subjects; --", "'; DROP TABLE subjects; --")]
    [InlineData("{\"$ne\":null}", "{\"$ne\":null}")]
    [InlineData("%_[]^", "%_[]^")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("Ａ１", "Ａ１")]
    public void A_text_is_a_value_in_its_one_normal_form(string value, string expected)
    {
        var faults = new FaultList();
        Assert.Equal(expected, FilterText.Normalize(faults, "client", value, 50));
        Assert.Equal(0, faults.Count);
    }

    [Theory]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\u200bb", "U+200B")]
    [InlineData("a\u200db", "U+200D")]
    [InlineData("a\u2060b", "U+2060")]
    [InlineData("\ufeffab", "U+FEFF")]
    [InlineData("a\u00adb", "U+00AD")]
    [InlineData("a\u202eb", "U+202E")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\u3164b", "U+3164")]
    [InlineData("a\ufe0fb", "U+FE0F")]
    [InlineData("a\u2800b", "U+2800")]
    [InlineData("a\ue000b", "U+E000")]
    [InlineData("a\U000e0041b", "U+E0041")]
    [InlineData("a\U000e0100b", "U+E0100")]
    public void A_character_that_is_not_seen_is_a_fault(string value, string named)
    {
        var fault = Fault(value);
        Assert.Equal(("client", "request.unseen-character", named), (fault.Path, fault.Code, fault.Arguments[0]));
    }

    [Fact]
    public void Half_a_character_is_a_fault_not_an_exception()
    {
        Assert.Equal("request.unseen-character", Fault("a" + '\ud800').Code);
        Assert.Equal("request.unseen-character", Fault('\udc00' + "a").Code);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void An_over_long_text_is_a_fault_also_when_it_is_one_character_with_many_marks(int length, bool fits)
    {
        foreach (var value in new[] { new string('长', length), "a" + new string('\u0301', length - 1) })
        {
            var faults = new FaultList();
            Assert.Equal(fits, FilterText.Normalize(faults, "client", value, 50) is not null);
            Assert.Equal(fits ? 0 : 1, faults.Count);
        }
    }

    [Fact]
    public void A_look_alike_stays_another_text() => Assert.NotEqual(
        FilterText.Normalize(new(), "client", "аcme", 50), FilterText.Normalize(new(), "client", "acme", 50), StringComparer.Ordinal);

    [Fact]
    public void No_text_is_no_filter() => Assert.Null(FilterText.Normalize(new(), "client", null, 50));

    private static Fault Fault(string value)
    {
        var faults = new FaultList();
        Assert.Null(FilterText.Normalize(faults, "client", value, 50));
        return Assert.Single(faults.Found);
    }
}
