using ClientTracking.Confidentiality;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Core.Tests.Tracking.Secrecy;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Leaks;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;

namespace ClientTracking.Core.Tests.Leaks;

/// <summary>CL-10 and CL-13 through the public API: anybody reports, the leadership is told, lateness is judged from the discovery.</summary>
public sealed class LeakTests
{
    private static TestHost Host() => OfficeHost.Create(tracking => tracking.AddRegulation(RegulationPresets.Leaks));

    /// <summary>Thirty minutes elapsed, at any hour and on any day: exactly at the end is in time.</summary>
    [Theory]
    [InlineData("2026-03-11 09:30", "2026-03-11 10:00", true)]
    [InlineData("2026-03-11 09:30", "2026-03-11 10:01", false)]
    [InlineData("2026-03-14 23:45", "2026-03-15 00:15", true)]
    [InlineData("2026-03-14 23:45", "2026-03-15 00:16", false)]
    public async Task CL_10_A_leak_is_reported_within_the_grace_from_its_discovery_also_outside_business_hours(string discovered, string reported, bool inTime)
    {
        await using var host = Host();
        host.As("stranger").At(reported);
        var leak = await host.Send(new ReportLeak("the merger paper", "lies in the copier", TestHost.Shanghai(discovered)));

        var record = await host.Stored(leak);
        var duty = Assert.Single(record.Obligations);
        Assert.Equal((new RuleId("CL-10"), new PersonId("stranger"), ObligationStatus.Fulfilled), (duty.Rule, duty.Assignee!.Value, duty.Status));
        Assert.Equal(!inTime, duty.FulfilledLate);
        var incident = (await host.Ask(new GetSubject<LeakIncident>(leak)))!.State;
        Assert.Equal((inTime, duty.Due), (incident.InTime!.Value, incident.ReportDue));
    }

    [Fact]
    public async Task CL_10_Anybody_reports_a_leak_of_a_record_they_may_not_read_and_nothing_confirms_that_there_is_one()
    {
        await using var host = Host();
        var (secret, number) = await ReadPathTests.SecretAsync(host);
        host.As("stranger");
        var real = await host.Send(new ReportLeak(number, "seen in the copier", host.Clock.GetCurrentInstant()));
        var made = await host.Send(new ReportLeak("D-99123199", "seen in the copier", host.Clock.GetCurrentInstant()));

        Assert.Null(await host.Ask(new GetSubject<Dossier>(secret)));
        var (first, second) = (await host.Stored(real), await host.Stored(made));
        Assert.Equal(first.State.Replace(number, "", StringComparison.Ordinal), second.State.Replace("D-99123199", "", StringComparison.Ordinal));
        await host.RunDue();
        Assert.Equal(2, host.Notices.Count(notice => notice.Name == "leak.reported" && notice.Role == LeakRoles.Leadership));
    }

    /// <summary>CL-04: an incident is Confidential; who is concerned by it and the leadership read it, others learn that there is one.</summary>
    [Theory]
    [InlineData("stranger", true)]
    [InlineData("finder", true)]
    [InlineData("president", true)]
    [InlineData("manager", false)]
    public async Task CL_04_An_incident_is_read_by_those_concerned_and_the_leadership(string person, bool reads)
    {
        await using var host = Host();
        var leak = await host.As("stranger").Send(
            new ReportLeak("the merger paper", "lies in the copier", host.Clock.GetCurrentInstant()) { DiscoveredBy = new PersonId("finder") });
        Assert.Equal(reads, await host.As(person).Ask(new GetSubject<LeakIncident>(leak)) is not null);
        Assert.Single((await host.Ask(new ListSubjects(new SubjectQuery { Kind = LeakKind.Instance.Kind }))).Items);
    }

    [Fact]
    public async Task CL_13_Containing_is_rewarded_and_leaking_sanctioned_as_the_leadership_finds()
    {
        await using var host = Host();
        var leak = await host.As("stranger").Send(new ReportLeak("the merger paper", "lies in the copier", host.Clock.GetCurrentInstant()));
        await host.Send(new ContainLeak(leak, "took it out and locked it away"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.Send(new LayLeakTo(leak, new("clerk"))));

        host.As("president", LeakRoles.Leadership);
        var unfounded = await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new FindLeakConduct(leak, new("clerk"), LeakConduct.Leaked)));
        Assert.Equal(("CL-13", "secrecy.finding-unfounded"), (unfounded.Rule.Value, unfounded.Code));
        await host.Send(new LayLeakTo(leak, new("clerk")));
        await host.Send(new FindLeakConduct(leak, new("clerk"), LeakConduct.Leaked));
        await host.Send(new FindLeakConduct(leak, new("stranger"), LeakConduct.Contained));
        await host.Send(new FindLeakConduct(leak, new("stranger"), LeakConduct.ReportedInTime));

        var incident = (await host.Ask(new GetSubject<LeakIncident>(leak)))!.State;
        Assert.Equal(
            [("clerk", LeakConduct.Leaked), ("stranger", LeakConduct.Contained), ("stranger", LeakConduct.ReportedInTime)],
            incident.Findings.Select(finding => (finding.Person.Value, finding.Conduct)));
        var record = await host.Stored(leak);
        Assert.Equal(record.State, LeakKind.Instance.Replay(record, record.Version).Record.State);
    }

    [Fact]
    public async Task CL_10_A_report_before_the_discovery_or_without_words_is_refused()
    {
        await using var host = Host();
        host.As("stranger");
        var faults = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new ReportLeak(" ", "", host.Clock.GetCurrentInstant())));
        Assert.Equal(["about", "description"], faults.Faults.Select(fault => fault.Path));
        var early = await Assert.ThrowsAsync<RuleViolationException>(
            () => host.Send(new ReportLeak("paper", "seen", host.Clock.GetCurrentInstant() + NodaTime.Duration.FromMinutes(1))));
        Assert.Equal("secrecy.leak-before-discovery", early.Code);
    }
}
