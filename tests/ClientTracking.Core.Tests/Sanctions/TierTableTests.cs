using ClientTracking.Errors;
using ClientTracking.Sanctions;

namespace ClientTracking.Core.Tests.Sanctions;

/// <summary>5次以内 20, 5–10次 50, 10次以上 no performance pay.</summary>
[Trait("rule", "CV-07")]
public sealed class TierTableTests
{
    private const string Forfeits = "forfeits";

    [Theory]
    [InlineData(0, "0.00", "0.00")]
    [InlineData(1, "20.00", "20.00")]
    [InlineData(4, "20.00", "20.00")]
    [InlineData(5, "20.00", "50.00")]
    [InlineData(6, "50.00", "50.00")]
    [InlineData(9, "50.00", "50.00")]
    [InlineData(10, "50.00", Forfeits)]
    [InlineData(11, Forfeits, Forfeits)]
    [InlineData(1000, Forfeits, Forfeits)]
    public void RF_92_a_boundary_two_tiers_claim_goes_to_the_milder_or_to_the_harsher(int times, string milder, string harsher)
    {
        Assert.Equal(milder, Month(BoundaryReading.Milder, MonthTotalReading.WholeMonth, times));
        Assert.Equal(harsher, Month(BoundaryReading.Harsher, MonthTotalReading.WholeMonth, times));
    }

    [Theory] // 7 times: 5 × 20 + 2 × 50, or 7 × 50
    [InlineData(1, "20.00", "20.00")]
    [InlineData(5, "100.00", "100.00")]
    [InlineData(6, "150.00", "300.00")]
    [InlineData(7, "200.00", "350.00")]
    [InlineData(10, "350.00", "500.00")]
    [InlineData(11, Forfeits, Forfeits)]
    public void RF_96_each_occurrence_costs_the_rate_of_its_tier_or_of_the_tier_reached(int times, string own, string reached)
    {
        Assert.Equal(own, Month(BoundaryReading.Milder, MonthTotalReading.EachAtItsTier, times));
        Assert.Equal(reached, Month(BoundaryReading.Milder, MonthTotalReading.EachAtReachedTier, times));
    }

    [Theory] // 4 × 20 = 80; then 50 each
    [InlineData(4, "80.00", "80.00")]
    [InlineData(5, "130.00", "250.00")]
    [InlineData(9, "330.00", "450.00")]
    [InlineData(10, Forfeits, Forfeits)]
    public void RF_96_and_CV_07_both_other_readings_together(int times, string own, string reached)
    {
        Assert.Equal(own, Month(BoundaryReading.Harsher, MonthTotalReading.EachAtItsTier, times));
        Assert.Equal(reached, Month(BoundaryReading.Harsher, MonthTotalReading.EachAtReachedTier, times));
    }

    [Fact]
    public void A_table_that_could_make_waiving_cost_more_is_refused()
    {
        Assert.Equal("Tiers[1] sanction.tier-falls", Faults(new(5, Money.Yuan(50)), new(null, Money.Yuan(20))));
        Assert.Equal("Tiers[0] sanction.tier-bounds", Faults(new Tier(5, Money.Yuan(50))));
        Assert.Equal("Tiers[1] sanction.tier-bounds", Faults(new(5, Money.Yuan(20)), new(5, Money.Yuan(50)), Tier.Forfeiture));
        Assert.Equal("Tiers[0] sanction.tier-bounds", Faults(new(0, Money.Yuan(20)), Tier.Forfeiture));
        Assert.Equal("Tiers[0] sanction.tier-forfeits", Faults(new(5, Money.Zero, Forfeits: true), new(null, Money.Yuan(50))));
        Assert.Equal("Tiers[1] sanction.tier-forfeits", Faults(new(5, Money.Yuan(20)), new(null, Money.Yuan(50), Forfeits: true)));
        Assert.Equal("Tiers[0] sanction.tier-falls", Faults(new Tier(null, Money.Yuan(-1))));
        Assert.Equal("Tiers request.required", Faults());
    }

    private static string Month(BoundaryReading boundary, MonthTotalReading reading, int times)
    {
        var plan = Facts.Reading(new() { Boundary = boundary, MonthTotals = reading });
        var statement = plan.Of("2025-05", Facts.Found("a", "RF-92", "2025-05-09 18:00", times));
        return statement.Forfeited ? Forfeits : statement.Total.ToString();
    }

    private static string Faults(params Tier[] tiers) => string.Join(
        ';', Assert.Throws<InvalidRequestException>(() => new TierTable(BoundaryReading.Milder, [.. tiers])).Faults.Select(fault => $"{fault.Path} {fault.Code}"));
}
