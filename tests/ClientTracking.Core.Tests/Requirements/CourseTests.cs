using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Oversight;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>What happens beside the straight way: pauses, changed decisions, corrections, absent and departing people.</summary>
public sealed class CourseTests
{
    private static readonly LocalDate Promised = new(2014, 6, 25);

    /// <summary>Promised for Wednesday the 25th, paused on Thursday the 19th for a day: six days were left, so from the 20th until the 26th.</summary>
    [Fact, Trait("rule", "RF-50"), Trait("rule", "CV-15")]
    public async Task RF_50_what_the_staff_owe_is_held_while_the_requester_must_answer()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        await host.As("产品", ProductManager).Send(new AwaitRequester(id, "等沈院确认字段"));
        Assert.Equal(ObligationStatus.Paused, (await Last(host, id, "RF-42")).Status);
        Assert.Equal(ObligationStatus.Open, (await Last(host, id, "RF-38")).Status);
        Assert.Equal("requirement.out-of-order", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new AwaitRequester(id, "再等")))).Code);
        Assert.Empty((await host.Ask(new WhoOwesWhat { Subject = id, Person = new PersonId("开发") })).Items);
        Assert.Equal(["RF-41", "RF-42"], (await host.Ask(new WhoOwesWhat { Subject = id, Person = new PersonId("开发"), Held = true })).Items.Select(row => row.Row.Obligation.Rule.Value));
        await host.At("2014-06-20 09:00").As("产品", ProductManager).Send(new EnterRequesterAnswer(id));
        Assert.Equal((ObligationStatus.Open, Shanghai("2014-06-26 18:00")), ((await Last(host, id, "RF-42")).Status, (await Last(host, id, "RF-42")).Due));
    }

    [Fact, Trait("rule", "RF-50"), Trait("rule", "CV-15")]
    public async Task RF_50_what_arises_while_the_requester_must_answer_is_held_too()
    {
        await using var host = new TestHost();
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new AwaitRequester(id, "等沈院确认"));
        await host.Send(new EstimatePlanning(id, Promised));
        Assert.Equal(ObligationStatus.Paused, (await Last(host, id, "RF-40")).Status);
        await host.Send(new EnterRequesterAnswer(id));
        Assert.Equal((ObligationStatus.Open, Shanghai("2014-06-25 18:00")), ((await Last(host, id, "RF-40")).Status, (await Last(host, id, "RF-40")).Due));
    }

    [Fact, Trait("rule", "RF-50"), Trait("rule", "RF-01")]
    public async Task RF_50_the_board_changes_its_decision_and_RF_34_RF_35_are_owed_anew_from_the_change()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Decision));
        await host.At("2014-06-20 10:00").As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Decline));
        Assert.Equal(Shanghai("2014-06-20 11:00"), (await Last(host, id, "RF-34")).Due);
        Assert.Equal(ObligationStatus.Cancelled, (await Last(host, id, "RF-42")).Status);
        Assert.Equal(ObligationStatus.Cancelled, (await Last(host, id, "RF-35")).Status);
        await host.As("陈小美", Collector).Send(new TellReporter(id, Tidings.Decision));
        Assert.Equal((ObligationStatus.Open, Shanghai("2014-06-20 18:00")), ((await Last(host, id, "RF-35")).Status, (await Last(host, id, "RF-35")).Due));
        await host.As("李小四").Send(new TellRequester(id, Tidings.Decision));
        // Closed as declined, but not delivered: the board may still think again.
        Assert.Equal(RequirementStatus.Accepted, (await host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.C))).Status);
        Assert.Equal(3, (await host.Stored(id)).Journal.Count(entry => entry.Name == "decided"));
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task RF_50_a_mistaken_entry_is_taken_back_and_duties_are_as_if_it_had_not_happened()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        var before = await host.Stored(id);
        await host.At("2014-06-25 10:00").As("开发", IT).Send(new HandOverForAcceptance(id));
        await host.As("产品", ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        await host.RunDue();
        await host.As("陈小美", Collector).Send(new CorrectEntry(id, "验收的是另一个需求"));
        Assert.Equal(RequirementStatus.InAcceptance, (await State(host, id)).Status);
        Assert.Equal((ObligationStatus.Open, Shanghai("2014-06-25 18:00")), ((await Last(host, id, "RF-42")).Status, (await Last(host, id, "RF-42")).Due));
        Assert.Equal(ObligationStatus.Cancelled, (await Last(host, id, "RF-43")).Status);
        await host.Send(new CorrectEntry(id, "也没有移交"));
        Assert.Equal((RequirementStatus.InDevelopment, null), ((await State(host, id)).Status, (await State(host, id)).ActualDelivery));
        Assert.Equal(ObligationStatus.Open, (await Last(host, id, "RF-41")).Status);
        var stored = await host.Stored(id);
        Assert.Equal(["handed-over", "delivered", "entry.reversed", "entry.reversed"], stored.Journal.Skip(before.Journal.Length).Where(entry => entry.Event is not null).Select(entry => entry.Name));
        // Overdue at last, and told so: the delivery that never was hides nothing.
        await host.At("2014-06-25 18:01").RunDue();
        Assert.True((await Last(host, id, "RF-42")).NoticedLevel >= 0);
    }

    [Fact, Trait("rule", "RF-50"), Trait("rule", "RF-13")]
    public async Task RF_50_a_registration_is_not_taken_back_because_its_number_stays()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() => host.As("陈小美", Collector).Send(new CorrectEntry(id, "误登")));
        Assert.Equal("requirement.not-reversible", refused.Code);
    }

    [Fact, Trait("rule", "RF-50")]
    public async Task RF_50_a_duplicate_names_a_requirement_that_exists()
    {
        await using var host = new TestHost();
        var (id, other) = (await host.Registered(), await host.Registered());
        host.As("陈小美", Collector);
        Assert.Equal("duplicateOf", Assert.Single((await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new MarkDuplicate(id, new SubjectId(Guid.NewGuid()))))).Faults).Path);
        Assert.Equal(RequirementStatus.Duplicate, (await host.Send(new MarkDuplicate(id, other))).Status);
        Assert.DoesNotContain((await host.Stored(id)).Obligations, owed => owed.IsOwed);
    }

    /// <summary>The reporter is away from the 20th on; the head of promotion tells the requester.</summary>
    [Fact, Trait("rule", "RF-35"), Trait("rule", "RF-02")]
    public async Task RF_35_the_head_of_promotion_stands_in_for_a_reporter_who_is_away()
    {
        await using var host = new TestHost(tracking => tracking.UseSubstitutes<AwayFromFriday>());
        var id = await host.Decided(DecisionOutcome.Decline);
        await host.At("2014-06-20 10:00").As("陈小美", Collector).Send(new TellReporter(id, Tidings.Decision));
        Assert.Equal("推广部长", (await Last(host, id, "RF-35")).Assignee?.Value);
        Assert.Equal(RequirementStatus.Closed, (await host.As("推广部长").Send(new TellRequester(id, Tidings.Decision))).Status);
    }

    [Fact, Trait("rule", "RF-06")]
    public async Task RF_06_everything_a_leaver_owes_is_handed_over()
    {
        await using var host = new TestHost();
        var (first, second) = (await host.Promised(Promised), await host.Promised(Promised));
        await host.As("产品", ProductManager).Send(new AwaitRequester(second, "等确认"));
        await Assert.ThrowsAsync<AccessDeniedException>(() => HandOver(host.As("开发", IT)));
        // RF-41 and RF-42 of both, the second ones held.
        Assert.Equal(4, await HandOver(host.As("王总", DecisionBoard)));
        Assert.Empty((await host.Ask(new WhoOwesWhat { Person = new PersonId("开发") })).Items);
        Assert.Equal(2, (await host.Ask(new WhoOwesWhat { Person = new PersonId("新人") })).Items.Length);
        Assert.Equal(Shanghai("2014-06-25 18:00"), (await Last(host, first, "RF-42")).Due);
    }

    private static Task<int> HandOver(TestHost host) => host.Work(async tracker =>
    {
        var count = 0;
        await foreach (var _ in tracker.HandOverAsync(new PersonId("开发"), new PersonId("新人"), "离职", TestContext.Current.CancellationToken)) count++;
        return count;
    });

    [Fact]
    public async Task Who_owes_what_is_answered_by_person_department_and_requirement_first_due_first_with_reminders()
    {
        await using var host = new TestHost();
        var (early, late) = (await host.Promised(new(2014, 6, 24)), await host.Promised(new(2014, 6, 27)));
        var owed = (await host.Ask(new WhoOwesWhat { Person = new PersonId("开发") })).Items;
        Assert.Equal([early, early, late, late], owed.Select(row => row.Row.Subject));
        // A working day before Tuesday 18:00.
        Assert.Equal(Shanghai("2014-06-24 18:00"), owed[0].Due);
        Assert.Equal(Shanghai("2014-06-24 09:00"), owed[0].RemindedAt);
        Assert.Equal(["移交验收", "交付需求人"], owed.Take(2).Select(row => row.Title(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"))).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["RF-34", "RF-34", "RF-38", "RF-38"], (await host.Ask(new WhoOwesWhat { Department = "资讯部" })).Items.Select(row => row.Row.Obligation.Rule.Value).Order(StringComparer.Ordinal));
        var page = await host.Ask(new WhoOwesWhat { Subject = early, Take = 3 });
        Assert.Equal(4, page.Items.Length + (await host.Ask(new WhoOwesWhat { Subject = early, Take = 3, After = page.Next })).Items.Length);
        Assert.All((await host.At("2014-06-20 09:00").Ask(new WhoOwesWhat { Department = "资讯部" })).Items, row => Assert.True(row.IsOverdue));
    }

    private static async Task<Obligation> Last(TestHost host, SubjectId id, string rule) => (await host.Stored(id)).Obligations.Last(owed => owed.Rule == rule);

    private static async Task<Requirement> State(TestHost host, SubjectId id) => (await host.Ask(new GetSubject<Requirement>(id)))!.State;

    private sealed class AwayFromFriday : ISubstitutes
    {
        public ValueTask<Holder> FindAsync(Role role, Holder named, Instant at, CancellationToken cancellationToken) =>
            new(role == Reporter && at >= Shanghai("2014-06-20 00:00") ? new Holder(new PersonId("推广部长"), "推广部") : named);
    }
}
