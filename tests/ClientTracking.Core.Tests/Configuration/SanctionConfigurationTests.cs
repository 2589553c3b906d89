using System.Text;
using ClientTracking.Core.Tests.Sanctions;
using ClientTracking.Deadlines;
using ClientTracking.Errors;
using ClientTracking.Regulations;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using Microsoft.Extensions.Configuration;

namespace ClientTracking.Core.Tests.Configuration;

/// <summary>Amounts, tiers and readings of sanctions and rewards in appsettings.json.</summary>
public sealed class SanctionConfigurationTests
{
    [Fact]
    public void RF_90_to_RF_97_and_RF_A1_change_in_the_configuration_without_recompiling()
    {
        var plan = Changed("""
            {
              "Sanctions": {
                "RF-90": { "Amount": "30.50" },
                "RF-91": { "Nodes": [ "RF-45", "RF-47", "RF-64", "RF-35", "RF-39" ] },
                "RF-92": { "Tiers": [ { "UpTo": 2, "Amount": "0" }, { "Amount": "50.00" } ], "MonthTotal": "EachAtItsTier", "OncePerDueInstant": true },
                "RF-93": { "Boundary": "Harsher" },
                "RF-95": { "Tiers": [ { "UpTo": 3, "Amount": "10" }, { } ], "Lateness": "WorkingDays", "EarlierAmount": "Stands" }
              },
              "Rewards": { "RF-A1": { "Least": "200", "Most": "500" } }
            }
            """, []);
        Assert.Equal("30.50", plan.Of("2025-05", Facts.Found("a", "RF-90", "2025-05-09 18:00")).Total.ToString());
        Assert.True(plan.Of("RF-91").AppliesTo("RF-39", announcesChange: false));
        Assert.Equal("50.00", plan.Of("2025-05", Facts.Found("a", "RF-92", "2025-05-09 18:00", 3)).Total.ToString());
        Assert.Equal("50.00", plan.Of("2025-05", Facts.Found("a", "RF-93", "2025-05-09 18:00", 5)).Total.ToString());
        Assert.Equal("10.00", plan.Of("2025-05", Facts.Late("a", "RF-95", "2025-05-09 18:00", "2025-05-13 10:00")).Total.ToString()); // Friday to Tuesday
        Assert.True(plan.Of("2025-05", Facts.Late("a", "RF-95", "2025-05-09 18:00", "2025-05-15 10:00")).Forfeited);
        Assert.Equal((LatenessUnit.WorkingDays, EarlierAmount.Stands), plan.Of("RF-95").Charge is LatenessCharge late ? (late.Unit, late.Earlier) : default);
        Assert.Equal("200.00–500.00", plan.Rewards[0].Range.ToString());
        Assert.Equal("100.00–1000.00", plan.Rewards[1].Range.ToString());
    }

    [Theory]
    [InlineData("""{ "Sanctions": { "RF-99": { } } }""", "here:Sanctions:RF-99", "regulation.unknown-rule")]
    [InlineData("""{ "Rewards": { "RF-A9": { } } }""", "here:Rewards:RF-A9", "regulation.unknown-rule")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Amount": "20,00" } } }""", "here:Sanctions:RF-90:Amount", "money.malformed")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Amount": "-20" } } }""", "here:Sanctions:RF-90:Amount", "sanction.negative-amount")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Boundary": "Harsher" } } }""", "here:Sanctions:RF-90:Boundary", "sanction.setting-not-here")]
    [InlineData("""{ "Sanctions": { "RF-92": { "Amount": "20" } } }""", "here:Sanctions:RF-92:Amount", "sanction.setting-not-here")]
    [InlineData("""{ "Sanctions": { "RF-92": { "Boundary": "Kinder" } } }""", "here:Sanctions:RF-92:Boundary", "request.unknown-value")]
    [InlineData("""{ "Sanctions": { "RF-92": { "Tiers": [ { "UpTo": 5, "Amount": "50" }, { "Amount": "20" } ] } } }""", "here:Sanctions:RF-92:Tiers[1]", "sanction.tier-falls")]
    [InlineData("""{ "Sanctions": { "RF-92": { "Tiers": [ { "UpTo": 5, "Amount": "x" }, { } ] } } }""", "here:Sanctions:RF-92:Tiers:0:Amount", "money.malformed")]
    [InlineData("""{ "Sanctions": { "RF-91": { "Nodes": [ "RF 45" ] } } }""", "here:Sanctions:RF-91:Nodes", "request.malformed")]
    [InlineData("""{ "Rewards": { "RF-A1": { "Least": "2000" } } }""", "here:Rewards:RF-A1:Most", "sanction.range-reversed")]
    [InlineData("""{ "Rewards": { "RF-A5": { "Least": "20" } } }""", "here:Rewards:RF-A5", "reward.by-points")]
    public void A_fault_names_the_setting(string json, string path, string code) => Changed(json, [(path, code)]);

    private static SanctionPlan Changed(string json, (string, string)[] expected)
    {
        var faults = new FaultList();
        var overrides = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().Get<RegulationOverrides>() ?? new();
        var changed = RequirementFollowUpRegulation.Published.With(overrides, "here", faults);
        Assert.Equal(expected, faults.Found.Select(fault => (fault.Path, fault.Code)));
        return changed.Sanctions;
    }
}
