using System.Collections.Immutable;
using System.Globalization;
using ClientTracking.Bugs;
using ClientTracking.Confidentiality;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Meetings;
using ClientTracking.Numbering;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Schedules;
using ClientTracking.Statements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>T40: a Secret requirement that open ones, a bug, a meeting, a schedule and a statement have to do with.</summary>
/// <remarks>A path gives all texts by which its answer could name it. Who may read it finds it on every path: so each of them is one.</remarks>
public sealed class RequirementPathTests
{
    private const string Words = "收购谈判";

    private static readonly Quarter Second = new(2014, 2);

    private static readonly ImmutableSortedDictionary<string, Func<Scene, TestHost, Task<IEnumerable<object?>>>> Paths =
        new Dictionary<string, Func<Scene, TestHost, Task<IEnumerable<object?>>>>
        {
            ["get"] = async (scene, host) => [(await host.Ask(new GetSubject<Requirement>(scene.Secret)))?.Id],
            ["get by number"] = async (scene, host) => [(await host.Ask(new GetSubjectByNumber<Requirement>(scene.Number)))?.Id],
            ["list"] = async (_, host) => Ids((await host.Ask(new FindSubjects<Requirement>(new()))).Items),
            ["count in pages of one"] = async (_, host) => await PagesAsync(host),
            ["search by client"] = async (_, host) => Ids((await host.Ask(new FindSubjects<Requirement>(new() { Client = "acct" }))).Items),
            ["search by owner"] = async (_, host) => Ids((await host.Ask(new FindSubjects<Requirement>(new() { Owner = new("赵董"), Grade = PriorityGrade.A }))).Items),
            ["search by status"] = async (_, host) => Ids((await host.Ask(new FindSubjects<Requirement>(new() { Statuses = ["InDevelopment"] }))).Items),
            ["search by number"] = async (_, host) => Ids((await host.Ask(new FindSubjects<Requirement>(new() { NumberPrefix = "需求报告表" }))).Items),
            ["headers"] = async (_, host) => (await host.Ask(new ListSubjects(new()))).Items.Select(row => (object?)row.Id),
            ["header"] = async (scene, host) => [(await host.Ask(new GetSubjectHeader(scene.Secret)))?.Id],
            ["register"] = async (_, host) => (await host.Ask(new RequirementRegister())).Items.SelectMany(RowOf),
            ["timeline"] = async (scene, host) => [(await host.Ask(new GetTimeline(scene.Secret)))?.Subject],
            ["obligations"] = async (_, host) => (await host.Ask(new FindObligations(new() { Status = null, Take = 500 }))).Items.Select(row => (object?)row.Subject),
            ["who owes what"] = async (_, host) => (await host.Ask(new WhoOwesWhat { Take = 500 })).Items.Select(row => (object?)row.Row.Number),
            ["what a person owes"] = async (_, host) => (await host.Ask(new WhoOwesWhat { Person = new("赵董"), Take = 500 })).Items.Select(row => (object?)row.Row.Subject),
            ["number ledger"] = async (scene, host) => (await host.Ask(new GetNumberLedger(new(scene.Scope)))).Items.Select(line => (object?)line.SubjectId),
            ["agenda of the meeting"] = async (scene, host) => (await host.Ask(new GetAgenda(scene.Meeting)))!.Items.SelectMany(item => new object?[] { item.Number, item.Gist }),
            ["the meeting's decisions"] = async (scene, host) => (await host.Ask(new GetAgenda(scene.Meeting)))!.Meeting.Decisions.Select(decision => (object?)decision.Requirement),
            ["the meeting's journal"] = async (scene, host) => (await host.Ask(new GetSubject<DecisionMeeting>(scene.Meeting)))!.Journal.Select(entry => (object?)entry.Event),
            ["what it is a duplicate of"] = async (scene, host) => [RecordJson.Write((await host.Ask(new GetSubject<Requirement>(scene.Twin)))!.Record)],
            ["what the bug became"] = async (scene, host) => [RecordJson.Write((await host.Ask(new GetSubject<Bug>(scene.Bug)))!.Record)],
            ["the team's schedule"] = async (scene, host) => [RecordJson.Write((await host.Ask(new GetSubject<TeamSchedule>(scene.Team)))!.Record)],
            ["forecast"] = async (scene, host) => (await host.Ask(new DeliveryForecast(scene.Team))).Items.Select(item => (object?)item.Item.Number),
            ["why others wait"] = async (scene, host) => (await host.Ask(new DeliveryForecast(scene.Team))).Items.Select(item => (object?)item.Why.ToString()),
            ["what moved"] = async (scene, host) => (await host.Ask(new ScheduleChanges(scene.Team, scene.Moved))).Moves.Select(move => (object?)move.Number),
            ["what if"] = async (scene, host) => (await host.Ask(new ConsiderRequirement(scene.Team, scene.Open, Duration.FromHours(4)))).Select(what => (object?)what.Item.Why.ToString()),
            ["promises at risk"] = async (_, host) => (await host.Ask(new PromisesAtRisk())).Select(row => (object?)row.Number),
            ["the answer to a command"] = async (scene, host) => (await host.Send(new ChangeTeam(scene.Team, 1, []))).AtRisk.Select(risk => (object?)risk.Number),
            ["notice"] = async (scene, host) => [await host.Use<NoticeAudience, object?>(async audience => (await audience.ForAsync(scene.Notice, scene.Reader))?.Number)],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Paths.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task T40_A_Secret_requirement_is_on_no_path_for_who_may_not_know_it_and_on_every_one_for_who_may(string path)
    {
        await using var host = Host();
        var scene = await SceneAsync(host);
        Assert.True(Tells(await Paths[path](scene, As(host, scene, "赵董")), scene), $"the president finds it by {path}");
        Assert.False(Tells(await Paths[path](scene, As(host, scene, "路人")), scene), $"a stranger finds no trace of it by {path}");
    }

    [Fact]
    public async Task T40_A_team_is_planned_with_the_work_that_is_not_shown()
    {
        await using var host = Host();
        var scene = await SceneAsync(host);
        var whole = await As(host, scene, "赵董").Ask(new DeliveryForecast(scene.Team));
        var seen = await As(host, scene, "路人").Ask(new DeliveryForecast(scene.Team));
        var open = Assert.Single(seen.Items);
        Assert.Equal(whole.Find(open.Item.Number)!.Finish, open.Finish);
        Assert.Equal(2, whole.Items.Length);
    }

    /// <summary>The fine is what it is, whoever looks; on what it is charged, who may not know the requirement does not see. Closing tells no more.</summary>
    [Theory]
    [InlineData("赵董", true)]
    [InlineData("路人", true)]
    [InlineData("周某", false)]
    public async Task T40_A_statement_says_what_a_miss_cost_and_on_what_only_to_who_may_know(string person, bool mayAsk)
    {
        await using var host = Host();
        var scene = await SceneAsync(host);
        var (june, pay) = (new YearMonth(2014, 6), Money.Yuan(3000));
        host.At("2014-07-01 09:00").As(person, mayAsk ? [DecisionBoard] : []);
        if (!mayAsk)
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new GetStatement(new("赵董"), june, pay)));
            return;
        }

        var open = (await host.Ask(new GetStatement(new("赵董"), june, pay))).Statement;
        var whole = (await host.As("赵董", DecisionBoard).Ask(new GetStatement(new("赵董"), june, pay))).Statement;
        Assert.True(whole.Total > Money.Zero);
        Assert.Equal(whole.Total, open.Total);
        Assert.Equal(person == "赵董", Tells(Named(open.Lines), scene));
        var closing = await host.As("路人", DecisionBoard).Send(new CloseMonth(new("赵董"), june, pay) { CommandId = new("close") });
        var again = await host.Send(new CloseMonth(new("赵董"), june, pay) { CommandId = new("close") });
        foreach (var closed in new[] { closing, again }) Assert.False(Tells([.. Named(closed.Statement.Statement.Lines), .. closed.Misses], scene));
        host.As(person, DecisionBoard);
        Assert.Equal(person == "赵董", Tells((await host.Ask(new GetStatement(new("赵董"), june, pay))).Closed!.Misses, scene));
        Assert.Equal(person == "赵董", Tells((await host.Ask(new GetStatements(june, [new(new("赵董"), "IT", pay)]))).Statements[0].Statement.Statement.Lines.Select(line => line.Subject), scene));
        Assert.Equal(person == "赵董", Tells((await host.Ask(new FindSubjects<SanctionMonth>(new()))).Items.Select(month => RecordJson.Write(month.Record)), scene));
    }

    /// <summary>The secret requirement was adopted in June, which earns its reporter RF-A1; who may not know of it is told what it cost at most.</summary>
    [Fact, Trait("rule", "T40")]
    public async Task T40_rewards_are_found_from_everything_and_tell_no_more_than_the_record()
    {
        await using var host = Host();
        var scene = await SceneAsync(host);
        var found = await RewardAsync(host, scene);
        host.As("路人", DecisionBoard);
        Assert.False(Tells((await host.Ask(new GetQuarterAwards(Second))).Found, scene));
        await MayReadAsync(host, scene, "秘书");
        var award = await host.As("秘书", DecisionBoard).Send(new GrantAward(Second, found.Thing, found.Range!.Value.Least));
        Assert.Equal((found.Thing, scene.Secret), (award.Thing, award.About));
        host.As("路人", DecisionBoard);
        var shown = Assert.Single((await host.Ask(new GetQuarterAwards(Second))).Granted);
        Assert.False(Tells([shown.Thing, shown.About, shown.Describe(CultureInfo.InvariantCulture)], scene));
        Assert.Equal(("赵董", found.Range.Value.Least), (Assert.Single(shown.Shares).Recipient, shown.Amount));
        Assert.False(Tells((await host.Ask(new FindSubjects<GrantedAward>(new()))).Items.Select(item => RecordJson.Write(item.Record)), scene));
        host.As("赵董", DecisionBoard);
        Assert.Equal((found.Thing, scene.Secret), (Assert.Single((await host.Ask(new GetQuarterAwards(Second))).Granted) is var own ? (own.Thing, own.About) : default));
    }

    /// <summary>Whoever guesses its name is told what they are told of a thing that there is not: before it is granted, and after.</summary>
    [Fact, Trait("rule", "T40")]
    public async Task T40_an_award_is_not_granted_for_a_record_that_who_grants_it_may_not_read()
    {
        await using var host = Host();
        var scene = await SceneAsync(host);
        var found = await RewardAsync(host, scene);
        await RefusedAsync();
        await MayReadAsync(host, scene, "秘书");
        await host.As("秘书", DecisionBoard).Send(new GrantAward(Second, found.Thing, found.Range!.Value.Least));
        Assert.Equal("reward.twice", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new GrantAward(Second, found.Thing, found.Range.Value.Least)))).Code);
        await RefusedAsync();

        async Task RefusedAsync()
        {
            const string nothing = "RF-A1 14061999";
            host.As("路人", DecisionBoard);
            var (guessed, unknown) = (await AskAsync(found.Thing), await AskAsync(nothing));
            Assert.Equal("statement.unknown-award", guessed.Faults.Single().Code);
            Assert.Equal(unknown.Message, guessed.Message.Replace(found.Thing, nothing, StringComparison.Ordinal));
        }

        Task<InvalidRequestException> AskAsync(string thing) =>
            Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new GrantAward(Second, thing, found.Range!.Value.Least)));
    }

    /// <summary>The key of a miss names its record: whoever guesses it, and may not read that, learns nothing. A person's own they may appeal against.</summary>
    [Fact, Trait("rule", "T40")]
    public async Task T40_a_miss_is_not_decided_on_by_who_may_not_read_what_it_is_on()
    {
        await using var host = Host();
        var scene = await SceneAsync(host);
        var (june, pay) = (new YearMonth(2014, 6), Money.Yuan(3000));
        host.At("2014-07-01 09:00").As("赵董", DecisionBoard);
        var lines = (await host.Ask(new GetStatement(new("赵董"), june, pay))).Statement.Lines;
        var key = lines.First(line => line.Miss?.StartsWith($"{scene.Secret}#", StringComparison.Ordinal) == true).Miss!;
        await RefusedAsync(new WaiveMiss(key, "停机"));
        await RefusedAsync(new DecideMiss(key, "酌情"));
        await RefusedAsync(new ConcludeAppeal(key, true, "属实"));
        await host.As("赵董").Send(new AppealMiss(key, "停机"));
        await RefusedAsync(new ConcludeAppeal(key, true, "属实"));
        await MayReadAsync(host, scene, "秘书");
        await host.As("秘书", DecisionBoard).Send(new ConcludeAppeal(key, true, "属实"));

        async Task RefusedAsync(MissCommand command)
        {
            var nothing = $"{Guid.Empty}#1";
            host.As("路人", DecisionBoard);
            var guessed = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(command));
            var unknown = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(command with { Miss = nothing }));
            Assert.Equal("statement.unknown-miss", guessed.Faults.Single().Code);
            Assert.Equal(unknown.Message, guessed.Message.Replace(key, nothing, StringComparison.Ordinal));
        }
    }

    private static async Task<Eligibility> RewardAsync(TestHost host, Scene scene)
    {
        host.At("2014-07-01 09:00").As("赵董", DecisionBoard);
        return (await host.Ask(new GetQuarterAwards(Second))).Found.Single(found => found.Rule == "RF-A1" && found.Subject == scene.Number[^8..]);
    }

    private static Task<SecrecyOutcome> MayReadAsync(TestHost host, Scene scene, string person) =>
        host.As("赵董", DecisionBoard).Send(new GrantAccess(scene.Secret, new(person), new(2014, 7, 31)));

    private static bool Tells(IEnumerable<object?> answer, Scene scene) => answer.Select(text => text?.ToString() ?? "").Any(text =>
        text.Contains(scene.Secret.ToString(), StringComparison.Ordinal) || text.Contains(scene.Number[^8..], StringComparison.Ordinal) || text.Contains(Words, StringComparison.Ordinal));

    private static IEnumerable<object?> Named(ImmutableArray<StatementLine> lines) => lines.Select(line => $"{line.Subject} {line.Miss} {line}");

    private static IEnumerable<object?> Ids<T>(ImmutableArray<Subject<T>> subjects) where T : class => subjects.Select(subject => (object?)subject.Id);

    private static IEnumerable<object?> RowOf(RegisterRow row) => RegisterTable.Cells(row);

    /// <summary>One name for each page, short ones too: a page that came up short would be one too many.</summary>
    private static async Task<IEnumerable<object?>> PagesAsync(TestHost host)
    {
        var (names, query) = (new List<object?>(), new SubjectQuery { Take = 1, Order = SubjectOrder.Number });
        do
        {
            var page = await host.Ask(new FindSubjects<Requirement>(query));
            names.Add(page.Items.IsEmpty ? Words : page.Items[0].Id);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return names;
    }

    private static TestHost As(TestHost host, Scene scene, string person)
    {
        scene.Reader = new(new(person), null, ITHead, DecisionBoard);
        return host.As(person, ITHead, DecisionBoard);
    }

    private static TestHost Host() => new(tracking => tracking
        .AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation with
        {
            Confidentiality = ConfidentialityRegulation.Published with
            {
                Kinds = [new(RequirementKind.Instance.Kind, "CL-02") { Categories = [RecordCategories.General] }],
            },
        }))
        .UseOrganization<Board>());

    /// <summary>Thursday: reported and registered, one of them Secret. Saturday: decided. Monday: planned for one worker, and promised too early.</summary>
    private static async Task<Scene> SceneAsync(TestHost host)
    {
        host.As("赵董", Reporter, Promotion, Collector, DecisionBoard, ProductManager, IT, ITHead, Tester);
        var secret = await RegisteredAsync(host, Words);
        await host.Send(new ChangeLevel(secret, ConfidentialityLevel.Secret, null, Words));
        var (open, twin) = (await RegisteredAsync(host, "病友圈"), await RegisteredAsync(host, "同一件事"));
        await host.Send(new MarkDuplicate(twin, secret));
        var bug = (await host.Send(new ReportBug(new("小米3", "Android 4.4", "打不开", "登录"), host.Clock.GetCurrentInstant()))).Bug;
        await host.Send(new LinkToRequirement(bug, secret));
        var meeting = Assert.Single(await host.Ask(new UpcomingMeetings())).Id;
        await host.At("2014-06-21 11:00").Send(new HoldMeeting(
            meeting, new(secret, DecisionOutcome.Accept, PriorityGrade.A), new MeetingDecision(open, DecisionOutcome.Accept, PriorityGrade.B)));
        await host.At("2014-06-23 09:00").RunDue();
        var team = (await host.Send(new SetUpTeam("开发组", TeamTask.Development, 1))).Team;
        await host.Send(new EstimateWork(team, open, Duration.FromHours(8)));
        var moved = (await host.Send(new EstimateWork(team, secret, Duration.FromHours(16)))).Version;
        await host.Send(new EstimatePlanning(secret, new(2014, 6, 23)));
        await host.Send(new DeliverPlanningDocument(secret, "策划案-2014-17"));
        await host.Send(new EstimateHandOver(secret, new(2014, 6, 24)));
        await host.Send(new PromiseDelivery(secret, new(2014, 6, 24)));
        await host.RunDue();
        var number = (await host.Stored(secret)).Number!;
        return new()
        {
            Secret = secret,
            Number = number.Text,
            Scope = number.Scope,
            Open = open,
            Twin = twin,
            Bug = bug,
            Meeting = meeting,
            Team = team,
            Moved = moved,
            Notice = host.Notices.First(notice => notice.Name == "commitment.at-risk"),
        };
    }

    private static async Task<SubjectId> RegisteredAsync(TestHost host, string gist)
    {
        var form = RequirementStory.Form(gist) with { Requester = new("沈院", Account: "acct") };
        var id = (await host.Send(new ReportRequirement(form, host.Clock.GetCurrentInstant()))).Requirement;
        await host.Send(new RegisterRequirement(id, gist));
        return id;
    }

    private sealed class Scene
    {
        public required SubjectId Secret { get; init; }
        public required string Number { get; init; }
        public required NumberScope Scope { get; init; }
        public required SubjectId Open { get; init; }
        public required SubjectId Twin { get; init; }
        public required SubjectId Bug { get; init; }
        public required SubjectId Meeting { get; init; }
        public required SubjectId Team { get; init; }
        public required long Moved { get; init; }
        public required Notice Notice { get; init; }
        public Actor Reader { get; set; } = Actor.System;
    }

    private sealed class Board : IOrganizationProvider
    {
        private static readonly Organization Offices = new(new Office(new("赵董"), Rank.President));

        public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(Offices);
    }
}
