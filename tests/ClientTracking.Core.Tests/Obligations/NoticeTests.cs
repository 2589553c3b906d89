using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Oversight;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Obligations;

/// <summary>Reminders and escalations of a duty due on Wednesday 2026-03-04 at 18:00.</summary>
public sealed class NoticeTests
{
    [Fact]
    public async Task Reminders_before_and_escalations_after_are_each_told_once_at_their_time_in_business_hours()
    {
        await using var host = DutyHost.Of("2wd", rule => rule
            .Remind("1wd", "2wh").Escalate("1wd", DutyKind.Head).Escalate("30h", new Role("Board"), atAnyHour: true));
        var id = await host.Opened();
        await Tells(host, "2026-03-04 08:59", null); // a working day before is Tuesday 18:00, when nobody works any more
        await Tells(host, "2026-03-04 09:00", "reminded -2 李四");
        await Tells(host, "2026-03-04 15:59", null);
        await Tells(host, "2026-03-04 16:00", "reminded -1 李四");
        await Tells(host, "2026-03-04 18:00", null);
        host.Clock.AdvanceMilliseconds(1);
        await Tells(host, null, "overdue 0 李四");
        await Tells(host, "2026-03-05 18:00", null); // the first level is Thursday 18:00, sent when business opens on Friday
        await Tells(host, "2026-03-05 23:59", null);
        await Tells(host, "2026-03-06 00:00", "escalated 2 Board"); // thirty hours after, at any hour: it is the higher level, so the first is not sent any more
        await Tells(host, "2026-03-09 18:00", null);
        Assert.All(host.Notices, notice => Assert.True(notice.Subject == id));
    }

    [Fact]
    public async Task After_a_standstill_only_the_highest_level_reached_is_told()
    {
        await using var host = DutyHost.Of("2wd", rule => rule.Remind("1wd", "2wh").Escalate("1h", DutyKind.Head).Escalate("1wd", new Role("Board")));
        await host.Opened();
        await Tells(host, "2026-03-20 10:00", "escalated 2 Board");
        await Tells(host, "2026-03-27 10:00", null);
    }

    [Fact, Trait("trap", "T29")]
    public async Task T29_a_level_on_Saturday_night_is_meant_then_and_sent_on_Monday_morning()
    {
        await using var host = DutyHost.Of("sat@18:00~none", rule => rule.Escalate("5h", DutyKind.Head));
        await host.Opened();
        await Tells(host, "2026-03-07 20:00", "overdue 0 李四");
        await Tells(host, "2026-03-08 12:00", null);
        await Tells(host, "2026-03-09 08:59", null);
        await Tells(host, "2026-03-09 09:00", "escalated 1 Head");
        Assert.Equal(Shanghai("2026-03-07 23:00"), host.Notices[^1].At);
    }

    [Fact, Trait("trap", "T30")]
    public async Task T30_a_moved_date_reminds_again_also_on_the_same_day_and_nothing_reminds_twice()
    {
        await using var host = DutyHost.Of("2wd@12:00", rule => rule.Remind("1h"));
        var id = await host.Opened();
        await Tells(host, "2026-03-04 11:00", "reminded -1 李四");
        await host.As("王总", DutyKind.Head).Send(new ExtendObligation(id, 1, Shanghai("2026-03-04 15:00"), "加班"));
        await Tells(host, "2026-03-04 13:59", null);
        await Tells(host, "2026-03-04 14:00", "reminded -1 李四");
        Assert.Equal(2, host.Notices.Where(notice => notice.Name == "obligation.reminded").Select(notice => notice.Key).Distinct().Count());
    }

    [Fact]
    public async Task What_is_done_or_held_is_not_told_and_a_resumed_clock_tells_again()
    {
        await using var host = DutyHost.Of("2wd", rule => rule.Remind("2wh"));
        var (done, held) = (await host.Opened(), await host.Opened());
        await host.At("2026-03-03 10:00").Send(new Happen("done", done));
        await host.Send(new Happen("asked", held));
        await Tells(host, "2026-03-05 10:00", null);
        await host.At("2026-03-06 09:00").Send(new Happen("answered", held)); // due Monday 18:00
        await Tells(host, "2026-03-09 16:00", "reminded -1 李四");
        Assert.Equal(held, host.Notices[^1].Subject);
    }

    [Fact]
    public async Task Eight_sweeps_at_once_tell_each_level_once()
    {
        await using var host = DutyHost.Of("2wd", rule => rule.Remind("2wh"));
        for (var i = 0; i < 20; i++) await host.Opened();
        host.At("2026-03-04 16:00");
        var sweeper = host.Get<ClientTracking.Tracking.ObligationSweeper>();
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => sweeper.SweepAsync(TestContext.Current.CancellationToken))));
        Assert.Equal(20, told.Sum());
        await host.RunDue();
        var reminders = host.Notices.Where(notice => notice.Name == "obligation.reminded").ToList();
        Assert.Equal((20, 20), (reminders.Count, reminders.Select(notice => notice.Key).Distinct().Count()));
    }

    /// <summary>Sets the clock, makes the one call twice, and compares what was told since.</summary>
    private static async Task Tells(TestHost host, string? at, string? expected)
    {
        if (at is not null) host.At(at);
        var before = ByClock(host).Count;
        await host.RunDue();
        await host.RunDue();
        Assert.Equal(expected is null ? [] : [expected], ByClock(host).Skip(before));
    }

    private static List<string> ByClock(TestHost host) =>
        [.. host.Notices.Where(notice => notice.Level is not null)
            .Select(notice => $"{notice.Name["obligation.".Length..]} {notice.Level} {notice.Person?.Value ?? notice.Role!.Value.Value}")];
}
