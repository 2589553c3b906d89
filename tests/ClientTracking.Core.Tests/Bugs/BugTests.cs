using System.Text;
using ClientTracking.Bugs;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using Microsoft.Extensions.Configuration;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Bugs;

/// <summary>Bugs on a Thursday, 2014-06-19 09:00 in Shanghai.</summary>
public sealed class BugTests
{
    private static readonly BugForm Form = new("小米3", "Android 4.4", "病友圈打不开", "登录，点病友圈");

    [Fact, Trait("rule", "RF-60")]
    public async Task RF_60_phone_system_fault_and_steps_are_required()
    {
        await using var host = new TestHost();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("李小四", Reporter).Send(new ReportBug(new BugForm("", " ", "", ""), host.Clock.GetCurrentInstant())));
        Assert.Equal(["form.phoneModel", "form.osVersion", "form.fault", "form.steps"], refused.Faults.Select(fault => fault.Path));
    }

    /// <summary>The day the reporter learns of it; by choice the day the user found it; learned after close of business, the next working day.</summary>
    [Theory, Trait("rule", "RF-60")]
    [InlineData("2014-06-19 10:00", false, "2014-06-19 18:00")]
    [InlineData("2014-06-19 18:00", false, "2014-06-20 18:00")]
    [InlineData("2014-06-21 10:00", false, "2014-06-23 18:00")]
    [InlineData("2014-06-19 10:00", true, "2014-06-17 18:00")]
    public async Task RF_60_is_due_the_day_the_reporter_learns_of_it(string learned, bool dayFound, string due)
    {
        await using var host = new TestHost(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation =>
            dayFound ? regulation.Choose("RF-60", RequirementFollowUpRegulation.DayFound) : regulation)));
        host.At("2014-06-24 09:00");
        var bug = await host.As("李小四", Reporter).Send(new ReportBug(Form, Shanghai(learned)) { FoundAt = Shanghai("2014-06-17 09:00") });
        var owed = await Only(host, bug.Bug, "RF-60");
        Assert.Equal((Shanghai(due), "李小四", "推广部", true), (owed.Due, owed.Assignee?.Value, owed.Department, owed.FulfilledLate));
    }

    [Fact, Trait("rule", "RF-61")]
    public async Task RF_61_a_reproduced_bug_is_recorded_at_once_under_a_number_of_its_own()
    {
        await using var host = new TestHost();
        var id = await Reported(host);
        await host.At("2014-06-19 11:50").As("测试", Tester).Send(new ReproduceBug(id));
        var owed = await Only(host, id, "RF-61");
        Assert.Equal((Shanghai("2014-06-19 12:20"), "测试"), (owed.Due, owed.Assignee?.Value));
        var recorded = await host.Send(new RecordBug(id, "病友圈 打不开", BugSeverity.Major));
        Assert.Equal(("Bug14061901", BugStatus.Recorded), (recorded.Number, recorded.Status));
        Assert.Equal("需求报告表14061901", (await host.Stored(await host.Registered())).Number!.Text);
        Assert.Equal(ObligationStatus.Fulfilled, (await Only(host, id, "RF-61")).Status);
        await host.RunDue();
        Assert.Contains(host.Notices, notice => notice is { Name: "bug.recorded", Role.Value: "Reporter" });
    }

    [Theory, Trait("rule", "RF-62")]
    [InlineData(BugSeverity.Critical, true)]
    [InlineData(BugSeverity.Minor, false)]
    public async Task RF_62_is_owed_only_as_the_host_has_set_it_for_the_severity(BugSeverity severity, bool set)
    {
        var json = """{ "Regulations": { "RequirementFollowUp": { "Rules": { "RF-62": { "Deadlines": { "bug.to-fix.critical": "3wh" } } } } } }""";
        var section = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        await using var host = new TestHost(tracking => tracking.Configure(section));
        var id = await Recorded(host, severity);
        var owed = (await host.Stored(id)).Obligations.Where(owed => owed.Rule == "RF-62").ToArray();
        // Three working hours from 09:00 end at noon.
        Assert.Equal(set ? [Shanghai("2014-06-19 12:00")] : [], owed.Select(duty => duty.Due));
        await host.As("开发", Developer).Send(new FixBug(id));
        Assert.DoesNotContain((await host.Stored(id)).Obligations, duty => duty is { Rule.Value: "RF-62", IsOwed: true });
    }

    [Fact, Trait("rule", "RF-62")]
    public async Task RF_62_is_owed_to_nobody_by_default()
    {
        await using var host = new TestHost();
        Assert.DoesNotContain((await host.Stored(await Recorded(host, BugSeverity.Critical))).Obligations, owed => owed.Rule == "RF-62");
    }

    [Fact, Trait("rule", "RF-63"), Trait("rule", "RF-64")]
    public async Task RF_63_a_fix_is_verified_and_told_at_once_and_RF_64_the_user_told_the_same_day()
    {
        await using var host = new TestHost();
        var id = await Recorded(host, BugSeverity.Major);
        await host.At("2014-06-19 12:30").As("开发", Developer).Send(new FixBug(id));
        // At lunch: half an hour after 13:30.
        Assert.Equal(Shanghai("2014-06-19 14:00"), (await Only(host, id, "RF-63")).Due);
        await host.At("2014-06-19 14:00").As("测试", Tester).Send(new VerifyFix(id, Passed: true));
        await host.Send(new TellBugReporter(id));
        Assert.Equal((ObligationStatus.Fulfilled, false), ((await Only(host, id, "RF-63")).Status, (await Only(host, id, "RF-63")).FulfilledLate));
        var user = await Only(host, id, "RF-64");
        Assert.Equal((Shanghai("2014-06-19 18:00"), "李小四"), (user.Due, user.Assignee?.Value));
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("别人", IT).Send(new TellBugUser(id)));
        Assert.Equal(BugStatus.Closed, (await host.As("李小四").Send(new TellBugUser(id))).Status);
        Assert.DoesNotContain((await host.Stored(id)).Obligations, owed => owed.IsOwed);
    }

    [Fact, Trait("rule", "RF-63")]
    public async Task RF_63_a_refused_fix_goes_back_with_the_reason()
    {
        await using var host = new TestHost();
        var id = await Recorded(host, BugSeverity.Major);
        await host.As("开发", Developer).Send(new FixBug(id));
        Assert.Equal(BugStatus.Recorded, (await host.As("测试", Tester).Send(new VerifyFix(id, Passed: false, "仍然打不开"))).Status);
        Assert.Equal(["仍然打不开"], (await host.Ask(new GetSubject<Bug>(id)))!.State.RefusedFixes);
        await host.As("开发", Developer).Send(new FixBug(id));
        Assert.Equal(2, (await host.Stored(id)).Obligations.Count(owed => owed.Rule == "RF-63"));
    }

    [Fact, Trait("rule", "RF-65")]
    public async Task RF_65_not_reproducible_is_an_outcome_with_a_reason_told_to_the_reporter()
    {
        await using var host = new TestHost();
        var id = await Reported(host);
        await Assert.ThrowsAsync<InvalidRequestException>(() => host.As("测试", Tester).Send(new FindNotReproducible(id, " ")));
        await host.Send(new FindNotReproducible(id, "三台手机均正常"));
        Assert.Equal(Shanghai("2014-06-19 09:30"), (await Only(host, id, "RF-61")).Due);
        Assert.Equal(BugStatus.Closed, (await host.Send(new TellBugReporter(id))).Status);
        Assert.Equal("三台手机均正常", (await host.Ask(new GetSubject<Bug>(id)))!.State.NotReproducibleBecause);
        Assert.Null((await host.Stored(id)).Number);
    }

    [Fact, Trait("rule", "RF-65")]
    public async Task RF_65_the_register_has_every_recorded_bug_and_the_weekly_report_those_of_the_week()
    {
        await using var host = new TestHost();
        await Recorded(host, BugSeverity.Major);
        host.At("2014-06-23 09:00");
        await Recorded(host, BugSeverity.Minor);
        Assert.Equal(["Bug14061901", "Bug14062301"], (await host.Ask(new BugRegister())).Items.Select(row => row.Number));
        Assert.Equal(["Bug14061901"], (await host.Ask(BugRegister.WeekOf(new LocalDate(2014, 6, 22)))).Items.Select(row => row.Number));
    }

    [Fact, Trait("rule", "RF-60")]
    public async Task RF_60_a_bug_that_turns_out_to_be_a_requirement_is_linked_and_the_requirement_refers_back()
    {
        await using var host = new TestHost();
        var (bug, requirement) = (await Recorded(host, BugSeverity.Minor), await host.Registered());
        var unknown = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("测试", Tester).Send(new LinkToRequirement(bug, new SubjectId(Guid.NewGuid()))));
        Assert.Equal("requirement", Assert.Single(unknown.Faults).Path);
        await host.Send(new LinkToRequirement(bug, requirement));
        Assert.Equal((BugStatus.BecameRequirement, requirement), ((await host.Ask(new GetSubject<Bug>(bug)))!.State.Status, (await host.Ask(new GetSubject<Bug>(bug)))!.State.Requirement));
        Assert.Equal(bug, (await host.Ask(new GetSubject<Requirement>(requirement)))!.State.Bug);
        Assert.DoesNotContain((await host.Stored(bug)).Obligations, owed => owed.IsOwed);
    }

    [Fact, Trait("rule", "RF-60")]
    public async Task RF_60_a_step_out_of_order_is_refused_with_what_is_possible_now()
    {
        await using var host = new TestHost();
        var id = await Reported(host);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => host.As("开发", Developer).Send(new FixBug(id)));
        Assert.Equal(
            "RF-60: 'fix' is not possible while the bug is 'reported'. Possible now: reproduce, find not reproducible, link to a requirement.",
            refused.Describe(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<SubjectId> Reported(TestHost host) =>
        (await host.As("李小四", Reporter).Send(new ReportBug(Form, host.Clock.GetCurrentInstant()))).Bug;

    private static async Task<SubjectId> Recorded(TestHost host, BugSeverity severity)
    {
        var id = await Reported(host);
        await host.As("测试", Tester).Send(new ReproduceBug(id));
        await host.Send(new RecordBug(id, "病友圈 打不开", severity));
        return id;
    }

    private static async Task<Obligation> Only(TestHost host, SubjectId id, string rule) =>
        Assert.Single((await host.Stored(id)).Obligations, owed => owed.Rule == rule);
}
