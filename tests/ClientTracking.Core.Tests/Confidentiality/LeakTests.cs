using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using NodaTime;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Leaks: CL-10 and CL-13.</summary>
public sealed class LeakTests
{
    /// <summary>Saturday 23:50 in Shanghai, outside business hours.</summary>
    private static readonly Instant Discovered = Instant.FromUtc(2026, 3, 14, 15, 50);

    private static LeakIncident Incident => LeakIncident.Discover(Rules, "contract HT-7", "seen on a rival's desk", Person("stranger"), Discovered);

    [Fact, Trait("rule", "CL-10")]
    public void CL_10_a_leak_is_due_half_an_hour_of_elapsed_time_after_its_discovery_also_at_night() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 14, 16, 20), Incident.ReportDue);

    [Theory, Trait("rule", "CL-10")]
    [InlineData(0, true)]
    [InlineData(30 * 60_000, true)]
    [InlineData(30 * 60_000 + 1, false)]
    public void CL_10_exactly_at_the_due_instant_is_in_time(int milliseconds, bool inTime) =>
        Assert.Equal(inTime, Incident.Report(Person("stranger"), Discovered + Duration.FromMilliseconds(milliseconds)).InTime);

    [Fact, Trait("rule", "CL-10")]
    public void CL_10_anybody_reports_also_about_a_record_they_may_not_read()
    {
        var secret = new AccessFields(Contract) { Level = ConfidentialityLevel.TopSecret };
        Assert.False(MayRead("stranger", secret));
        Assert.True(Policy.Decide(Who("stranger"), secret, AccessAction.ReportLeak, Now).IsAllowed);
        Assert.Null(Incident.InTime);
    }

    [Fact, Trait("rule", "CL-10")]
    public void CL_10_a_leak_is_reported_once_and_nothing_is_done_about_it_before_it_is_known()
    {
        var reported = Incident.Report(Person("stranger"), Discovered);
        Refused("CL-10", "secrecy.leak-reported", () => reported.Report(Person("gm"), Discovered));
        Refused("CL-10", "secrecy.leak-before-discovery", () => Incident.Report(Person("gm"), Discovered - Duration.FromMilliseconds(1)));
        Refused("CL-10", "secrecy.leak-before-discovery", () => Incident.Contain(Person("gm"), "asked for it back", Discovered - Duration.FromMilliseconds(1)));
        Assert.Equal("asked for it back", Incident.Contain(Person("gm"), "asked for it back", Discovered).Containments.Single().Action);
    }

    [Theory, Trait("rule", "CL-13")]
    [InlineData("stranger", LeakConduct.ReportedInTime, true)]
    [InlineData("gm", LeakConduct.ReportedInTime, false)]
    [InlineData("gm", LeakConduct.Contained, true)]
    [InlineData("stranger", LeakConduct.Contained, false)]
    [InlineData("drafter", LeakConduct.Contained, false)]
    [InlineData("drafter", LeakConduct.Leaked, true)]
    [InlineData("drafter", LeakConduct.LeakedSeriously, true)]
    [InlineData("stranger", LeakConduct.Leaked, false)]
    [InlineData("head", LeakConduct.ObtainedForOthers, true)]
    [InlineData("head", LeakConduct.ForcedOthers, true)]
    public void CL_13_what_is_rewarded_and_sanctioned(string who, LeakConduct conduct, bool founded)
    {
        var incident = (Incident with { Responsible = [Person("drafter")] }).Report(Person("stranger"), Discovered)
            .Contain(Person("gm"), "asked for it back", Discovered).Contain(Person("drafter"), "deleted it", Discovered);
        if (!founded) Refused("CL-13", "secrecy.finding-unfounded", () => incident.Find(Person(who), conduct, Discovered));
        else Assert.Equal(new LeakFinding(Person(who), conduct, Discovered), incident.Find(Person(who), conduct, Discovered).Findings.Single());
    }

    [Fact, Trait("rule", "CL-13")]
    public void CL_13_a_late_report_earns_nothing() =>
        Refused("CL-13", "secrecy.finding-unfounded", () =>
            Incident.Report(Person("stranger"), Discovered + Duration.FromHours(1)).Find(Person("stranger"), LeakConduct.ReportedInTime, Now));

    private static void Refused(string rule, string code, Action order)
    {
        var refused = Assert.Throws<RuleViolationException>(order);
        Assert.Equal((rule, code), (refused.Rule.Value, refused.Code));
    }
}
