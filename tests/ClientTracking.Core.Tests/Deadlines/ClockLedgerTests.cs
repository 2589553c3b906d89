using ClientTracking.Deadlines;
using NodaTime;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>CV-15 and CV-16, worked by hand. 2026-03-02 is a Monday; March 2026 has no holiday.</summary>
public sealed class ClockLedgerTests
{
    [Theory, Trait("rule", "CV-15")]
    [InlineData("4h", "2026-03-02 10:00", "2026-03-02 11:00", "2026-03-03 09:00", "2026-03-03 12:00")]
    [InlineData("90min", "2026-03-02 10:00", "2026-03-02 11:00", "2026-03-07 23:45", "2026-03-08 00:15")]
    [InlineData("at-once", "2026-03-02 10:00", "2026-03-02 10:20", "2026-03-02 15:00", "2026-03-02 15:10")]
    [InlineData("4wh", "2026-03-02 10:00", "2026-03-02 11:00", "2026-03-03 16:30", "2026-03-04 10:30")]
    [InlineData("5wd", "2026-03-02 10:00", "2026-03-04 10:00", "2026-03-10 10:00", "2026-03-13 18:00")] // Thu, Fri, Mon were left
    [InlineData("5wd", "2026-03-02 10:00", "2026-03-07 10:00", "2026-03-15 10:00", "2026-03-16 18:00")] // Mon was left
    [InlineData("5wd", "2026-03-02 10:00", "2026-03-09 10:00", "2026-03-11 17:59", "2026-03-11 18:00")] // only the last day itself
    [InlineData("5wd", "2026-03-02 10:00", "2026-03-09 10:00", "2026-03-11 18:00:00.001", "2026-03-12 18:00")]
    [InlineData("5wd", "2026-03-02 10:00", "2026-03-09 10:00", "2026-03-14 10:00", "2026-03-16 18:00")]
    [InlineData("10d", "2026-03-02 10:00", "2026-03-05 10:00", "2026-03-09 10:00", "2026-03-16 18:00")]
    [InlineData("5d", "2026-03-02 10:00", "2026-03-04 10:00", "2026-03-05 10:00", "2026-03-09 18:00")] // to Sat 7; +1 day: Sun 8, rolled
    [InlineData("5d", "2026-03-02 10:00", "2026-03-04 10:00", "2026-03-09 10:00", "2026-03-12 18:00")] // 3 days of the unrolled period
    [InlineData("5d", "2026-03-02 10:00", "2026-03-08 10:00", "2026-03-10 10:00", "2026-03-10 18:00")] // only the roll was left
    [InlineData("5d@24:00~none", "2026-03-02 10:00", "2026-03-04 10:00", "2026-03-05 10:00", "2026-03-09 00:00")]
    [InlineData("1mo", "2026-03-02 10:00", "2026-03-30 10:00", "2026-04-10 10:00", "2026-04-13 18:00")]
    [InlineData("same-day", "2026-03-02 10:00", "2026-03-02 11:00", "2026-03-04 19:00", "2026-03-05 18:00")]
    [InlineData("thu@cob", "2026-03-02 10:00", "2026-03-03 10:00", "2026-03-06 10:00", "2026-03-12 18:00")]
    public void What_was_left_starts_again_in_the_rules_own_unit(string rule, string trigger, string pause, string resume, string due)
    {
        var start = Start(China, rule, trigger);
        var paused = start.Pause(China, At(pause), "waiting for the client");
        Assert.Null(paused.Due);
        var ledger = paused.Resume(China, At(resume));
        Assert.Equal(due, Minute(ledger.Due));
        Assert.Equal(due == Minute(start.Due) ? 0 : 1, ledger.Revision);
    }

    [Fact, Trait("rule", "T18")]
    public void Working_hours_are_paused_in_working_hours()
    {
        var paused = Start(S, "8wh", "2025-10-17 16:00").Pause(S, At("2025-10-17 17:00"), "client");
        Assert.Equal(new TimeLeft(DeadlineUnit.WorkingHours, 0, Duration.FromHours(7)), paused.Read(S, At("2025-10-19 10:00")).Left);
        Assert.Equal("2025-10-20 18:00", Minute(paused.Resume(S, At("2025-10-20 10:00")).Due));
    }

    [Fact, Trait("rule", "T19"), Trait("rule", "T30")]
    public void A_pause_over_the_weekend_moves_nothing_and_keeps_the_revision()
    {
        var ledger = Start(S, "8wh", "2025-10-17 16:00").Pause(S, At("2025-10-17 19:00"), "client").Resume(S, At("2025-10-19 20:00"));
        Assert.Equal(("2025-10-20 16:00", 0), (Minute(ledger.Due), ledger.Revision));
    }

    [Fact, Trait("rule", "T20")]
    public void Pauses_count_to_the_second()
    {
        var ledger = Start(China, "1h", "2026-03-02 10:00")
            .Pause(China, At("2026-03-02 10:00:05"), "a").Resume(China, At("2026-03-02 10:00:10"))
            .Pause(China, At("2026-03-02 10:00:20"), "b").Resume(China, At("2026-03-02 10:00:50"));
        Assert.Equal(At("2026-03-02 11:00:35"), ledger.Due);
    }

    [Fact, Trait("rule", "T21"), Trait("rule", "T30")]
    public void A_new_target_during_a_pause_keeps_what_has_passed()
    {
        var start = Start(S, "16wh", "2025-10-17 16:00");
        Assert.Equal("2025-10-21 16:00", Minute(start.Due));
        var raised = start.Pause(S, At("2025-10-17 17:00"), "client")
            .Retarget(S, At("2025-10-18 10:00"), DeadlineRule.WorkingHours(8), start.Events[0].At, "priority");
        Assert.Equal((null, true, false, 1), (raised.Due, raised.IsPaused, raised.Read(S, At("2025-10-25 10:00")).IsMissed, raised.Revision));
        var resumed = raised.Resume(S, At("2025-10-20 10:00"));
        Assert.Equal(("2025-10-20 18:00", 2), (Minute(resumed.Due), resumed.Revision));
    }

    [Fact]
    public void A_new_target_can_be_counted_from_now()
    {
        var now = At("2025-10-18 10:00");
        var ledger = Start(S, "16wh", "2025-10-17 16:00").Pause(S, At("2025-10-17 17:00"), "client")
            .Retarget(S, now, DeadlineRule.WorkingHours(8), now).Resume(S, At("2025-10-20 10:00"));
        Assert.Equal("2025-10-21 10:00", Minute(ledger.Due)); // Monday 10-12, 13-18 and one hour on Tuesday
    }

    [Fact, Trait("rule", "T22")]
    public void A_due_instant_that_passes_during_a_pause_is_not_missed_and_one_missed_before_stays_missed()
    {
        var start = Start(China, "2d", "2026-03-02 10:00"); // due Wednesday 18:00
        var held = start.Pause(China, At("2026-03-04 18:00"), "client"); // exactly at the due instant is on time
        var reading = held.Read(China, At("2026-03-20 10:00"));
        Assert.Equal((null, true, false), (reading.Due, reading.IsPaused, reading.IsMissed));
        Assert.False(held.LatenessAt(China, At("2026-03-20 10:00")).IsLate);

        var missed = start.Pause(China, At("2026-03-04 18:00:00.001"), "client");
        reading = missed.Read(China, At("2026-03-05 10:00"));
        Assert.Equal((At("2026-03-04 18:00"), true, true), (reading.Due!.Value, reading.IsPaused, reading.IsMissed));
        var resumed = missed.Resume(China, At("2026-03-09 10:00"));
        Assert.Equal((At("2026-03-04 18:00"), 0), (resumed.Due!.Value, resumed.Revision));
        Assert.Equal(new Lateness(5), resumed.LatenessAt(China, At("2026-03-09 10:00")));
    }

    [Fact, Trait("rule", "T7"), Trait("rule", "T23")]
    public void A_later_notice_changes_nothing_until_it_is_asked_for()
    {
        var (former, latter) = (Clock.November, Clock.January);
        var ledger = Start(former, "5wd", "2020-01-23 10:00");
        Assert.Equal("2020-02-05 18:00", Minute(ledger.Due));
        Assert.Equal("2020-02-05 18:00", Minute(ledger.Read(latter, At("2020-01-30 10:00")).Due));
        var again = ledger.Recalculate(latter, At("2020-01-26 12:00"));
        Assert.Equal(("2020-02-07 18:00", 1, ClockEventKind.Recalculated), (Minute(again.Due), again.Revision, again.Events[^1].Kind));
        Assert.Same(again, again.Recalculate(latter, At("2020-01-27 12:00")));
    }

    [Fact, Trait("rule", "CV-16")]
    public void An_extension_applied_for_in_time_replaces_the_due_instant()
    {
        var start = Start(China, "2d", "2026-03-02 10:00"); // due Wednesday 4 March 18:00
        var due = At("2026-03-13 18:00");
        var extended = start.Extend(China, approved: At("2026-03-06 10:00"), applied: At("2026-03-04 18:00"), due);
        Assert.Equal((due, 1), (extended.Due!.Value, extended.Revision));
        Assert.False(extended.LatenessAt(China, due).IsLate);
        Assert.False(extended.Read(China, due).IsMissed);
        Assert.Equal(new Lateness(1), extended.LatenessAt(China, At("2026-03-14 09:00")));
    }

    [Fact, Trait("rule", "CV-16")]
    public void Applied_for_too_late_the_lateness_up_to_the_approval_stays()
    {
        var due = At("2026-03-13 18:00");
        var extended = Start(China, "2d", "2026-03-02 10:00")
            .Extend(China, approved: At("2026-03-06 10:00"), applied: At("2026-03-04 18:00:00.001"), due);
        Assert.Equal(new Lateness(2), extended.LatenessAt(China, due)); // 4 to 6 March
        Assert.Equal(new Lateness(3), extended.LatenessAt(China, At("2026-03-14 09:00")));
        Assert.True(extended.Read(China, At("2026-03-07 10:00")).IsMissed);
    }

    [Fact, Trait("rule", "CV-16")]
    public void An_extension_during_a_pause_is_held_from_its_approval_and_never_shortened()
    {
        var ledger = Start(China, "same-day", "2026-03-02 10:00").Pause(China, At("2026-03-02 11:00"), "client")
            .Extend(China, At("2026-03-03 10:00"), At("2026-03-03 09:00"), At("2026-03-20 18:00"));
        Assert.Null(ledger.Due);
        Assert.Equal("2026-03-20 18:00", Minute(ledger.Resume(China, At("2026-03-04 10:00")).Due));
    }

    [Fact]
    public void A_commitment_is_paused_in_calendar_days()
    {
        var ledger = ClockLedger.Commit(China, At("2026-03-02 10:00"), At("2026-03-11 18:00"))
            .Pause(China, At("2026-03-04 10:00"), "client").Resume(China, At("2026-03-06 10:00"));
        Assert.Equal("2026-03-13 18:00", Minute(ledger.Due));
    }

    [Fact]
    public void Entries_that_make_no_sense_are_refused()
    {
        var ledger = Start(China, "2d", "2026-03-02 10:00");
        var now = At("2026-03-03 10:00");
        var paused = ledger.Pause(China, now, "client");
        Assert.Throws<InvalidOperationException>(() => paused.Pause(China, now, "client"));
        Assert.Throws<InvalidOperationException>(() => ledger.Resume(China, now));
        Assert.Throws<ArgumentException>(() => ledger.Pause(China, now, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Pause(China, At("2026-03-02 09:59"), "client"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Extend(China, now, now, ledger.LastDue));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Extend(China, now, now + Duration.FromHours(1), At("2026-03-09 10:00")));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Retarget(China, now, DeadlineRule.Days(1), now + Duration.FromHours(1)));
        Assert.Throws<ArgumentException>(() => new ClockLedger([], now, false, false, 0, []));
    }

    [Fact]
    public void A_ledger_restored_from_its_data_is_equal()
    {
        var ledger = Start(China, "2d", "2026-03-02 10:00").Pause(China, At("2026-03-03 10:00"), "client");
        var restored = new ClockLedger([.. ledger.Events.Select(entry => entry with { })], ledger.LastDue, ledger.Provisional, ledger.IsSuspended, ledger.Revision, ledger.Missed);
        Assert.Equal(ledger, restored);
        Assert.Equal(ledger.Resume(China, At("2026-03-09 10:00")), restored.Resume(China, At("2026-03-09 10:00")));
    }

    private static ClockLedger Start(DeadlineCalculator calculator, string rule, string trigger) =>
        ClockLedger.Start(calculator, DeadlineRule.Parse(rule), At(trigger));

    private static string Minute(Instant? instant) => Local(instant!.Value)[..16];
}
