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

    /// <summary>Nothing of RF is multiplied as published; from the second occasion of the two together, three times 20.</summary>
    [Fact]
    public void Repetition_is_configured_where_the_regulation_has_none_and_may_count_several_sanctions_together()
    {
        var plan = Changed("""
            { "Sanctions": { "RF-90": { "Repetition": { "From": 2, "Factor": 3, "Group": "told", "Rule": "HR-7" } }, "RF-91": { "Repetition": { "From": 3, "Group": "told" } } } }
            """, []);
        var statement = plan.Of("2025-05", Facts.Found("a", "RF-90", "2025-05-09 10:00"), Facts.Found("b", "RF-90", "2025-05-12 10:00"), Facts.Found("c", "RF-91", "2025-05-13 10:00"));
        Assert.Equal("20.00 60.00 40.00", statement.Lines.Amounts());
        Assert.Equal(new Repetition("HR-7", "told", 2, 3), plan.Of("RF-90").Repetition);
        Assert.Equal(new Repetition("RF-91", "told", 3, 2), plan.Of("RF-91").Repetition);
        Assert.Equal(new Repetition("RF-90", "RF-90", 2), Changed("""{ "Sanctions": { "RF-90": { "Repetition": { "From": 2 } } } }""", []).Of("RF-90").Repetition);
    }

    /// <summary>As published CF-10 and CF-11 count together and double from the second occasion: 50, 40, 100.</summary>
    [Theory, Trait("rule", "CF-15")]
    [InlineData("""{ "From": 3 }""", "50.00 40.00 100.00")]
    [InlineData("""{ "Factor": 4 }""", "50.00 40.00 200.00")]
    [InlineData("""{ "Factor": 1 }""", "50.00 20.00 50.00")]
    [InlineData("""{ "Group": "alone", "From": 3 }""", "50.00 20.00 50.00")]
    public void CF_15_what_is_not_named_of_a_repetition_stays(string repetition, string amounts)
    {
        var plan = Changed($$"""{ "Sanctions": { "CF-10": { "Repetition": {{repetition}} } } }""", [], Catalogue.Files);
        Assert.Equal(amounts, plan.Of(
            "2025-06", Facts.Found("a", "CF-10", "2025-06-09 10:00"), Facts.Found("b", "CF-11", "2025-06-10 10:00"), Facts.Found("c", "CF-10", "2025-06-11 10:00")).Lines.Amounts());
    }

    [Theory]
    [InlineData("""{ "RF-90": { "Points": { "Least": 3 } } }""", "RF-90", 3, 3)]
    [InlineData("""{ "RF-95": { "Points": { "Least": 2, "Most": 5 } } }""", "RF-95", 2, 5)]
    [InlineData("""{ "RF-90": { "Points": { "Least": 0, "Most": 0 } } }""", "RF-90", null, null)]
    public void Appraisal_points_are_configured_for_every_shape(string sanctions, string rule, int? least, int? most)
    {
        var points = Changed($$"""{ "Sanctions": {{sanctions}} }""", []).Of(rule).Points;
        Assert.Equal((least, most), (points?.Least, points?.Most));
    }

    [Fact]
    public void Points_are_deducted_with_every_occurrence_and_a_range_of_them_waits_for_a_decision()
    {
        var plan = Changed("""{ "Sanctions": { "RF-90": { "Points": { "Least": 3 } }, "RF-91": { "Points": { "Least": 2, "Most": 5 } } } }""", []);
        Assert.Equal(6, plan.Of("2025-05", Facts.Found("a", "RF-90", "2025-05-09 10:00", 2)).PointsDeducted);
        Assert.Equal(LineCause.AwaitsDecision, plan.Of("2025-05", Facts.Found("b", "RF-91", "2025-05-09 10:00")).Lines.Single().Cause);
        Assert.Null(Changed("""{ "Sanctions": { "CP-31.II": { "Points": { "Least": 0, "Most": 0 } } } }""", [], Catalogue.Complaints).Of("CP-31.II").Points);
        Assert.Equal(new PointRange(5, 8), Changed("""{ "Sanctions": { "CP-31.II": { "Points": { "Most": 8 } } } }""", [], Catalogue.Complaints).Of("CP-31.II").Points);
    }

    [Fact, Trait("rule", "RF-A5")]
    public void RF_A5_the_host_sets_the_points_of_a_working_day_early() =>
        Assert.Equal(new BeforeItsDay(4), Changed("""{ "Rewards": { "RF-A5": { "PointsEach": 4 } } }""", []).Rewards[^1].Condition);

    [Fact]
    public void The_terms_of_waiver_and_appeal_are_the_hosts()
    {
        var review = Changed("""{ "Review": { "AppealWithin": "3wd", "WaiveWithin": "10d" } }""", []).Review;
        Assert.Equal(new ReviewTerms(DeadlineRule.Parse("3wd"), ReviewTerms.Default.DecideWithin, DeadlineRule.Parse("10d")), review);
        Assert.Equal(DeadlineRule.Parse("2mo"), Changed("""{ "Review": { "DecideWithin": "2mo" } }""", []).Review.DecideWithin);
    }

    [Fact]
    public void A_regulation_without_sanctions_has_no_such_terms() =>
        Changed("""{ "Review": { "WaiveWithin": "1d" } }""", [("here:Review:WaiveWithin", "regulation.no-sanctions")], SanctionPlan.None);

    [Theory]
    [InlineData("""{ "Sanctions": { "RF-90": { "Repetition": { "Factor": 2 } } } }""", "here:Sanctions:RF-90:Repetition:From", "request.required")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Repetition": { "From": 0 } } } }""", "here:Sanctions:RF-90:Repetition:From", "options.not-positive")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Repetition": { "From": 2, "Factor": 0 } } } }""", "here:Sanctions:RF-90:Repetition:Factor", "options.not-positive")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Repetition": { "From": 2, "Group": "a\u200bb" } } } }""", "here:Sanctions:RF-90:Repetition:Group", "request.malformed")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Repetition": { "From": 2, "Rule": "HR 7" } } } }""", "here:Sanctions:RF-90:Repetition:Rule", "request.malformed")]
    [InlineData("""{ "Sanctions": { "RF-92": { "Repetition": { "From": 2 } } } }""", "here:Sanctions:RF-92:Repetition", "sanction.setting-not-here")]
    [InlineData("""{ "Sanctions": { "RF-95": { "Repetition": { "From": 2 } } } }""", "here:Sanctions:RF-95:Repetition", "sanction.setting-not-here")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Points": { "Least": -1 } } } }""", "here:Sanctions:RF-90:Points:Least", "options.negative")]
    [InlineData("""{ "Sanctions": { "RF-90": { "Points": { "Least": 5, "Most": 2 } } } }""", "here:Sanctions:RF-90:Points:Most", "sanction.range-reversed")]
    [InlineData("""{ "Review": { "AppealWithin": "5wx" } }""", "here:Review:AppealWithin", "deadline.unit")]
    [InlineData("""{ "Review": { "WaiveWithin": "" } }""", "here:Review:WaiveWithin", "deadline.start")]
    [InlineData("""{ "Rewards": { "RF-A5": { "PointsEach": -1 } } }""", "here:Rewards:RF-A5:PointsEach", "options.negative")]
    [InlineData("""{ "Rewards": { "RF-A1": { "PointsEach": 2 } } }""", "here:Rewards:RF-A1:PointsEach", "sanction.setting-not-here")]
    public void A_fault_of_repetition_points_or_terms_names_the_setting(string json, string path, string code) => Changed(json, [(path, code)]);

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

    private static SanctionPlan Changed(string json, (string, string)[] expected, SanctionPlan? published = null)
    {
        var faults = new FaultList();
        var overrides = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().Get<RegulationOverrides>() ?? new();
        var regulation = RequirementFollowUpRegulation.Published;
        var changed = (published is null ? regulation : regulation with { Sanctions = published }).With(overrides, "here", faults);
        Assert.Equal(expected, faults.Found.Select(fault => (fault.Path, fault.Code)));
        return changed.Sanctions;
    }
}
