using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

public sealed class RequirementPresetTests
{
    [Fact]
    public void RF_90_to_RF_95_and_RF_A1_to_RF_A5_belong_to_the_published_regulation()
    {
        var plan = RequirementFollowUpRegulation.Published.Sanctions;
        Assert.Equal(["RF-90", "RF-91", "RF-92", "RF-93", "RF-94", "RF-95"], plan.Rules.Select(rule => rule.Id.Value));
        Assert.Equal(["RF-A1", "RF-A2", "RF-A3", "RF-A4", "RF-A5"], plan.Rewards.Select(rule => rule.Id.Value));
        Assert.Equal(
            ["100.00–1000.00", "100.00–1000.00", "1000.00–2000.00", "50.00–500.00", ""], plan.Rewards.Select(rule => rule.Range?.ToString() ?? ""));
    }

    [Theory]
    [InlineData("RF-30", false, "RF-90", "RF-90")]
    [InlineData("RF-60", false, "RF-90", "RF-90")]
    [InlineData("RF-45", false, "RF-91", "RF-91")]
    [InlineData("RF-47", false, "RF-91", "RF-91")]
    [InlineData("RF-64", false, "RF-91", "RF-91")]
    [InlineData("RF-35", false, "", "RF-91")]
    [InlineData("RF-35", true, "RF-91", "RF-91")]
    [InlineData("RF-39", false, "", "RF-91")]
    [InlineData("RF-39", true, "RF-91", "RF-91")]
    [InlineData("RF-31", false, "RF-92", "RF-92")]
    [InlineData("RF-44", false, "RF-93", "RF-93")]
    [InlineData("RF-46", false, "RF-93", "RF-93")]
    [InlineData("RF-34", false, "", "RF-93")]
    [InlineData("RF-34", true, "RF-93", "RF-93")]
    [InlineData("RF-38", false, "", "RF-93")]
    [InlineData("RF-38", true, "RF-93", "RF-93")]
    [InlineData("RF-43", false, "RF-94", "RF-94")]
    [InlineData("RF-40", false, "RF-95", "RF-95")]
    [InlineData("RF-41", false, "RF-95", "RF-95")]
    [InlineData("RF-42", false, "RF-95", "RF-95")]
    [InlineData("RF-33", true, "", "")]
    public void RF_91_and_RF_93_sanction_telling_of_changes_or_every_telling(string node, bool announcesChange, string published, string everyTelling)
    {
        Assert.Equal(published, Sanction(Published));
        Assert.Equal(everyTelling, Sanction(Reading(new() { EveryTelling = true })));

        string Sanction(SanctionPlan plan) => string.Join(' ', plan.Rules.Where(rule => rule.AppliesTo(node, announcesChange)).Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("RF-40", false, "ProductManager")]
    [InlineData("RF-40", true, "ProductManager")]
    [InlineData("RF-41", true, "IT")]
    [InlineData("RF-42", false, "ProductManager")]
    [InlineData("RF-42", true, "IT")]
    public void RF_95_RF_42_charges_IT_where_RF_41_was_missed_otherwise_the_product_manager(string node, bool handOverMissed, string role) =>
        Assert.Equal(role, RequirementSanctions.ChargedFor(node, handOverMissed).Value);

    [Fact]
    public void RF_95_charges_nobody_for_another_node() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RequirementSanctions.ChargedFor("RF-43", false));

    [Theory] // RF-93 and RF-94 as RF-92
    [InlineData("RF-92")]
    [InlineData("RF-93")]
    [InlineData("RF-94")]
    public void RF_92_RF_93_and_RF_94_have_their_own_month_totals(string rule)
    {
        var other = rule == "RF-92" ? "RF-93" : "RF-92";
        Assert.Equal("50.00 20.00", Published.Of("2025-05", Found("a", rule, "2025-05-12 12:00", 6), Found("b", other, "2025-05-13 12:00", 5)).Lines.Amounts());
    }
}
