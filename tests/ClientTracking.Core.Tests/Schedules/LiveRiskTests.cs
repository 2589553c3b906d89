using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Schedules;
using ClientTracking.Time;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Schedules;

/// <summary>
/// RF-57 on live requirements: told before it is missed, and no longer once a later date is granted. See <see cref="ScheduleStory"/> for the days.
/// </summary>
public sealed class LiveRiskTests
{
    /// <summary>
    /// 30 h from Thursday end on Tuesday 24th, promised is Wednesday 25th. On Friday evening 26.5 h are left: Monday, Tuesday and Wednesday
    /// take 22.5 h, the last four hours end on Thursday 26th at 14:30, 20.5 hours after close of business of the 25th.
    /// </summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_From_the_decision_to_the_extension_that_takes_the_risk_away()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Planned(team, 30, promisedOnJune: 25);
        await host.Send(new StartWork(team, id, 1));
        Assert.Equal(("01 24T18:00", "", ""), (await host.Finishes(team), await host.Risks(), await host.Told()));

        var progress = await host.At("2014-06-20 18:00").AsITHead().Send(new ReportProgress(team, id, Duration.FromHours(26.5)));
        Assert.Equal(["RF-41", "RF-42"], progress.AtRisk.Select(risk => risk.Rule.Value));
        Assert.Equal("01 RF-41 20.5 by 26; 01 RF-42 20.5 by 26", await host.Risks());
        Assert.Equal(
            "01 RF-41 IT 25T18:00>26T14:30; 01 RF-42 IT 25T18:00>26T14:30; 01 RF-42 ProductManager 25T18:00>26T14:30", await host.Told());
        Assert.Equal("", await host.Told());

        var row = (await host.Ask(new PromisesAtRisk(team)))[^1];
        var application = row.Application("因实现难度大");
        Assert.Equal((id, new LocalDate(2014, 6, 26), new LocalDate(2014, 6, 26)), (application.Requirement, application.NewDate, application.HandOverOn));
        await host.At("2014-06-23 09:00").As("开发", IT).Send(application);
        Assert.Equal("01 RF-41 20.5 by 26; 01 RF-42 20.5 by 26", await host.Risks());
        await host.Signed(id);
        Assert.Equal(("01 26T14:30", "", ""), (await host.Finishes(team), await host.Risks(), await host.Told()));
        Assert.Empty((await host.State(team)).AtRisk);
    }

    /// <summary>The hand-over is promised for the 23rd, the delivery for the 25th: 15 working hours later. 23.5 h of work end on the 24th at 10:00.</summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_The_delivery_follows_the_hand_over_as_it_was_promised_and_a_later_delivery_alone_does_not_stretch_that()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, new LocalDate(2014, 6, 19)));
        await host.Send(new DeliverPlanningDocument(id, "策划案-2014-17"));
        await host.As("开发", IT).Send(new EstimateHandOver(id, new LocalDate(2014, 6, 23)));
        await host.AsITHead().Send(new EstimateWork(team, id, Duration.FromHours(23.5)));
        Assert.Equal("01 RF-41 16 by 24", await host.Risks());
        await host.As("产品", ProductManager).Send(new PromiseDelivery(id, new LocalDate(2014, 6, 25)));
        Assert.Equal("01 RF-41 16 by 24; 01 RF-42 16 by 26", await host.Risks());
        await host.As("开发", IT).Send(new RequestExtension(id, new LocalDate(2014, 6, 26), "因实现难度大"));
        await host.Signed(id);
        Assert.Equal("01 RF-41 16 by 24", await host.Risks());
    }

    /// <summary>16 h from Thursday end on Monday at 10:00, 64 hours after close of business of Friday.</summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_The_planning_document_is_foreseen_only_where_the_product_manager_has_a_schedule()
    {
        await using var host = new TestHost();
        var development = await host.Team();
        var team = (await host.As("产品", ProductManager).Send(new SetUpTeam("策划部", TeamTask.PlanningDocuments, 1))).Team;
        var id = await host.Taken(development, 16, PriorityGrade.B);
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, new LocalDate(2014, 6, 20)));
        Assert.Equal("", await host.Risks());
        await host.Send(new EstimateWork(team, id, Duration.FromHours(16)));
        Assert.Equal(("01 RF-40 64 by 23", ""), (await host.Risks(), await host.Risks(development)));
        Assert.Equal("01 RF-40 ProductManager 20T18:00>23T10:00", await host.Told());
        Assert.Equal(Milestone.Planning, (await host.Ask(new PromisesAtRisk(team)))[0].Application("等待客户资料").Of);
        await host.Send(new DeliverPlanningDocument(id, "策划案-2014-17"));
        Assert.Equal(("", 0, 1), (await host.Risks(), (await host.State(team)).Work.Length, (await host.State(development)).Work.Length));
    }

    /// <summary>The first is to end on Friday exactly as promised. The second, raised to A by the board, takes two hours before it.</summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_A_change_of_another_requirements_grade_is_told_of_the_one_that_it_delays()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var first = await host.Planned(team, 15, promisedOnJune: 20);
        await host.Send(new StartWork(team, first, 1));
        var second = await host.Taken(team, 2, PriorityGrade.B);
        Assert.Equal(("01 20T18:00; 02 23T11:00", ""), (await host.Finishes(team), await host.Told()));
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(second, DecisionOutcome.Accept, PriorityGrade.A));
        Assert.Equal("01 23T11:00; 02 19T11:00", await host.Finishes(team));
        Assert.Equal("01 RF-41 IT 20T18:00>23T11:00; 01 RF-42 IT 20T18:00>23T11:00; 01 RF-42 ProductManager 20T18:00>23T11:00", await host.Told());
        var changes = await host.Ask(new ScheduleChanges(team));
        Assert.Equal([await host.Number(first), await host.Number(second)], changes.Moves.Select(move => move.Number));
        Assert.All(changes.Risks, risk => Assert.Equal((RiskChangeKind.Appeared, Duration.FromHours(65)), (risk.Kind, risk.Change)));
    }

    /// <summary>From Friday evening: 26.5 h end on the 26th at 14:30, 27.5 h at 15:30, 30.5 h on the 27th at 09:30; 22.5 h on the 25th as promised.</summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_is_told_anew_when_another_date_is_to_be_applied_for_and_when_the_risk_comes_back()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Planned(team, 30, promisedOnJune: 25);
        await host.Send(new StartWork(team, id, 1));
        host.At("2014-06-20 18:00");
        var told = new List<string>();
        foreach (var left in (double[])[26.5, 27.5, 30.5, 26.5, 22.5, 26.5])
        {
            await host.Send(new ReportProgress(team, id, Duration.FromHours(left)));
            told.Add((await host.Told()).Split("; ")[0]);
        }

        Assert.Equal(["01 RF-41 IT 25T18:00>26T14:30", "", "01 RF-41 IT 25T18:00>27T09:30", "", "", "01 RF-41 IT 25T18:00>26T14:30"], told);
    }

    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_what_was_not_taken_up_in_time_is_found_by_planning_again_and_nothing_is_written_before_that()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        await host.Planned(team, 15, promisedOnJune: 20);
        Assert.Equal(2, (await host.At("2014-06-19 09:00").As("定时器").Send(new ReplanTeam(team))).Version);
        // An hour later the work ends an hour later: on Monday at 10:00.
        Assert.Equal(3, (await host.At("2014-06-19 10:00").Send(new ReplanTeam(team))).Version);
        Assert.Equal(("01 RF-41 64 by 23; 01 RF-42 64 by 23", 3), (await host.Risks(), (await host.Told()).Split("; ").Length));
        Assert.Equal(3, (await host.Send(new ReplanTeam(team))).Version);
    }

    /// <summary>A day off more for everybody: the 20th.</summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_a_change_of_the_calendar_is_found_by_planning_again()
    {
        var calendar = WorkCalendars.China;
        await using var host = new TestHost(tracking => tracking.UseCalendar(_ => calendar));
        var team = await host.Team();
        await host.Planned(team, 15, promisedOnJune: 20);
        calendar = calendar.With("outing", layer => layer.AddDayOff(new(2014, 6, 20), "outing"));
        await host.Send(new ReplanTeam(team));
        Assert.Equal("01 RF-41 IT 20T18:00>23T18:00", (await host.Told()).Split("; ")[0]);
    }

    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_what_is_missed_already_is_not_foreseen_any_more_but_stays_in_the_list()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        await host.Planned(team, 7.5, promisedOnJune: 19);
        await host.At("2014-06-19 18:01").As("定时器").Send(new ReplanTeam(team));
        Assert.Equal("01 RF-41 24 by 20; 01 RF-42 24 by 20", await host.Risks());
        Assert.Equal("", await host.Told());
    }

    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_While_the_requester_is_waited_for_nothing_is_promised()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Planned(team, 16, promisedOnJune: 20);
        Assert.NotEmpty(await host.Risks());
        await host.As("产品", ProductManager).Send(new AwaitRequester(id, "请确认计分规则"));
        Assert.Equal("", await host.Risks());
        await host.At("2014-06-19 10:00").Send(new EnterRequesterAnswer(id));
        // A promise is counted in days, of which an hour is none; the work, which nobody has taken up, is an hour later: Monday 11:00.
        Assert.Equal("01 RF-41 65 by 23; 01 RF-42 65 by 23", await host.Risks());
    }

    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_Withdrawn_or_handed_over_it_is_at_risk_no_more()
    {
        await using var host = new TestHost();
        var team = await host.Team(workers: 2);
        var (withdrawn, done) = (await host.Planned(team, 16, promisedOnJune: 20), await host.Planned(team, 16, promisedOnJune: 20));
        await host.Send(new StartWork(team, done, 1));
        Assert.Equal(4, (await host.State(team)).AtRisk.Length);
        await host.As("陈小美", Collector).Send(new WithdrawRequirement(withdrawn, "客户取消"));
        await host.At("2014-06-19 16:30").As("开发", IT).Send(new HandOverForAcceptance(done));
        var state = await host.State(team);
        Assert.Empty(state.AtRisk);
        Assert.Equal(new Effort(Duration.FromHours(16), Duration.FromHours(6)), Assert.Single(state.Record));
        Assert.False(Assert.Single(state.Work).IsOpen);
    }
}
