using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using NodaTime;
using static ClientTracking.Confidentiality.ConfidentialityLevel;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Who names whom, and when a grant ends: CL-05 and the last sentences of CL-08.</summary>
public sealed class GrantTests
{
    private static readonly LocalDate LastDay = new(2026, 3, 31);
    private static readonly Instant End = Instant.FromUtc(2026, 3, 31, 16, 0);

    [Theory, Trait("rule", "CL-05")]
    [InlineData("president", TopSecret, true)]
    [InlineData("vice", TopSecret, true)]
    [InlineData("gm", TopSecret, false)]
    [InlineData("head", TopSecret, false)]
    [InlineData("manager", TopSecret, false)]
    [InlineData("manager", Secret, true)]
    [InlineData("head", Secret, false)]
    [InlineData("gm", Secret, false)]
    [InlineData("head", Confidential, true)]
    [InlineData("other-head", Confidential, false)]
    [InlineData("participant", Confidential, false)]
    [InlineData("drafter", Confidential, false)]
    [InlineData("head", Internal, false)]
    public void CL_05_only_who_may_name_people_at_the_level_names_them(string granter, ConfidentialityLevel level, bool legal)
    {
        var record = Record(level);
        if (!legal) Assert.Throws<AccessDeniedException>(() => Desk.Grant(record, Who(granter), Person("named"), LastDay, Now));
        else Assert.True(MayRead("named", record.After(Desk.Grant(record, Who(granter), Person("named"), LastDay, Now))));
    }

    [Fact, Trait("rule", "CL-05")]
    public void CL_05_a_grant_names_person_granter_and_term_and_ends_at_24_00_of_its_last_day()
    {
        var record = Named(Secret, "manager");
        Assert.Equal(new Grant(1, Person("named"), Person("manager"), Now, LastDay, End), Assert.Single(record.Grants));
        Assert.True(MayRead("named", record, End - Duration.FromMilliseconds(1)));
        Assert.False(MayRead("named", record, End));
        Assert.False(MayRead("stranger", record));
    }

    [Fact, Trait("rule", "CL-05")]
    public void CL_05_nobody_names_themselves_and_a_named_person_names_nobody()
    {
        var record = Named(Confidential, "head");
        Refused("secrecy.own-grant", () => Desk.Grant(record, Who("head"), Person("head"), LastDay, Now));
        Assert.Throws<AccessDeniedException>(() => Desk.Grant(record, Who("named"), Person("friend"), LastDay, Now));
        Assert.False(MayRead("head", record));
    }

    [Fact, Trait("rule", "CL-05")]
    public void CL_05_a_grant_ends_when_its_granter_could_no_longer_give_it_and_the_job_makes_that_final()
    {
        var record = Named(Confidential, "head");
        var moved = new Organization(new Office(Person("head"), Rank.DepartmentHead, "sales"));
        var named = new Reader(new Actor(Person("named"), null), moved);
        Assert.False(Policy.Decide(named, record.SearchFields([]), AccessAction.Read, Now).IsAllowed);

        var ended = Assert.IsType<GrantEnded>(Assert.Single(Desk.Settle(record, moved, Now)));
        var after = record.After(ended);
        Assert.Equal(GrantEnd.GranterLeft, after.Grants[0].EndedBy);
        Assert.False(MayRead("named", after));
        Assert.Empty(Desk.Settle(after, moved, Now));
        Assert.Empty(Desk.Settle(record, Offices, Now));
    }

    [Fact, Trait("rule", "CL-05")]
    public void CL_05_the_grants_of_a_manager_who_hands_over_end()
    {
        var record = Named(Secret, "manager");
        var after = record.After(Desk.NameManager(record, Who("manager"), Person("other-head"), Now));
        Assert.Equal((false, true, false), (MayRead("named", after), MayRead("other-head", after), MayRead("manager", after)));
        Assert.Throws<AccessDeniedException>(() => Desk.NameManager(record, Who("head"), Person("head"), Now));
    }

    [Fact, Trait("rule", "CL-04")]
    public void CL_04_without_a_manager_in_charge_only_president_and_vice_presidents_read_a_secret_record()
    {
        var record = Record(Secret, manager: null);
        Assert.Equal(["president", "vice"], new[] { "president", "vice", "gm", "head", "manager", "participant", "drafter" }.Where(who => MayRead(who, record)));
    }

    [Theory, Trait("rule", "CL-08")]
    [InlineData(Confidential, "head", Secret, false)]
    [InlineData(Confidential, "head", TopSecret, false)]
    [InlineData(Confidential, "manager", Secret, true)]
    [InlineData(Secret, "manager", TopSecret, false)]
    [InlineData(Secret, "vice", TopSecret, true)]
    [InlineData(Secret, "manager", Confidential, true)]
    [InlineData(TopSecret, "vice", Confidential, true)]
    [InlineData(TopSecret, "vice", Internal, false)]
    public void CL_08_changing_the_level_ends_the_grants_whose_granter_could_not_give_them_then(
        ConfidentialityLevel from, string granter, ConfidentialityLevel to, bool lasts)
    {
        var record = Named(from, granter);
        var after = record.After(Desk.ChangeLevel(record, Who("vice"), to, null, "reason", Now));
        Assert.Equal(lasts ? null : GrantEnd.LevelChanged, after.Grants[0].EndedBy);
        Assert.Equal(record.Grants[0] with { EndedAt = lasts ? null : Now, EndedBy = lasts ? null : GrantEnd.LevelChanged }, after.Grants[0]);
    }

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_a_grant_that_ended_with_the_level_does_not_come_back_with_it()
    {
        var record = Named(Confidential, "head");
        record = record.After(Desk.ChangeLevel(record, Who("head"), Secret, null, "up", Now));
        record = record.After(Desk.ChangeLevel(record, Who("head"), Confidential, null, "down", Now));
        Assert.False(MayRead("named", record));
    }

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_a_grant_from_before_the_end_of_the_term_does_not_come_back_after_it()
    {
        var record = Record(Confidential, new(2026, 3, 20));
        record = record.After(Desk.Grant(record, Who("head"), Person("named"), LastDay, Now));
        var later = Instant.FromUtc(2026, 3, 21, 1, 0);
        Assert.True(MayRead("named", record, later));
        record = record.After(Desk.ChangeLevel(record, Who("head"), Confidential, null, "again", later));
        Assert.False(MayRead("named", record, later));
        Assert.Equal(GrantEnd.Declassified, record.Grants[0].EndedBy);
    }

    [Fact, Trait("rule", "CL-05")]
    public void CL_05_a_grant_is_taken_back_by_its_granter_or_by_who_could_give_it()
    {
        var record = Named(Confidential, "head");
        Assert.Throws<AccessDeniedException>(() => Desk.Revoke(record, Who("named"), 1, Now));
        Assert.Throws<AccessDeniedException>(() => Desk.Revoke(record, Who("gm"), 1, Now));
        foreach (var who in new[] { "head", "manager", "president" })
            Assert.False(MayRead("named", record.After(Desk.Revoke(record, Who(who), 1, Now))));
        var revoked = record.After(Desk.Revoke(record, Who("head"), 1, Now));
        Refused("secrecy.no-such-grant", () => Desk.Revoke(revoked, Who("head"), 1, Now));
        Refused("secrecy.no-such-grant", () => Desk.Revoke(record, Who("head"), 2, Now));
        Refused("secrecy.no-such-grant", () => Desk.Revoke(record, Who("head"), 1, End));
    }

    private static Classification Named(ConfidentialityLevel level, string granter)
    {
        var record = Record(level);
        return record.After(Desk.Grant(record, Who(granter), Person("named"), LastDay, Now));
    }

    private static void Refused(string code, Action order)
    {
        var refused = Assert.Throws<RuleViolationException>(order);
        Assert.Equal(("CL-05", code), (refused.Rule.Value, refused.Code));
    }
}
