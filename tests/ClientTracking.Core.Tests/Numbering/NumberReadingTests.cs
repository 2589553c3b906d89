using ClientTracking.Numbering;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Numbering;

public sealed class NumberReadingTests
{
    private static readonly string[] Notations =
    [
        "需求报告表{date:yyMMdd}{serial:00}", "{serial:0}", "{date:yyyy}{serial:000}", "{date:MM}9{serial:0}", "1{serial:00}-{date:dd/MM/yyyy}",
        "{serial:00}𠮷{date:dd}", "{{{date:yyyy年MM月}}}{serial:000000000000000000}号📄", "{date:MM-dd}{serial:0}",
    ];

    private static readonly Gen<string> GenNotation = Gen.Int[0, Notations.Length - 1].Select(index => Notations[index]);

    private static readonly Gen<LocalDate> GenDate =
        Gen.Int[0, 36524].Select(days => new LocalDate(2000, 1, 1).PlusDays(days)); // 2000-01-01 to 2099-12-31

    private static readonly Gen<long> GenSerial =
        Gen.OneOf(Gen.Long[0, 9], Gen.Long[90, 110], Gen.Long[990, 1010], Gen.Long[0, long.MaxValue], Gen.Const(long.MaxValue));

    [Fact, Trait("rule", "RF-13")]
    public void What_is_written_is_read_back_whatever_the_width_of_the_serial()
    {
        Gen.Select(GenNotation, GenDate, GenSerial).Sample((notation, date, serial) =>
        {
            var template = NumberTemplate.Parse(notation);
            var read = template.TryRead(template.Format(date, serial), out var reading);
            return read && reading.Serial == serial
                && reading.Year == (notation.Contains("yy", StringComparison.Ordinal) ? date.Year : null)
                && reading.Month == (notation.Contains("MM", StringComparison.Ordinal) ? date.Month : null)
                && reading.Day == (notation.Contains("dd", StringComparison.Ordinal) ? date.Day : null);
        });
    }

    [Fact]
    public void Whatever_is_read_is_written_as_the_same_text()
    {
        var template = NumberTemplate.Parse("A{date:yyMMdd}-{serial:00}");
        var read = 0;
        Gen.Select(Gen.Int[0, 199999], Gen.Int[0, 1200], Gen.Int[1, 4]).Sample((day, serial, width) =>
        {
            var text = $"A{day:D6}-{serial.ToString("D" + width, null)}";
            if (!template.TryRead(text, out var reading)) return true;
            Interlocked.Increment(ref read);
            return template.Format(reading.Date!.Value, reading.Serial) == text;
        }, iter: 2000, threads: 1);
        Assert.True(read > 0, "No text was readable, so nothing was checked.");
    }

    [Theory]
    [InlineData("需求报告表14061903", true)]
    [InlineData("需求报告表140619100", true)]
    [InlineData("需求报告表12022901", true)] // 2012 is a leap year
    [InlineData("需求报告表14022901", false)] // 2014 is not
    [InlineData("需求报告表14063101", false)]
    [InlineData("需求报告表14130101", false)]
    [InlineData("需求报告表14000101", false)]
    [InlineData("需求报告表14060001", false)]
    [InlineData("需求报告表1406193", false)] // one digit, the template has two
    [InlineData("需求报告表140619003", false)] // widened with a zero nobody wrote
    [InlineData("需求报告表140619０３", false)] // full-width digits
    [InlineData("需求报告表140619-3", false)]
    [InlineData("需求报告表 14061903", false)]
    [InlineData("需求报告14061903", false)]
    [InlineData("14061903", false)]
    [InlineData("需求报告表1406199223372036854775807", true)]
    [InlineData("需求报告表1406199223372036854775808", false)] // one more than a serial can be
    [InlineData("需求报告表14061999999999999999999999", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_what_the_template_writes_is_read(string? text, bool readable)
    {
        Assert.Equal(readable, NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}").TryRead(text, out _));
    }

    [Fact]
    public void Two_digits_of_a_year_are_read_as_2000_to_2099()
    {
        var template = NumberTemplate.Parse("{date:yyMMdd}{serial:0}");

        Assert.True(template.TryRead("0001011", out var first));
        Assert.True(template.TryRead("9912311", out var last));
        Assert.Equal(new LocalDate(2000, 1, 1), first.Date);
        Assert.Equal(new LocalDate(2099, 12, 31), last.Date);
    }

    [Fact]
    public void A_template_without_the_year_reads_29_February_and_has_no_date()
    {
        Assert.True(NumberTemplate.Parse("{date:MMdd}-{serial:0}").TryRead("0229-5", out var reading));

        Assert.Null(reading.Date);
        Assert.Null(reading.Year);
        Assert.Equal((2, 29, 5L), (reading.Month, reading.Day, reading.Serial));
    }

    [Fact]
    public void The_year_0000_is_no_year()
    {
        Assert.False(NumberTemplate.Parse("{date:yyyy}{serial:0}").TryRead("00001", out _));
    }
}
