using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using NodaTime;
using static ClientTracking.Confidentiality.ConfidentialityLevel;
using static ClientTracking.Core.Tests.Confidentiality.Company;

namespace ClientTracking.Core.Tests.Confidentiality;

/// <summary>Levels, defaults, terms, continuation: CL-01, CL-02, CL-03, CL-08 and T41.</summary>
public sealed class MarkingTests
{
    private static readonly LocalDate LastDay = new(2026, 3, 31);

    /// <summary>24:00 of 31 March in Shanghai.</summary>
    private static readonly Instant End = Instant.FromUtc(2026, 3, 31, 16, 0), JustBefore = End - Duration.FromMilliseconds(1);

    [Fact, Trait("rule", "CL-01")]
    public void CL_01_levels_are_ordered_highest_first_and_three_are_secret()
    {
        Assert.Equal([TopSecret, Secret, Confidential, Internal, Public], Enum.GetValues<ConfidentialityLevel>().Order());
        Assert.Equal([TopSecret, Secret, Confidential], Enum.GetValues<ConfidentialityLevel>().Where(level => level.IsSecrecy()));
        Assert.True(Secret.IsAtLeast(Confidential) && Secret.IsAtLeast(Secret) && !Secret.IsAtLeast(TopSecret));
        Assert.False(Enum.IsDefined(default(ConfidentialityLevel)));
    }

    [Theory, Trait("rule", "CL-02")]
    [InlineData("important-decision", TopSecret)]
    [InlineData("annual-plan", Secret)]
    [InlineData("finance-report", Secret)]
    [InlineData("statistics", Secret)]
    [InlineData("important-minutes", Secret)]
    [InlineData("operating-figures", Secret)]
    [InlineData("manufacturer-data", Secret)]
    [InlineData("client-feedback", Secret)]
    [InlineData("contract", Confidential)]
    [InlineData("personnel-file", Confidential)]
    [InlineData("pay", Confidential)]
    [InlineData("unpublished", Confidential)]
    [InlineData("certificate", Confidential)]
    [InlineData("client-file", Confidential)]
    [InlineData("supply-source", Confidential)]
    [InlineData("strategy", Confidential)]
    [InlineData("feasibility-or-audit", Confidential)]
    [InlineData("general", Internal)]
    [InlineData("general,client-file,annual-plan", Secret)]
    [InlineData("something else", null)]
    public void CL_02_the_highest_default_wins(string categories, ConfidentialityLevel? level) =>
        Assert.Equal(level, Rules.DefaultOf(Note, [.. categories.Split(',')])?.Level);

    [Fact, Trait("rule", "CL-02")]
    public void CL_02_a_host_adds_defaults_by_kind_and_a_kind_has_the_highest_of_its_own_and_the_records()
    {
        var rules = Rules with { Categories = Rules.Categories.Add(new("tender", TopSecret, Period.FromMonths(6))) };
        Assert.Equal(Confidential, rules.DefaultOf(Contract)?.Level);
        Assert.Equal(TopSecret, rules.DefaultOf(Contract, "tender")?.Level);
    }

    [Fact, Trait("rule", "CL-03")]
    public void CL_03_a_record_whose_kind_has_a_default_is_never_without_a_level()
    {
        var marked = Desk.Mark(new(Contract), Who("drafter"), Now)!.First;
        Assert.Equal((Confidential, "design", "drafter"), (marked.Marking.Level, marked.Department, marked.Drafter.Value));
        Assert.Null(Desk.Mark(new(Note), Who("drafter"), Now));
        Assert.Equal(Secret, Desk.Mark(new(Note) { Level = Secret }, Who("drafter"), Now)!.First.Marking.Level);
    }

    [Theory, Trait("rule", "CL-02")]
    [InlineData(TopSecret, true)]
    [InlineData(Confidential, true)]
    [InlineData(Internal, false)]
    [InlineData(Public, false)]
    public void CL_02_nobody_marks_below_the_default(ConfidentialityLevel level, bool legal)
    {
        ClientTrackingException? refused = null;
        try
        {
            Desk.Mark(new(Contract) { Level = level }, Who("drafter"), Now);
        }
        catch (RuleViolationException e)
        {
            refused = e;
        }

        Assert.Equal(legal ? null : "secrecy.below-default", refused?.Code);
    }

    [Fact, Trait("rule", "CL-04")]
    public void CL_04_nobody_becomes_manager_in_charge_by_being_called_so() =>
        Refused("CL-04", "secrecy.no-manager", () => Desk.Mark(new(Contract) { Level = Secret, ManagerInCharge = Person("drafter") }, Who("drafter"), Now));

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_a_default_term_counts_from_the_day_of_birth_in_the_company_zone()
    {
        var rules = Rules with { Categories = [new(RecordCategories.Contract, Confidential, Period.FromMonths(1))] };
        // 31 January 00:30 in Shanghai is still the 30th in UTC; one month on ends on 28 February (CV-03), which is a Saturday and does not roll.
        var marked = new SecrecyDesk(new(rules)).Mark(new(Contract), Who("drafter"), Instant.FromUtc(2026, 1, 30, 16, 30))!.First.Marking;
        Assert.Equal((new LocalDate(2026, 2, 28), Instant.FromUtc(2026, 2, 28, 16, 0)), (marked.LastDay!.Value, marked.DeclassifiesAt!.Value));
    }

    [Fact, Trait("rule", "T41")]
    public void T41_the_level_falls_at_the_instant_the_term_ends_and_the_job_only_writes_the_record_once()
    {
        var record = Record(TopSecret, LastDay);
        Assert.Equal((TopSecret, Internal), (record.LevelAt(JustBefore), record.LevelAt(End)));
        Assert.Equal((false, true), (MayRead("stranger", record, JustBefore), MayRead("stranger", record, End)));

        var late = End + Duration.FromDays(3);
        var written = Assert.IsType<Declassified>(Assert.Single(Desk.Settle(record, Offices, late)));
        Assert.Equal((End, Actor.System.Id, late), (written.At, written.By, written.RecordedAt));
        var after = record.After(written);
        Assert.Empty(Desk.Settle(after, Offices, late));
        Assert.Equal(record.SearchFields([]), after.SearchFields([]), SameAccess);
        Assert.Empty(Desk.Settle(record, Offices, JustBefore));
    }

    [Fact, Trait("rule", "T41")]
    public void T41_a_term_to_31_December_2025_is_over_at_midnight_in_Shanghai()
    {
        var record = Desk.Mark(new(Contract) { LastDay = new(2025, 12, 31) }, Who("drafter"), Instant.FromUtc(2025, 6, 1, 0, 0))!.First;
        Assert.Equal(Internal, record.LevelAt(Instant.FromUtc(2025, 12, 31, 16, 0)));
        Assert.Equal(Confidential, record.LevelAt(Instant.FromUtc(2025, 12, 31, 15, 59)));
    }

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_a_term_that_is_over_or_has_no_secret_is_refused_and_without_a_term_it_stays_secret()
    {
        Refused("CL-08", "secrecy.term-over", () => Record(Secret, new(2026, 3, 10)));
        Refused("CL-08", "secrecy.term-without-secret", () => Record(Internal, LastDay));
        Assert.Equal(Confidential, Record(Confidential, new(2026, 3, 11)).LevelAt(Now));
        Assert.Equal(Secret, Record(Secret).LevelAt(Now + Duration.FromDays(100 * 365)));
    }

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_a_continuation_is_ordered_before_the_end_not_at_it()
    {
        var record = Record(Secret, LastDay);
        var continued = record.After(Desk.Continue(record, Who("head"), new(2027, 3, 31), "still a tender", JustBefore));
        Assert.Equal((Secret, Internal), (continued.LevelAt(End), continued.LevelAt(Instant.FromUtc(2027, 3, 31, 16, 0))));
        Assert.Equal(2, continued.Markings.Length);
        Assert.Equal(Secret, record.After(Desk.Continue(record, Who("vice"), null, "for good", Now)).LevelAt(End + Duration.FromDays(9999)));
        Refused("CL-08", "secrecy.too-late-to-continue", () => Desk.Continue(record, Who("head"), new(2027, 3, 31), "late", End));
        Refused("CL-08", "secrecy.not-longer", () => Desk.Continue(record, Who("head"), LastDay, "same", Now));
        Refused("CL-08", "secrecy.reason-missing", () => Desk.Continue(record, Who("head"), null, " ", Now));
        Refused("CL-08", "secrecy.no-term", () => Desk.Continue(Record(Secret), Who("head"), null, "none", Now));
        Assert.All(
            ["gm", "manager", "other-head", "drafter", "stranger"],
            who => Assert.Throws<AccessDeniedException>(() => Desk.Continue(record, Who(who), null, "x", Now)));
    }

    [Theory, Trait("rule", "CL-08")]
    [InlineData("head", Secret, Confidential, true)]
    [InlineData("head", Confidential, Secret, true)]
    [InlineData("head", Internal, Secret, true)]
    [InlineData("head", Secret, TopSecret, false)]
    [InlineData("head", TopSecret, Secret, false)]
    [InlineData("vice", Secret, TopSecret, true)]
    [InlineData("president", TopSecret, Public, true)]
    [InlineData("gm", Secret, Confidential, false)]
    [InlineData("other-head", Confidential, Internal, false)]
    [InlineData("manager", Secret, Confidential, false)]
    [InlineData("drafter", Secret, Confidential, false)]
    public void CL_08_who_changes_the_level(string who, ConfidentialityLevel from, ConfidentialityLevel to, bool legal)
    {
        var record = Record(from, manager: null);
        if (!legal) Assert.Throws<AccessDeniedException>(() => Desk.ChangeLevel(record, Who(who), to, null, "reason", Now));
        else Assert.Equal([from, to], record.After(Desk.ChangeLevel(record, Who(who), to, null, "reason", Now)).Markings.Select(marking => marking.Level));
    }

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_a_change_needs_a_reason_changes_something_and_never_shortens_a_top_secret_term_without_leadership()
    {
        var record = Record(TopSecret, LastDay);
        Assert.Throws<AccessDeniedException>(() => Desk.ChangeLevel(record, Who("head"), TopSecret, new(2026, 3, 11), "short", Now));
        Refused("CL-08", "secrecy.reason-missing", () => Desk.ChangeLevel(record, Who("vice"), Secret, null, "", Now));
        Refused("CL-08", "secrecy.nothing-changes", () => Desk.ChangeLevel(record, Who("vice"), TopSecret, LastDay, "same", Now));
        var shortened = record.After(Desk.ChangeLevel(record, Who("vice"), TopSecret, new(2026, 3, 11), "short", Now));
        Assert.Equal(Internal, shortened.LevelAt(Instant.FromUtc(2026, 3, 11, 16, 0)));
    }

    [Fact, Trait("rule", "CL-08")]
    public void CL_08_raising_a_record_whose_term_is_over_first_puts_that_on_record()
    {
        var record = Record(Confidential, LastDay);
        var events = Desk.ChangeLevel(record, Who("head"), Confidential, null, "again", End);
        Assert.Collection(events, first => Assert.IsType<Declassified>(first), second => Assert.IsType<LevelChanged>(second));
        Assert.Equal(Confidential, record.After(events).LevelAt(End));
    }

    private static readonly EqualityComparer<AccessFields> SameAccess = EqualityComparer<AccessFields>.Create((left, right) =>
        (left! with { Grants = [], Holdings = [], Participants = [] }) == (right! with { Grants = [], Holdings = [], Participants = [] }));

    private static void Refused(string rule, string code, Action order)
    {
        var refused = Assert.Throws<RuleViolationException>(order);
        Assert.Equal((rule, code), (refused.Rule.Value, refused.Code));
    }
}
