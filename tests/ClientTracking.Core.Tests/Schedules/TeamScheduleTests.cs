using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Schedules;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Schedules;

/// <summary>RF-55 and RF-56 on live requirements. See <see cref="ScheduleStory"/> for the days.</summary>
public sealed class TeamScheduleTests
{
    /// <summary>The B has 15 h; the A takes two hours, in which the B stands still.</summary>
    [Fact, Trait("rule", "RF-55")]
    public async Task RF_55_An_A_makes_the_work_in_hand_stand_still_until_it_is_done()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var (b, a) = (await host.Taken(team, 15, PriorityGrade.B), await host.Taken(team, 2, PriorityGrade.A));
        await host.Send(new StartWork(team, b, 1));
        await host.At("2014-06-19 10:00").Send(new StartWork(team, a, 1));
        var held = (await host.State(team)).Find(b)!;
        Assert.Equal((ItemStage.Interrupted, Duration.FromHours(14), Duration.FromHours(1)), (held.Stage, held.Remaining, held.Spent));
        await host.At("2014-06-19 12:00").Send(new FinishWork(team, a));
        Assert.Equal(ItemStage.InHand, (await host.State(team)).Find(b)!.Stage);
        Assert.Equal("01 23T11:00", await host.Finishes(team));
    }

    [Fact, Trait("rule", "RF-55")]
    public async Task RF_55_Only_an_A_interrupts_and_never_another_A()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var (b, other, a, second) = (
            await host.Taken(team, 2, PriorityGrade.B), await host.Taken(team, 2, PriorityGrade.B),
            await host.Taken(team, 2, PriorityGrade.A), await host.Taken(team, 2, PriorityGrade.A));
        await host.Send(new StartWork(team, b, 1));
        await Refused(host, new StartWork(team, other, 1), "schedule.busy");
        await host.Send(new StartWork(team, a, 1));
        await Refused(host, new StartWork(team, second, 1), "schedule.busy");
        await host.Send(new FinishWork(team, a));
        Assert.Equal(ItemStage.Interrupted, (await host.State(team)).Find(b)!.Stage); // the second A still waits
        await host.Send(new StartWork(team, second, 1));
        await host.Send(new InterruptWork(team, second));
        await Refused(host, new StartWork(team, other, 1), "schedule.goes-first");
    }

    [Fact, Trait("rule", "RF-55")]
    public async Task RF_55_A_C_stands_where_it_is_placed_and_no_other_grade_has_a_place()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var (b, c) = (await host.Taken(team, 2, PriorityGrade.B), await host.Taken(team, 1, PriorityGrade.C));
        Assert.Equal("01 19T11:00; 02 19T12:00", await host.Finishes(team));
        await host.Send(new PlaceWork(team, c) { Position = 1 });
        Assert.Equal("01 19T12:00; 02 19T10:00", await host.Finishes(team));
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new PlaceWork(team, b) { Position = 1 }));
        Assert.Equal(("position", "schedule.position-grade"), (refused.Faults[0].Path, refused.Faults[0].Code));
        // Raised to B by the board, its place no longer counts.
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(c, DecisionOutcome.Accept, PriorityGrade.B));
        Assert.Equal("01 19T11:00; 02 19T12:00", await host.Finishes(team));
    }

    /// <summary>30 h from Thursday 09:00 end on Tuesday 24th; what is in hand goes on between two reports, be the plan asked for when it may.</summary>
    [Theory, Trait("rule", "RF-56")]
    [InlineData("2014-06-19 15:00", "", "24T18:00")]
    [InlineData("2014-06-21 12:00", "", "24T18:00")]
    [InlineData("2014-06-24 18:00", "", "24T18:00")]
    [InlineData("2014-06-25 10:00", "", "25T10:00")] // nothing is left, and nobody said that it is done
    [InlineData("2014-06-19 15:00", "20T09:00/20T12:00", "25T12:00")] // three hours away
    [InlineData("2014-06-20 10:00", "20T09:00/20T12:00", "25T12:00")]
    [InlineData("2014-06-23 09:00", "20T09:00/20T12:00", "25T12:00")]
    [InlineData("2014-06-23 09:00", "20T09:00/20T12:00 20T10:00/20T15:00", "25T15:00")] // together till 15:00, 4.5 h
    public async Task RF_56_What_is_in_hand_goes_on_as_planned_between_two_reports(string asked, string away, string finish)
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Taken(team, 30, PriorityGrade.B);
        await host.Send(new StartWork(team, id, 1));
        await host.Send(new ChangeTeam(team, 1, [.. away.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Away)]));
        Assert.Equal($"01 {finish}", await host.At(asked).Finishes(team));

        static Absence Away(string span) => new(1, Day(span[..8]), Day(span[9..]));
        static Instant Day(string text) => Shanghai($"2014-06-{text.Replace('T', ' ')}");
    }

    [Fact, Trait("rule", "RF-56")]
    public async Task RF_56_A_worker_more_takes_what_waits_and_an_estimate_anew_keeps_what_was_done()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var (one, _) = (await host.Taken(team, 7.5, PriorityGrade.B), await host.Taken(team, 7.5, PriorityGrade.B));
        await host.Send(new StartWork(team, one, 1));
        Assert.Equal("01 19T18:00; 02 20T18:00", await host.Finishes(team));
        await host.Send(new ChangeTeam(team, 2, []));
        Assert.Equal("01 19T18:00; 02 19T18:00", await host.Finishes(team));
        await host.At("2014-06-19 12:00").Send(new EstimateWork(team, one, Duration.FromHours(15)));
        Assert.Equal("01 20T18:00; 02 20T12:00", await host.Finishes(team)); // three of the 15 h are done; the other one was not taken up
    }

    [Fact, Trait("rule", "RF-56")]
    public async Task RF_56_What_waits_for_another_starts_when_that_is_handed_over()
    {
        await using var host = new TestHost();
        var team = await host.Team(workers: 2);
        var (first, second) = (await host.Planned(team, 3, promisedOnJune: 20), await host.Taken(team, 3, PriorityGrade.B));
        await host.Send(new PlaceWork(team, second) { DependsOn = [first] });
        Assert.Equal("01 19T12:00; 02 19T16:30", await host.Finishes(team));
        var cycle = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new PlaceWork(team, first) { DependsOn = [second] }));
        Assert.Equal("schedule.dependency-cycle", cycle.Faults[0].Code);
        await host.At("2014-06-19 10:00").As("开发", IT).Send(new HandOverForAcceptance(first));
        Assert.Equal("02 19T14:30", await host.Finishes(team));
    }

    [Fact, Trait("rule", "RF-56")]
    public async Task RF_56_What_fails_acceptance_is_estimated_anew_and_what_the_board_declines_leaves_the_plan()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Planned(team, 3, promisedOnJune: 20);
        await host.As("开发", IT).Send(new HandOverForAcceptance(id));
        await Refused(host.AsITHead(), new EstimateWork(team, id, Duration.FromHours(1)), "schedule.nothing-to-do");
        await host.As("产品", ProductManager).Send(new ConcludeAcceptance(id, Passed: false, "计分不对"));
        await host.AsITHead().Send(new EstimateWork(team, id, Duration.FromHours(2)));
        Assert.Equal("01 19T11:00", await host.Finishes(team));
        await host.Send(new StartWork(team, id, 1));
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(id, DecisionOutcome.Decline));
        Assert.Equal(("", ItemStage.Waiting), (await host.Finishes(team), (await host.State(team)).Find(id)!.Stage));
        await host.Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.D));
        Assert.Equal("01 19T11:00", await host.Finishes(team));
    }

    /// <summary>An A that interrupted a B becomes a B: its worker goes on with it, and the other one is next.</summary>
    [Fact, Trait("rule", "RF-56")]
    public async Task RF_56_An_A_that_loses_its_grade_keeps_its_worker()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var (b, a) = (await host.Taken(team, 2, PriorityGrade.B), await host.Taken(team, 1, PriorityGrade.A));
        await host.Send(new StartWork(team, b, 1));
        await host.Send(new StartWork(team, a, 1));
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(a, DecisionOutcome.Accept, PriorityGrade.B));
        Assert.Equal("01 19T12:00; 02 19T10:00", await host.Finishes(team));
        await host.AsITHead().Send(new FinishWork(team, a));
        Assert.Equal(ItemStage.InHand, (await host.State(team)).Find(b)!.Stage);
    }

    [Fact, Trait("rule", "RF-55")]
    public async Task RF_55_The_board_sees_what_each_grade_would_do_while_it_decides_and_nothing_is_stored()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var known = await host.Planned(team, 15, promisedOnJune: 20);
        await host.Send(new StartWork(team, known, 1));
        var undecided = await host.Registered();
        var version = (await host.Stored(team)).Version;
        var answers = await host.Ask(new ConsiderRequirement(team, undecided, Duration.FromHours(2)));
        Assert.Equal(["19T11:00", "23T11:00", "23T11:00", "23T11:00"], answers.Select(answer => ScheduleStory.Text(answer.Item.Finish)));
        Assert.Equal([2, 0, 0, 0], answers.Select(answer => answer.Changes.Risks.Length)); // an A alone breaks the two promises of the other
        Assert.Equal((version, "01 20T18:00"), ((await host.Stored(team)).Version, await host.Finishes(team)));
    }

    /// <summary>The one finished work took 6 h for 4: everything takes half as long again, 7.5 h for 5.</summary>
    [Fact, Trait("rule", "RF-57")]
    public async Task RF_57_Ranges_come_from_the_teams_own_record()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var (done, open) = (await host.Taken(team, 4, PriorityGrade.B), await host.Taken(team, 5, PriorityGrade.B));
        await Assert.ThrowsAsync<InvalidRequestException>(() => host.Ask(new DeliveryRanges(team)));
        await host.Send(new StartWork(team, done, 1));
        await host.At("2014-06-19 16:30").Send(new FinishWork(team, done));
        host.At("2014-06-20 09:00");
        Assert.Equal([new(await host.Number(open), Shanghai("2014-06-20 18:00"), Shanghai("2014-06-20 18:00"))], await host.Ask(new DeliveryRanges(team)));
    }

    [Fact, Trait("rule", "RF-56")]
    public async Task RF_56_Each_team_is_kept_by_its_own_people()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Taken(team, 2, PriorityGrade.B);
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("产品", ProductManager).Send(new StartWork(team, id, 1)));
        Assert.Equal(("RF-04", "access.role-needed"), (denied.Rule.Value, denied.Code));
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("开发", IT).Send(new SetUpTeam("策划部", TeamTask.PlanningDocuments, 1)));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_its_path()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Taken(team, 2, PriorityGrade.B);
        var undecided = await host.Registered();
        host.AsITHead();
        await Refused(host, new EstimateWork(team, undecided, Duration.FromHours(1)), "schedule.nothing-to-do");
        await Refused(host, new StartWork(team, undecided, 1), "schedule.no-work");
        await Refused(host, new InterruptWork(team, id), "schedule.not-in-hand");
        await host.Send(new StartWork(team, id, 1));
        await Refused(host, new StartWork(team, id, 1), "schedule.in-hand");
        await Faulty(host, new SetUpTeam("", TeamTask.Development, 1), "name");
        await Faulty(host, new SetUpTeam("开发组", TeamTask.Development, 0), "workers");
        await Faulty(host, new EstimateWork(team, id, Duration.Zero), "estimate");
        await Faulty(host, new ReportProgress(team, id, -Duration.Epsilon), "remaining");
        await Faulty(host, new StartWork(team, id, 2), "worker");
        await Faulty(host, new ChangeTeam(team, 1, [new Absence(2, Shanghai("2014-06-20 09:00"), Shanghai("2014-06-20 12:00"))]), "absences[0].worker");
        await Faulty(host, new PlaceWork(team, id) { DependsOn = [undecided] }, "dependsOn[0]");
        Assert.Equal("version", (await Assert.ThrowsAsync<InvalidRequestException>(() => host.Ask(new ScheduleChanges(team, 99)))).Faults[0].Path);
        Assert.Equal("team", (await Assert.ThrowsAsync<InvalidRequestException>(() => host.Ask(new DeliveryForecast(id)))).Faults[0].Path);
    }

    [Fact]
    public async Task The_journal_rebuilds_the_schedule()
    {
        await using var host = new TestHost();
        var team = await host.Team();
        var id = await host.Planned(team, 30, promisedOnJune: 23);
        await host.Send(new StartWork(team, id, 1));
        await host.Send(new PlaceWork(team, id) { EarliestStart = Shanghai("2014-06-20 09:00") });
        await host.Send(new ChangeTeam(team, 2, [new Absence(2, Shanghai("2014-06-20 09:00"), Shanghai("2014-06-20 12:00"))]));
        await host.At("2014-06-20 10:15").Send(new ReportProgress(team, id, Duration.FromMinutes(1000)));
        await host.Send(new FinishWork(team, id));
        var record = await host.Stored(team);
        Assert.Equal(7, record.Version);
        Assert.Equal(record.State, TeamScheduleKind.Instance.Replay(record, record.Version).Record.State);
    }

    private static async Task Refused(TestHost host, TeamCommand command, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(command))).Code);

    private static async Task Faulty(TestHost host, TeamCommand command, string path) =>
        Assert.Equal(path, (await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(command))).Faults[0].Path);
}
