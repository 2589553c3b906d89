using System.Text.Json;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using CsCheck;

namespace ClientTracking.Core.Tests.Sanctions;

[Trait("rule", "CV-14")]
public sealed class MoneyTests
{
    [Theory]
    [InlineData("110.00", 11000, "110.00")]
    [InlineData("110", 11000, "110.00")]
    [InlineData("110.5", 11050, "110.50")]
    [InlineData("0.01", 1, "0.01")]
    [InlineData("-0.05", -5, "-0.05")]
    [InlineData("-12.30", -1230, "-12.30")]
    [InlineData("92233720368547758.07", long.MaxValue, "92233720368547758.07")]
    [InlineData("-92233720368547758.08", long.MinValue, "-92233720368547758.08")]
    public void An_amount_is_read_and_written(string text, long fen, string written)
    {
        Assert.Equal(fen, Money.Parse(text).Fen);
        Assert.Equal(written, new Money(fen).ToString());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-", 1)]
    [InlineData(".5", 0)]
    [InlineData("1.", 2)]
    [InlineData("1.005", 4)]
    [InlineData("1,000", 1)]
    [InlineData("+1", 0)]
    [InlineData(" 1", 0)]
    [InlineData("１", 0)]
    [InlineData("1e3", 1)]
    public void What_is_no_amount_is_refused_where_it_stops_being_one(string text, int position)
    {
        var error = Assert.Throws<NotationException>(() => Money.Parse(text));
        Assert.Equal(("money.malformed", position), (error.Code, error.Position));
    }

    [Theory]
    [InlineData("92233720368547758.08")]
    [InlineData("-92233720368547758.09")]
    [InlineData("922337203685477580")]
    public void An_amount_that_does_not_fit_is_refused(string text) =>
        Assert.Equal("money.too-large", Assert.Throws<NotationException>(() => Money.Parse(text)).Code);

    [Fact]
    public void Sums_that_do_not_fit_are_refused_and_never_wrap_around()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => Money.Yuan(long.MaxValue));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue).Percent(200));
    }

    [Fact]
    public void Two_currencies_do_not_mix()
    {
        Assert.Throws<InvalidOperationException>(() => Money.Yuan(1) + new Money(1, "USD"));
        Assert.Throws<InvalidOperationException>(() => Money.Yuan(1) < new Money(1, "USD"));
        Assert.NotEqual(new Money(1), new Money(1, "USD"));
        Assert.Equal(new Money(1), new Money(1, "CNY"));
        Assert.Equal("CNY", default(Money).Currency);
        Assert.Throws<ArgumentException>(() => new Money(1, "yuan"));
    }

    [Theory] // 1234.56 × 12.5 % = 154.32 exactly; 0.05 × 50 % = 0.025; 0.15 × 50 % = 0.075; 10.01 × 33.3333 % = 3.336663…
    [InlineData(123456, "12.5", 15432, 15432, 15432, 15432)]
    [InlineData(5, "50", 2, 3, 2, 3)]
    [InlineData(15, "50", 7, 8, 8, 8)]
    [InlineData(-5, "50", -2, -3, -2, -3)]
    [InlineData(1001, "33.3333", 333, 334, 334, 334)]
    [InlineData(1001, "0", 0, 0, 0, 0)]
    [InlineData(1, "0.0001", 0, 0, 0, 1)]
    public void A_share_is_rounded_as_named(long fen, string percent, long down, long halfUp, long halfEven, long up)
    {
        var share = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(down, new Money(fen).Percent(share).Fen);
        Assert.Equal(halfUp, new Money(fen).Percent(share, MoneyRounding.HalfUp).Fen);
        Assert.Equal(halfEven, new Money(fen).Percent(share, MoneyRounding.HalfEven).Fen);
        Assert.Equal(up, new Money(fen).Percent(share, MoneyRounding.Up).Fen);
    }

    [Fact]
    public void A_share_finer_than_four_decimals_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Money.Yuan(1).Percent(0.00001m));

    [Theory]
    [InlineData("1000.00", new long[] { 1, 1, 1 }, "333.34 333.33 333.33")]
    [InlineData("0.02", new long[] { 1, 1, 1 }, "0.01 0.01 0.00")]
    [InlineData("-0.05", new long[] { 1, 1 }, "-0.03 -0.02")]
    [InlineData("100.00", new long[] { 1, 2, 0 }, "33.33 66.67 0.00")]
    [InlineData("92233720368547758.07", new[] { long.MaxValue, long.MaxValue }, "46116860184273879.04 46116860184273879.03")]
    public void Shares_lose_no_fen(string amount, long[] weights, string shares) =>
        Assert.Equal(shares, string.Join(' ', Money.Parse(amount).Allocate(weights)));

    [Fact]
    public void Weights_are_not_negative_and_not_all_nothing()
    {
        Assert.Throws<ArgumentException>(() => Money.Yuan(1).Allocate(0, 0));
        Assert.Throws<ArgumentException>(() => Money.Yuan(1).Allocate(2, -1));
        Assert.Throws<ArgumentException>(() => Money.Yuan(1).Allocate());
    }

    [Fact]
    public void Shares_always_add_up_and_none_is_a_fen_off() => Gen.Select(Gen.Long, Gen.Long[0, 1_000_000].Array[1, 12]).Sample((fen, weights) =>
    {
        weights[0]++;
        var shares = new Money(fen).Allocate(weights);
        Assert.Equal((Int128)fen, shares.Aggregate((Int128)0, (sum, share) => sum + share.Fen));
        var whole = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        for (var i = 0; i < weights.Length; i++) Assert.True(Int128.Abs((shares[i].Fen * whole) - (fen * (Int128)weights[i])) < whole);
    });

    [Fact]
    public void What_is_written_is_read_back() => Gen.Long.Sample(fen => Assert.Equal(new Money(fen), Money.Parse(new Money(fen).ToString())));

    [Theory]
    [InlineData(11000, "CNY", "11000")]
    [InlineData(-1, "USD", "\"-1 USD\"")]
    public void It_is_stored_as_whole_fen(long fen, string currency, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(new Money(fen, currency)));
        Assert.Equal(new Money(fen, currency), JsonSerializer.Deserialize<Money>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>("\"1.00 yuan\""));
    }
}
