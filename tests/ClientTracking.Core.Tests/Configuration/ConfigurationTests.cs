using System.Text;
using ClientTracking.Core.Tests.Obligations;
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
                "Numbering": { "requirement": { "Template": "需求{serial:00}", "Reset": "Week" }, "bug": { "Template": "缺陷\u200b{date:yyMMdd}{serial:00}" } } } } }
            """);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddClientTracking(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp).Configure(section));
        using var host = builder.Build();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.All(
            [
                "Actors:", "Tenant:", "Calendar:", "BackdatingAllowance:", "Regulations:Nobody:", "Regulations:RequirementFollowUp:Rules:RF-99:",
                "Regulations:RequirementFollowUp:Rules:RF-33:Deadline:", "Regulations:RequirementFollowUp:Rules:RF-42:Deadline:",
                "Regulations:RequirementFollowUp:Numbering:requirement:Reset:", "Regulations:RequirementFollowUp:Numbering:bug:Template:",
                "Regulations:RequirementFollowUp:Choices:RF-80:",
                "Regulations:RequirementFollowUp:Rules:RF-62:Deadlines:bug.to-fix.critical:", "Regulations:RequirementFollowUp:Rules:RF-62:Deadlines:heard:",
            ],
            path => Assert.Contains(refused.Failures, failure => failure.StartsWith(path, StringComparison.Ordinal)));
        Assert.Contains(refused.Failures, failure => failure.Contains("U+200B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reminders_escalations_and_departments_change_in_the_configuration()
    {
        var section = Section("""
            { "Regulations": { "Duties": { "Rules": { "D-01": { "Department": "热线", "Reminders": [ "2wh", "1wd" ],
                "Escalations": [ { "After": "30min", "Audience": "Head" }, { "After": "12h", "Audience": "Board", "AtAnyHour": true } ] } } } } }
            """);
        await using var host = DutyHost.Of("2wd", configure: tracking => tracking.Configure(section));
        var id = await host.Opened();
        Assert.Equal("热线", (await host.Duty(id)).Department);
        foreach (var at in (string[])["2026-03-04 09:00", "2026-03-04 16:00", "2026-03-04 18:01", "2026-03-05 06:00", "2026-03-05 09:00"])
            await host.At(at).RunDue();
        // Wednesday 18:00: a working day before is Tuesday 18:00, sent on Wednesday 09:00; half an hour after waits for Thursday, when twelve hours after has long been told.
        Assert.Equal([-2, -1, 0, 2], host.Notices.Where(notice => notice.Level is not null).Select(notice => notice.Level!.Value));
    }

    [Fact]
    public async Task An_empty_reminder_takes_the_reminders_of_the_regulation_away()
    {
        await using var host = DutyHost.Of("2wd", rule => rule.Remind("2wh"), tracking => tracking.Configure(
            Section("""{ "Regulations": { "Duties": { "Rules": { "D-01": { "Reminders": [ "" ] } } } } }""")));
        await host.Opened();
        await host.At("2026-03-04 17:00").RunDue();
        Assert.DoesNotContain(host.Notices, notice => notice.Level is not null);
    }

    [Fact]
    public async Task A_later_version_in_the_configuration_leaves_the_published_one_to_what_is_open()
    {
        await using var host = DutyHost.Of("2wd", configure: tracking => tracking.Configure(
            Section("""{ "Regulations": { "Duties": { "Version": "2", "Rules": { "D-01": { "Deadline": "5wd" } } } } }""")));
        var model = host.Get<ClientTracking.Tracking.TrackingModel>();
        Assert.Equal("2wd", model.Regulation(DutyKind.Rules, 1).RuleOf("D-01")!.Deadline.ToString());
        Assert.Equal((2, "5wd"), (model.Regulation(DutyKind.Rules).Version, model.Regulation(DutyKind.Rules).RuleOf("D-01")!.Deadline.ToString()));
    }

    [Fact]
    public void Faults_of_reminders_escalations_and_versions_are_named_with_their_paths()
    {
        var section = Section("""
            { "Regulations": { "Duties": { "Version": "1", "Rules": { "D-01": { "Reminders": [ "1wd", "2wx", "3mo" ],
                "Escalations": [ { "After": "1wd" }, { "Audience": "Head" } ] } } } } }
            """);
        using var services = new ServiceCollection().AddClientTracking(tracking => tracking
            .AddRegulation(DutyKind.Published("2wd")).Configure(section)).BuildServiceProvider();
        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ClientTracking.Tracking.ClientTrackingOptions>>().Value);
        const string Duties = "Regulations:Duties:";
        Assert.All(
            [$"{Duties}Version:", $"{Duties}Rules:D-01:Reminders:1:", $"{Duties}Rules:D-01:Reminders:2:", $"{Duties}Rules:D-01:Escalations:0:Audience:", $"{Duties}Rules:D-01:Escalations:1:After:"],
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
