using System.Text;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Configuration;

public sealed class ConfigurationTests
{
    [Fact, Trait("rule", "RF-33")]
    public async Task RF_33_and_RF_13_change_in_the_configuration_without_recompiling()
    {
        var section = Section("""
            { "Regulations": { "RequirementFollowUp": {
                "Rules": { "RF-33": { "Deadline": "2wd" } },
                "Numbering": { "requirement": { "Template": "需求{date:yyMMdd}{serial:000}", "FirstSerial": "7" } } } } }
            """);
        await using var host = new TestHost(tracking => tracking.Configure(section));
        var stored = await host.Stored(await host.Decided());
        Assert.Equal("需求140619007", stored.Number!.Text);
        // Two working days after Thursday 2014-06-19: Friday, Monday.
        Assert.Equal(Shanghai("2014-06-23 18:00"), stored.Obligations.Single(obligation => obligation.Rule == "RF-33").Due);
    }

    [Fact]
    public async Task Every_fault_is_reported_at_start_in_one_message()
    {
        var section = Section("""
            { "BackdatingAllowance": "-00:01:00", "Regulations": { "Nobody": {}, "RequirementFollowUp": {
                "Choices": { "RF-80": "never" },
                "Rules": { "RF-99": { "Deadline": "1d" }, "RF-33": { "Deadline": "2wx" }, "RF-42": { "Deadline": "1d" },
                    "RF-62": { "Deadlines": { "bug.to-fix.critical": "1x", "heard": "1d" } } },
                "Numbering": { "requirement": { "Template": "需求{serial:00}", "Reset": "Week" } } } } }
            """);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddClientTracking(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp).Configure(section));
        using var host = builder.Build();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.All(
            [
                "Actors:", "Tenant:", "Calendar:", "BackdatingAllowance:", "Regulations:Nobody:", "Regulations:RequirementFollowUp:Rules:RF-99:",
                "Regulations:RequirementFollowUp:Rules:RF-33:Deadline:", "Regulations:RequirementFollowUp:Rules:RF-42:Deadline:",
                "Regulations:RequirementFollowUp:Numbering:requirement:Reset:", "Regulations:RequirementFollowUp:Choices:RF-80:",
                "Regulations:RequirementFollowUp:Rules:RF-62:Deadlines:bug.to-fix.critical:", "Regulations:RequirementFollowUp:Rules:RF-62:Deadlines:heard:",
            ],
            path => Assert.Contains(refused.Failures, failure => failure.StartsWith(path, StringComparison.Ordinal)));
    }

    [Fact, Trait("rule", "RF-34")]
    public async Task RF_34_another_reading_and_another_deadline_are_chosen_in_the_configuration()
    {
        var section = Section("""
            { "Regulations": { "RequirementFollowUp": { "Choices": { "RF-34": "after-being-told" }, "Rules": { "RF-34": { "Deadline": "2h", "Responsible": "Information" } } } } }
            """);
        await using var host = new TestHost(tracking => tracking.Configure(section));
        var owed = (await host.Stored(await host.Decided())).Obligations.Single(obligation => obligation.Rule == "RF-34");
        Assert.Equal((Shanghai("2014-06-19 11:00"), "Information"), (owed.Due, owed.Responsible.Value));
    }

    private static IConfiguration Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
