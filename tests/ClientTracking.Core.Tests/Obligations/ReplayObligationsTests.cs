using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Oversight;
using ClientTracking.Regulations;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Obligations;

/// <summary>A new notice, company day or rule version: told before it is applied, applied to what it moves, both results kept.</summary>
public sealed class ReplayObligationsTests
{
    private static LocalDate Date(string date) => LocalDatePattern.Iso.Parse(date).Value;

    /// <summary>The schedule as announced in November 2019, before 国办发明电〔2020〕1号 extended the Spring Festival.</summary>
    private static WorkCalendar November { get; } = WorkCalendars.China.With("November 2019", layer => layer
        .Withdraw(Date("2020-01-31")).AddMakeUpDay(Date("2020-02-01"), "春节", "国办发明电〔2019〕16号").Withdraw(Date("2020-02-02")));

    [Fact, Trait("trap", "T7")]
    public async Task T7_the_notice_of_January_2020_moves_what_it_crosses_and_both_due_instants_are_kept()
    {
        var calendar = November;
        await using var host = DutyHost.Of("1wd", configure: tracking => tracking.UseCalendar(_ => calendar)).At("2020-01-23 10:00");
        var id = await host.Opened();
        Assert.Equal(Shanghai("2020-01-31 18:00"), (await host.Duty(id)).Due);

        host.At("2020-01-27 10:00").As("王总", DutyKind.Head);
        var preview = Assert.Single((await host.Ask(new PreviewReplay { Calendar = WorkCalendars.China })).Items);
        Assert.Equal((Shanghai("2020-01-31 18:00"), Shanghai("2020-02-03 18:00")), (preview.Row.Obligation.Due, preview.After.Due));
        Assert.Equal(1, (await host.Stored(id)).Version); // nothing is applied yet

        calendar = WorkCalendars.China;
        Assert.Equal(preview, Assert.Single(await Replay(host, "国办发明电〔2020〕1号")));
        var stored = await host.Stored(id);
        Assert.Equal((Shanghai("2020-02-03 18:00"), 1), (stored.Obligations[0].Due, stored.Obligations[0].Revision));
        Assert.Equal(
            [Shanghai("2020-01-31 18:00"), Shanghai("2020-02-03 18:00")],
            stored.Journal.SelectMany(entry => entry.Obligations).Select(change => change.After.Due));
        Assert.Equal(("obligations.replay", "国办发明电〔2020〕1号"), (stored.Journal[^1].Name, stored.Journal[^1].Reason));
        Assert.Empty(await Replay(host, "again"));
        Assert.Equal(2, (await host.Stored(id)).Version);
    }

    [Fact, Trait("trap", "T8")]
    public async Task T8_the_list_has_only_what_crosses_the_changed_days()
    {
        // Monday 2019-04-22. Before the notice of 22 March 2019 only Wednesday 1 May was off; after it also 2 and 3 May, 28 April is worked.
        var before = WorkCalendars.China.With("2018", layer => layer
            .Withdraw(Date("2019-04-28")).Withdraw(Date("2019-05-02")).Withdraw(Date("2019-05-03")).Withdraw(Date("2019-05-04")).Withdraw(Date("2019-05-05")));
        var rules = Enumerable.Range(1, 9).Aggregate(new RegulationBuilder(DutyKind.Rules).Oversight("D-09", DutyKind.Head), (regulation, days) =>
            regulation.Owe($"D-0{days}", $"{days}", $"{days}").By(DutyKind.Clerk).On("opened").Until($"{days}wd")).Build();
        await using var host = DutyHost.Of("1wd", configure: tracking => tracking.UseCalendar(before).AddRegulation(rules)).At("2019-04-22 10:00");
        await host.Opened();
        var moves = (await host.Ask(new PreviewReplay { Calendar = WorkCalendars.China })).Items;
        // before: 23 24 25 26 29 30 | 2 3 6 May; after: 23 24 25 26 28(Sun) 29 30 | 5(Sun) 6
        Assert.Equal(
            ["5: 2019-04-29 → 2019-04-28", "6: 2019-04-30 → 2019-04-29", "7: 2019-05-02 → 2019-04-30", "8: 2019-05-03 → 2019-05-05"],
            moves.Select(move => $"{move.Row.Obligation.Id}: {Day(move.Row.Obligation.Due)} → {Day(move.After.Due)}"));
    }

    [Fact, Trait("trap", "T45")]
    public async Task A_provisional_due_instant_is_counted_again_when_the_notice_is_there()
    {
        var calendar = WorkCalendars.China;
        await using var host = DutyHost.Of("3wd", configure: tracking => tracking.UseCalendar(_ => calendar)).At("2026-12-29 10:00");
        var id = await host.Opened();
        Assert.Equal((Shanghai("2027-01-01 18:00"), true), ((await host.Duty(id)).Due, (await host.Duty(id)).Provisional));
        // A made-up notice: 1 to 3 January off.
        calendar = WorkCalendars.China.With("2027", layer => layer
            .AddHoliday(Date("2027-01-01"), "元旦", "n").AddHoliday(Date("2027-01-02"), "元旦", "n").AddHoliday(Date("2027-01-03"), "元旦", "n")
            .Published(Date("2004-01-01"), Date("2027-12-31")));
        var moved = Assert.Single(await Replay(host.As("王总", DutyKind.Head), "2027年放假通知")).After;
        Assert.Equal((Shanghai("2027-01-04 18:00"), false, 1), (moved.Due, moved.Provisional, moved.Revision));
        Assert.Equal(moved.Due, (await host.Duty(id)).Due);
    }

    [Fact]
    public async Task A_company_day_moves_held_clocks_too_and_leaves_promises_and_extensions_alone()
    {
        var calendar = WorkCalendars.China;
        await using var host = DutyHost.Of("2wd", configure: tracking => tracking.UseCalendar(_ => calendar));
        var (held, extended) = (await host.Opened(), await host.Opened());
        host.As("王总", DutyKind.Head);
        await host.Send(new ExtendObligation(extended, 1, Shanghai("2026-03-05 18:00"), "x"));
        await host.Send(new PauseObligation(held, 1, "等客户答复"));
        calendar = WorkCalendars.China.With("厂庆", layer => layer.AddDayOff(Date("2026-03-03"), "厂庆"));
        var moved = Assert.Single(await Replay(host, "厂庆"));
        Assert.Equal((held, ObligationStatus.Paused, Shanghai("2026-03-05 18:00")), (moved.Row.Subject, moved.After.Status, moved.After.Due));
    }

    [Fact]
    public async Task What_is_open_keeps_the_version_it_was_opened_under_until_it_is_replayed()
    {
        await using var host = DutyHost.Of("2wd");
        var (store, id) = (host.Store, await host.Opened());
        await using var later = DutyHost.Of("2wd", configure: tracking =>
        {
            tracking.Services.AddSingleton(store);
            tracking.AddRegulation(DutyKind.Published("5wd", version: 2));
        });
        later.As("王总", DutyKind.Head);
        await later.Send(new Happen("asked", id));
        await later.Send(new Happen("answered", id));
        Assert.Equal((1, Shanghai("2026-03-04 18:00")), ((await later.Stored(id)).RegulationVersion, (await later.Duty(id)).Due));
        var fresh = await later.Opened();
        Assert.Equal((2, Shanghai("2026-03-09 18:00")), ((await later.Stored(fresh)).RegulationVersion, (await later.Duty(fresh)).Due));

        var version2 = later.Get<TrackingModel>().Regulation(DutyKind.Rules);
        var preview = Assert.Single((await later.Ask(new PreviewReplay { Regulation = version2 })).Items);
        Assert.Equal(Shanghai("2026-03-09 18:00"), preview.After.Due);
        Assert.Single(await Replay(later.As("王总", DutyKind.Head), "第二版", version2));
        var stored = await later.Stored(id);
        Assert.Equal((2, Shanghai("2026-03-09 18:00"), "5wd"), (stored.RegulationVersion, stored.Obligations[0].Due, stored.Obligations[0].Deadline.ToString()));
        Assert.Equal(1, stored.AsOf(1).RegulationVersion);
        Assert.Equal(ObligationEvent.Retargeted, Assert.Single(stored.Journal[^1].Obligations).What);
    }

    [Fact]
    public async Task Pages_of_one_find_the_same_as_one_page_and_a_foreign_cursor_is_refused()
    {
        await using var host = DutyHost.Of("2wd");
        for (var i = 0; i < 3; i++) await host.Opened();
        host.As("王总", DutyKind.Head);
        var query = new PreviewReplay { Take = 1, Calendar = WorkCalendars.China.With("厂庆", layer => layer.AddDayOff(Date("2026-03-03"), "厂庆")) };
        var (found, asked) = (0, 0);
        do
        {
            var page = await host.Ask(query);
            (found, asked) = (found + page.Items.Length, asked + 1);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        Assert.Equal((3, 4), (found, asked)); // three pages of running clocks, one of held ones
        Assert.Equal("after", Assert.Single((await Assert.ThrowsAsync<InvalidRequestException>(() => host.Ask(query with { After = "x" }))).Faults).Path);
    }

    [Fact]
    public async Task Only_oversight_may_replay()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.Send(new ReplayObligations(id, "x")));
    }

    private static async Task<List<DueMove>> Replay(TestHost host, string reason, Regulation? regulation = null)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var tracker = scope.ServiceProvider.GetRequiredService<ITracker>();
        var moves = new List<DueMove>();
        await foreach (var move in tracker.ReplayAsync(reason, regulation, TestContext.Current.CancellationToken)) moves.Add(move);
        return moves;
    }

    private static string Day(Instant due) => LocalDatePattern.Iso.Format(WorkCalendars.China.DateOf(due));
}
