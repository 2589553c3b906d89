using System.Text.Json;
using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Core.Tests.Numbering;

public sealed class DocumentNumberTests
{
    private static readonly NumberScope Scope = new("requirement", "2014-06-19");

    [Fact, Trait("rule", "T34")]
    public void T34_100_comes_after_99_whatever_the_texts_say()
    {
        var rule = new NumberingRule("requirement", NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}"), ResetPeriod.Day);
        var numbers = new long[] { 100, 9, 1000, 99, 101, 10 }
            .Select(serial => rule.NumberFor(new LocalDate(2014, 6, 19), serial, new RuleId("RF-13")));

        Assert.Equal([9, 10, 99, 100, 101, 1000], numbers.Order().Select(number => number.Serial));
    }

    [Fact]
    public void Numbers_are_ordered_by_series_then_period_then_serial()
    {
        DocumentNumber[] ordered =
        [
            Number("bug", "2014-06-20", 2), Number("requirement", "2014-05-31", 100), Number("requirement", "2014-06-19", 9),
            Number("requirement", "2014-06-19", 10),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order());
        Assert.True(ordered[0] < ordered[1] && ordered[3] > ordered[2] && ordered[1] >= ordered[1] && ordered[1] <= ordered[1]);
        Assert.True(null < ordered[0]);
        Assert.True(ordered[0].Scope < ordered[1].Scope && ordered[2].Scope <= ordered[3].Scope && ordered[2].Scope >= ordered[1].Scope);
    }

    [Fact]
    public void Order_agrees_with_equality()
    {
        var number = new DocumentNumber(Scope, 3, "A3", "3");

        Assert.Equal(0, number.CompareTo(new DocumentNumber(Scope, 3, "A3", "3")));
        Assert.NotEqual(0, number.CompareTo(new DocumentNumber(Scope, 3, "B3", "3")));
        Assert.NotEqual(0, number.CompareTo(new DocumentNumber(Scope, 3, "A3", "03")));
    }

    [Fact]
    public void Nonsense_is_a_programming_mistake()
    {
        Assert.Throws<ArgumentException>(() => new NumberScope("", "2014"));
        Assert.Throws<ArgumentNullException>(() => new NumberScope("a", null!));
        Assert.Throws<ArgumentException>(() => new DocumentNumber(default, 1, "A1", "1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentNumber(Scope, -1, "A1", "1"));
        Assert.Throws<ArgumentException>(() => new DocumentNumber(Scope, 1, "", "1"));
    }

    [Fact]
    public void A_number_survives_JSON()
    {
        var number = new DocumentNumber(Scope, 3, "需求报告表14061903", "14061903");

        Assert.Equal(number, JsonSerializer.Deserialize<DocumentNumber>(JsonSerializer.Serialize(number)));
    }

    private static DocumentNumber Number(string series, string period, long serial) =>
        new(new NumberScope(series, period), serial, "x", "");
}
