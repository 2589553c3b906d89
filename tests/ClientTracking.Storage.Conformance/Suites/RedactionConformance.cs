using ClientTracking.Confidentiality;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Fields with a level of their own (CL-02, CL-12): shown masked, and nothing is found, counted or sorted by what is not shown.</summary>
public abstract class RedactionConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly PersonId Reporter = new(Redacted.Reporter);

    public static TheoryData<string, string> Conditions => new()
    {
        { "requester", "client" },
        { "reporter", "owner" },
        { "grade", "grade" },
        { "outcome", "grade" },
        { "status", "status" },
        { "status", "closed" },
        { "outcome", "status" },
    };

    [Theory, MemberData(nameof(Conditions)), Trait("rule", "CL-12")]
    public async Task CL_12_A_condition_on_a_field_finds_nothing_for_who_may_not_read_the_field(string field, string condition)
    {
        await using var host = Redacted.Host(Store, Tenant, field);
        await Redacted.RequirementAsync(host);
        var query = Asking(condition);

        Assert.Single((await Redacted.AsPresident(host).Ask(new FindSubjects<Requirement>(query))).Items);
        Assert.Single((await host.Ask(new ListSubjects(query))).Items);
        host.As(Redacted.Named);
        Assert.Single((await host.Ask(new FindSubjects<Requirement>(new()))).Items);
        Assert.Empty((await host.Ask(new FindSubjects<Requirement>(query))).Items);
        Assert.Empty((await host.Ask(new ListSubjects(query with { Kind = RequirementKind.Instance.Kind }))).Items);
        Assert.Empty((await host.Ask(new ListSubjects(query))).Items);
    }

    [Theory, MemberData(nameof(Conditions)), Trait("rule", "CL-12")]
    public async Task CL_12_A_condition_on_a_field_without_a_level_of_its_own_finds_as_ever(string _, string condition)
    {
        await using var host = Redacted.Host(Store, Tenant, "gist");
        await Redacted.RequirementAsync(host);
        Assert.Single((await host.As(Redacted.Named).Ask(new FindSubjects<Requirement>(Asking(condition)))).Items);
    }

    /// <summary>Number, reporter, requester, outcome, grade, expected, actual, state, gist, remarks.</summary>
    [Theory, Trait("rule", "CL-12")]
    [InlineData("", "14061901|李小四|沈院|做|A||||病友圈 手机|")]
    [InlineData("reporter", "14061901|＊＊＊|沈院|做|A||||病友圈 手机|")]
    [InlineData("requester", "14061901|李小四|＊＊＊|做|A||||病友圈 手机|")]
    [InlineData("gist", "14061901|李小四|沈院|做|A||||＊＊＊|")]
    [InlineData("grade", "14061901|李小四|沈院|做|＊＊＊||||病友圈 手机|")]
    [InlineData("outcome", "14061901|李小四|沈院|＊＊＊|＊＊＊|||＊＊＊|病友圈 手机|＊＊＊")]
    [InlineData("delivery", "14061901|李小四|沈院|做|A|＊＊＊|＊＊＊|＊＊＊|病友圈 手机|＊＊＊")]
    [InlineData("remarks", "14061901|李小四|沈院|做|A||||病友圈 手机|＊＊＊")]
    [InlineData("status", "14061901|李小四|沈院|做|A|||＊＊＊|病友圈 手机|")]
    [InlineData("reporter requester gist grade", "14061901|＊＊＊|＊＊＊|做|＊＊＊||||＊＊＊|")]
    public async Task CL_12_The_register_masks_what_who_asks_may_not_read(string secret, string row)
    {
        await using var host = Redacted.Host(Store, Tenant, secret.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        await Redacted.RequirementAsync(host);
        Assert.Equal("14061901|李小四|沈院|做|A||||病友圈 手机|", await RegisterAsync(Redacted.AsPresident(host)));
        Assert.Equal(row, await RegisterAsync(host.As(Redacted.Named)));
        Assert.Equal("", await RegisterAsync(host.As("stranger")));
    }

    [Fact, Trait("rule", "CL-12")]
    public async Task CL_12_A_hidden_person_is_named_nowhere_on_the_record()
    {
        await using var host = Redacted.Host(Store, Tenant, "reporter");
        var id = await Redacted.RequirementAsync(host);
        var all = new ObligationQuery { Status = null };
        Assert.Contains((await Redacted.AsPresident(host).Ask(new FindObligations(all))).Items, row => row.Obligation.Assignee == Reporter);
        Assert.NotEmpty((await host.Ask(new FindObligations(all with { Assignee = Reporter }))).Items);

        host.As(Redacted.Named);
        var rows = (await host.Ask(new FindObligations(all))).Items;
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.Obligation.Assignee == Reporter);
        Assert.Empty((await host.Ask(new FindObligations(all with { Assignee = Reporter }))).Items);
        Assert.Empty((await host.Ask(new FindObligations(all with { Department = "推广部" }))).Items);
        var subject = (await host.Ask(new GetSubject<Requirement>(id)))!;
        Assert.Equal(Redaction.Mask, subject.State.Reporter.Value);
        Assert.DoesNotContain(Redacted.Reporter, RecordJson.Write(subject.Record), StringComparison.Ordinal);
        Assert.All((await host.Ask(new GetTimeline(id)))!.Rows, row => Assert.NotEqual(Reporter, row.Obligation.Assignee));
    }

    [Theory, Trait("rule", "CL-12")]
    [InlineData("status")]
    [InlineData("outcome")]
    public async Task CL_12_Where_it_stands_is_told_by_no_duty_either(string field)
    {
        await using var host = Redacted.Host(Store, Tenant, field);
        var id = await Redacted.RequirementAsync(host);
        Assert.NotEmpty((await Redacted.AsPresident(host).Ask(new WhoOwesWhat())).Items);
        host.As(Redacted.Named);
        Assert.Empty((await host.Ask(new WhoOwesWhat { Subject = id })).Items);
        Assert.Empty((await host.Ask(new FindObligations(new() { Status = null, Subject = id }))).Items);
        Assert.Empty((await host.Ask(new GetTimeline(id)))!.Rows);
        var subject = (await host.Ask(new GetSubject<Requirement>(id)))!;
        Assert.Equal((default, field == "status"), (subject.State.Status, subject.State.Decision is not null));
        Assert.All(subject.Journal, entry => Assert.Equal(("subject.changed", null), (entry.Name, entry.Event)));
    }

    [Fact, Trait("rule", "CL-12")]
    public async Task CL_12_A_text_that_is_hidden_is_in_no_event_and_what_is_stored_stays_whole()
    {
        await using var host = Redacted.Host(Store, Tenant, "words", "gist", "requester");
        var id = await Redacted.RequirementAsync(host);
        var written = RecordJson.Write((await host.As(Redacted.Named).Ask(new GetSubject<Requirement>(id)))!.Record);
        foreach (var text in new[] { "希望能在手机上看", "病友圈", "沈院", "省立二院", Redacted.Account })
        {
            Assert.DoesNotContain(text, written, StringComparison.Ordinal);
            Assert.Contains(text, RecordJson.Write((await FindAsync(id))!), StringComparison.Ordinal);
        }
    }

    private static SubjectQuery Asking(string condition) => condition switch
    {
        "client" => new() { Client = Redacted.Account },
        "owner" => new() { Owner = Reporter },
        "grade" => new() { Grade = PriorityGrade.A },
        "status" => new() { Statuses = ["Accepted"] },
        _ => new() { Kind = RequirementKind.Instance.Kind, Closed = false },
    };

    private static async Task<string> RegisterAsync(EngineHost host) =>
        string.Join('\n', (await host.Ask(new RequirementRegister())).Items.Select(row => string.Join('|', RegisterTable.Cells(row))));
}
