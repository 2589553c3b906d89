using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Oversight;
using ClientTracking.Storage;
using ClientTracking.Tracking;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Obligations;

/// <summary>What can become of a duty of two working days: Monday 2026-03-02 10:00 → Wednesday 2026-03-04 18:00.</summary>
public sealed class ObligationLifeTests
{
    [Theory, Trait("rule", "CV-13")]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Done_at_the_due_instant_is_on_time_and_a_millisecond_later_is_late(int milliseconds, bool late)
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        host.Clock.Reset(Shanghai("2026-03-04 18:00") + Duration.FromMilliseconds(milliseconds));
        await host.Send(new Happen("done", id));
        Assert.Equal((ObligationStatus.Fulfilled, late), ((await host.Duty(id)).Status, (await host.Duty(id)).FulfilledLate));
    }

    [Fact, Trait("rule", "CV-15")]
    public async Task CV_15_a_pause_holds_the_clock_and_what_was_left_starts_again()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        await host.At("2026-03-03 10:00").As("王总", DutyKind.Head).Send(new PauseObligation(id, 1, "等客户答复"));
        Assert.Equal(ObligationStatus.Paused, (await host.Duty(id)).Status);
        host.At("2026-03-05 12:00");
        Assert.False((await host.Duty(id)).IsOverdueAt(host.Clock.GetCurrentInstant()));
        Assert.Equal(0, await Told(host, "obligation.overdue"));
        await host.At("2026-03-06 09:00").Send(new ResumeObligation(id, 1));
        // On Tuesday one working day was left, the Wednesday; one working day after Friday is Monday.
        var resumed = await host.Duty(id);
        Assert.Equal((ObligationStatus.Open, Shanghai("2026-03-09 18:00"), 1), (resumed.Status, resumed.Due, resumed.Revision));
        Assert.Equal("等客户答复", resumed.Clock.Events[1].Reason);
    }

    [Fact, Trait("rule", "CV-15")]
    public async Task CV_15_the_regulation_can_pause_and_resume_by_what_happens()
    {
        await using var host = DutyHost.Of("8wh");
        var id = await host.Opened(); // Monday 10:00, 6.5 hours that day; due Tuesday 10:30
        await host.At("2026-03-02 17:00").Send(new Happen("asked", id)); // 5.5 used, 2.5 left
        await host.At("2026-03-04 09:00").Send(new Happen("answered", id));
        Assert.Equal(Shanghai("2026-03-04 11:30"), (await host.Duty(id)).Due);
    }

    [Fact, Trait("rule", "CV-15")]
    public async Task CV_15_a_due_instant_already_missed_cannot_be_paused_away()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        await host.At("2026-03-05 09:00").As("王总", DutyKind.Head).Send(new PauseObligation(id, 1, "等客户答复"));
        var missed = await host.Duty(id);
        Assert.Equal((ObligationStatus.Open, true), (missed.Status, missed.Clock.IsPaused));
        Assert.True(missed.IsOverdueAt(host.Clock.GetCurrentInstant()));
        await host.Send(new Happen("done", id));
        Assert.True((await host.Duty(id)).FulfilledLate);
    }

    [Theory, Trait("rule", "CV-16")]
    [InlineData("2026-03-04 18:00", false)] // applied for at the due instant: lateness counts from the new one
    [InlineData("2026-03-05 09:00", true)] // applied for after it: the lateness up to the approval stays
    public async Task CV_16_an_extension_replaces_the_due_instant(string applied, bool late)
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        await host.At("2026-03-05 10:00").As("王总", DutyKind.Head)
            .Send(new ExtendObligation(id, 1, Shanghai("2026-03-10 18:00"), "因实现难度大") { AppliedAt = Shanghai(applied) });
        await host.At("2026-03-10 18:00").Send(new Happen("done", id));
        var done = await host.Duty(id);
        Assert.Equal((Shanghai("2026-03-10 18:00"), 1, late), (done.Due, done.Revision, done.FulfilledLate));
    }

    [Fact, Trait("rule", "CV-16")]
    public async Task CV_16_an_extension_must_be_later_than_what_it_extends()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.As("王总", DutyKind.Head).Send(new ExtendObligation(id, 1, Shanghai("2026-03-04 18:00"), "x")));
        Assert.Equal(("CV-16", "obligation.extension-not-later"), (refused.Rule.Value, refused.Code));
    }

    [Fact]
    public async Task A_waived_duty_is_neither_done_nor_missed_and_is_told_no_more()
    {
        await using var host = DutyHost.Of("2wd", rule => rule.Remind("2wh"));
        var id = await host.Opened();
        var waived = await host.As("王总", DutyKind.Head).Send(new WaiveObligation(id, 1, "客户同意"));
        Assert.Equal((ObligationStatus.Waived, "客户同意", false), (waived.Status, waived.Reason, waived.FulfilledLate));
        host.At("2026-03-09 10:00");
        Assert.Equal(0, await Told(host, "obligation.reminded") + await Told(host, "obligation.overdue"));
        var again = await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new WaiveObligation(id, 1, "x")));
        Assert.Equal("obligation.not-owed", again.Code);
    }

    [Fact]
    public async Task A_cancelled_duty_keeps_its_reason()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        var ended = await host.As("王总", DutyKind.Head).Send(new CancelObligation(id, 1, "客户撤回"));
        Assert.Equal((ObligationStatus.Cancelled, "客户撤回", Shanghai("2026-03-02 10:00")), (ended.Status, ended.Reason, ended.ClosedAt!.Value));
    }

    [Fact]
    public async Task A_reassigned_duty_is_owed_by_the_other_person_until_the_same_instant()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        Assert.Equal(("李四", "客服部"), ((await host.Duty(id)).Assignee!.Value.Value, (await host.Duty(id)).Department));
        await host.As("王总", DutyKind.Head).Send(new ReassignObligation(id, 1, new PersonId("赵六"), "李四休假") { Department = "推广部" });
        Assert.Empty((await host.Ask(new FindObligations(new ObligationQuery { Assignee = DutyKind.Li }))).Items);
        var owed = Assert.Single((await host.Ask(new FindObligations(new ObligationQuery { Assignee = new PersonId("赵六"), Department = "推广部" }))).Items);
        Assert.Equal(Shanghai("2026-03-04 18:00"), owed.Obligation.Due);
    }

    [Fact, Trait("trap", "T26")]
    public async Task T26_a_thank_you_starts_no_clock_and_opening_again_starts_a_new_one()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        await host.At("2026-03-03 10:00").Send(new Happen("done", id));
        var closed = await host.Duty(id);
        await host.At("2026-03-09 10:00").Send(new Happen("thanked", id));
        Assert.Equal(closed, Assert.Single((await host.Stored(id)).Obligations));
        await host.At("2026-03-10 10:00").Send(new Happen("opened", id));
        var stored = await host.Stored(id);
        Assert.Equal(closed, stored.Obligations[0]);
        Assert.Equal((2, Shanghai("2026-03-12 18:00")), (stored.Obligations.Length, stored.Obligations[1].Due));
    }

    [Fact]
    public async Task The_subject_rebuilt_from_its_journal_is_the_subject()
    {
        await using var host = DutyHost.Of("2wd", rule => rule.Remind("2wh").Escalate("1wd", DutyKind.Head));
        var id = await host.Opened();
        await host.At("2026-03-03 10:00").As("王总", DutyKind.Head).Send(new PauseObligation(id, 1, "等客户答复"));
        await host.At("2026-03-06 09:00").Send(new ResumeObligation(id, 1));
        await host.At("2026-03-10 09:00").RunDue();
        await host.Send(new ExtendObligation(id, 1, Shanghai("2026-03-20 18:00"), "补救") { AppliedAt = Shanghai("2026-03-10 09:00") });
        await host.Send(new Happen("done", id));
        var stored = await host.Stored(id);
        Assert.Equal(stored.Obligations, DutyKind.Instance.Replay(stored, stored.Version).Obligations);
        Assert.True(stored.Obligations[0].FulfilledLate); // due Monday 9 March, extended on the 10th: that day of lateness stays
    }

    private static async Task<int> Told(TestHost host, string name)
    {
        await host.RunDue();
        return host.Notices.Count(notice => notice.Name == name);
    }
}
