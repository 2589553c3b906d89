using System.Collections.Immutable;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Whatever text people search by is a value: it finds what is called exactly so, and nothing else happens.</summary>
/// <remarks>
/// Ruling: texts are compared ordinally in normal form C, on both sides. A text with characters that are not seen, with half a character, or longer
/// than anything stored is refused, by the path it stands at; where a type holds the text, such a value cannot be made.
/// </remarks>
public abstract class SearchTextConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Now = Instant.FromUtc(2014, 6, 19, 2, 0);

    /// <summary>What a query language would take for its own, and texts that only look alike.</summary>
    private static readonly ImmutableArray<string> Tricky =
    [
        "acme", "\u0430cme", "Acme", "ａcme", "' OR 1=1 --", "'; DROP TABLE client_tracking_subjects; --", "%", "_", "\\", "\\%", "[a-z]", "*", ".*",
        "{\"$ne\":null}", "{$gt:''}", "$where", "$regex", "a.b", "null", "\"", "`", "--", "/*", "\u00e9t\u00e9", "\u212bngstr\u00f6m", "𠮷野家", "沈院",
    ];

    /// <summary>Every filter that takes a text, by the path its fault names.</summary>
    private static readonly ImmutableSortedDictionary<string, Func<EngineHost, string, Task<int>>> Texts = new Dictionary<string, Func<EngineHost, string, Task<int>>>
    {
        ["client"] = (host, text) => CountAsync(host, new() { Client = text }),
        ["statuses[0]"] = (host, text) => CountAsync(host, new() { Statuses = [text] }),
        ["numberPrefix"] = (host, text) => CountAsync(host, new() { NumberPrefix = text }),
        ["series"] = (host, text) => CountAsync(host, new() { Series = text }),
        ["number"] = async (host, text) => await host.Ask(new GetSubjectByNumber<Requirement>(text)) is null ? 0 : 1,
        ["department"] = async (host, text) => (await host.Ask(new WhoOwesWhat { Department = text })).Items.Length
            + (await host.Ask(new FindObligations(new() { Department = text, Status = null }))).Items.Length,
        ["scope.series"] = async (host, text) => (await host.Ask(new GetNumberLedger(new(new NumberScope(text, "2014-06-19"))))).Items.Length,
        ["scope.period"] = async (host, text) => (await host.Ask(new GetNumberLedger(new(new NumberScope("requirement", text))))).Items.Length,
        ["claim.key"] = async (host, text) => await host.Ask(new ByClaim(new("external-id", text))) is null ? 0 : 1,
        ["claim.scope"] = async (host, text) => await host.Ask(new ByClaim(new(text, "1"))) is null ? 0 : 1,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Filters that hold the text in a value of its own.</summary>
    private static readonly ImmutableSortedDictionary<string, Func<EngineHost, string, Task<int>>> Values = new Dictionary<string, Func<EngineHost, string, Task<int>>>
    {
        ["owner"] = (host, text) => CountAsync(host, new() { Owner = new PersonId(text) }),
        ["assignee"] = async (host, text) => (await host.Ask(new FindObligations(new() { Assignee = new PersonId(text), Status = null }))).Items.Length,
        ["person"] = async (host, text) => (await host.Ask(new WhoOwesWhat { Person = new PersonId(text) })).Items.Length,
        ["role"] = async (host, text) => (await host.Ask(new WhoOwesWhat { Role = new Role(text) })).Items.Length,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Filters => [.. Texts.Keys];

    public static TheoryData<string> TypedFilters => [.. Values.Keys];

    [Theory, MemberData(nameof(Filters))]
    public async Task A_text_that_nothing_is_called_finds_nothing_and_harms_nothing(string filter)
    {
        await using var host = Host();
        var id = await ReportedAsync(host, "client of nobody");
        foreach (var text in Tricky.Except(["沈院"])) Assert.Equal(0, await Texts[filter](host, text));
        Assert.NotNull(await FindAsync(id));
    }

    [Theory, MemberData(nameof(TypedFilters))]
    public async Task A_person_or_role_that_there_is_not_finds_nothing_and_harms_nothing(string filter)
    {
        await using var host = Host();
        var id = await ReportedAsync(host, "client of nobody");
        foreach (var text in Tricky) Assert.Equal(0, await Values[filter](host, text));
        Assert.NotNull(await FindAsync(id));
    }

    [Theory, MemberData(nameof(Filters))]
    public async Task A_text_that_is_not_seen_or_too_long_is_refused_by_its_path(string filter)
    {
        await using var host = Host();
        foreach (var text in new[] { "a\u200bb", "a\u202eb", "a\ufeffb", "a\0b", "a\nb", "a\ud800b", "\udc00", "a\u2066b", new string('长', 201), "a" + new string('\u0301', 200) })
        {
            var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => Texts[filter](host, text));
            Assert.Equal(filter, Assert.Single(refused.Faults).Path);
        }
    }

    [Theory, MemberData(nameof(TypedFilters))]
    public async Task A_person_or_role_that_is_not_seen_or_too_long_cannot_be_made(string filter)
    {
        await using var host = Host();
        foreach (var text in new[] { "a\u200bb", "a\u202eb", "a\0b", "a\ud800b", "\udc00", new string('长', 65) })
            await Assert.ThrowsAsync<ArgumentException>(() => Values[filter](host, text));
    }

    [Theory]
    [InlineData("fromPeriod")]
    [InlineData("toPeriod")]
    public async Task A_period_is_a_text_like_any_other(string path)
    {
        await using var host = Host();
        await ReportedAsync(host, "acme");
        foreach (var text in Tricky) await CountAsync(host, path == "fromPeriod" ? new() { FromPeriod = text } : new() { ToPeriod = text });
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            CountAsync(host, path == "fromPeriod" ? new() { FromPeriod = "2014\u200b" } : new() { ToPeriod = "2014\u200b" }));
        Assert.Equal(path, Assert.Single(refused.Faults).Path);
    }

    /// <summary>Each finds the one that is called so: no pattern, no other case, no look-alike.</summary>
    [Fact]
    public async Task Each_tricky_client_is_found_by_its_own_name_alone()
    {
        await using var host = Host();
        var ids = new Dictionary<string, SubjectId>();
        foreach (var client in Tricky) ids[client] = await ReportedAsync(host, client);
        foreach (var client in Tricky)
            Assert.Equal(ids[client], Assert.Single((await host.Ask(new FindSubjects<Requirement>(new() { Client = client }))).Items).Id);
    }

    [Fact]
    public async Task Each_tricky_person_is_found_by_their_own_name_alone()
    {
        await using var host = Host();
        var ids = new Dictionary<string, SubjectId>();
        foreach (var person in Tricky)
        {
            host.As(person, RequirementRoles.Reporter, RequirementRoles.Promotion);
            ids[person] = await ReportedAsync(host, "acme");
        }

        foreach (var person in Tricky)
        {
            Assert.Equal(ids[person], Assert.Single((await host.Ask(new FindSubjects<Requirement>(new() { Owner = new PersonId(person) }))).Items).Id);
            Assert.Equal(ids[person], Assert.Single((await host.Ask(new FindObligations(new() { Assignee = new PersonId(person), Status = null }))).Items).Subject);
        }
    }

    /// <summary>e and a combining acute, or one character: the same name, whichever way it was entered and is searched by.</summary>
    [Theory]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("\u212b", "A\u030a")]
    [InlineData("한", "\u1112\u1161\u11ab")]
    public async Task Two_ways_of_writing_one_name_are_one_name(string entered, string searched)
    {
        await using var host = Host();
        host.As(new Actor(new(entered), entered, RequirementRoles.Reporter, RequirementRoles.Promotion));
        var id = await ReportedAsync(host, entered);
        Assert.Equal(id, Assert.Single((await host.Ask(new FindSubjects<Requirement>(new() { Client = searched }))).Items).Id);
        Assert.Equal(id, Assert.Single((await host.Ask(new FindSubjects<Requirement>(new() { Owner = new PersonId(searched) }))).Items).Id);
        Assert.Equal(id, Assert.Single((await host.Ask(new FindObligations(new() { Assignee = new PersonId(searched), Status = null }))).Items).Subject);
        Assert.Equal(id, Assert.Single((await host.Ask(new FindObligations(new() { Department = searched, Status = null }))).Items).Subject);
    }

    /// <summary>A number is found however it is entered, also where the template was written in the other way; a full-width one only resembles it.</summary>
    [Theory, Trait("rule", "RF-13")]
    [InlineData("Caf\u00e9{date:yyMMdd}{serial:00}", "Cafe\u030114061901")]
    [InlineData("Cafe\u0301{date:yyMMdd}{serial:00}", "Cafe\u030114061901")]
    [InlineData("Cafe\u0301{date:yyMMdd}{serial:00}", "Caf\u00e914061901")]
    public async Task RF_13_Two_ways_of_writing_one_number_find_it(string template, string searched)
    {
        await using var host = new EngineHost(Store, Tenant, new FakeClock(Now), tracking => tracking.AddRegulation(
            RegulationPresets.RequirementFollowUp.With(regulation => regulation with
            {
                Numbering = [.. regulation.Numbering.Select(rule => rule.Series == "requirement"
                    ? new NumberingRule(rule.Series, NumberTemplate.Parse(template), rule.Reset, rule.FirstSerial, rule.Overflow, rule.Mode) : rule)],
            })));
        var id = await ReportedAsync(host, "acme");
        Assert.Equal("Caf\u00e914061901", (await host.Send(new RegisterRequirement(id, "梗概"))).Number);
        Assert.Equal(id, (await host.Ask(new GetSubjectByNumber<Requirement>(searched)))?.Id);
        Assert.Equal(1, await CountAsync(host, new() { NumberPrefix = searched[..^2] }));
        Assert.Null(await host.Ask(new GetSubjectByNumber<Requirement>("Caf\u00e9１４０６１９０１")));
        Assert.Null(await host.Ask(new GetSubjectByNumber<Requirement>("Cafe14061901")));
    }

    /// <summary>What could never be searched for is not taken in: a client's name with what is not seen, half a character anywhere.</summary>
    [Theory]
    [InlineData("ac\u200bme", "文字", "form.requester.account")]
    [InlineData("acme", "half [half]", "form.clientWords")]
    [InlineData("acme", "nul \0", "form.clientWords")]
    public async Task A_report_whose_texts_no_store_can_keep_or_find_is_refused(string client, string words, string path)
    {
        await using var host = Host();
        var form = EngineHost.Form with { Requester = new Requester("沈院", Account: client), ClientWords = words.Replace("[half]", "\ud800", StringComparison.Ordinal) };
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(new ReportRequirement(form, Now)));
        Assert.Equal(path, Assert.Single(refused.Faults).Path);
    }

    private EngineHost Host() => new(Store, Tenant, new FakeClock(Now));

    private static async Task<SubjectId> ReportedAsync(EngineHost host, string client) =>
        (await host.Send(new ReportRequirement(EngineHost.Form with { Requester = new Requester("沈院", Account: client) }, Now))).Requirement;

    /// <summary>The list that shows states and the list that shows headers find the same.</summary>
    private static async Task<int> CountAsync(EngineHost host, SubjectQuery query)
    {
        var found = (await host.Ask(new FindSubjects<Requirement>(query))).Items.Length;
        Assert.Equal(found, (await host.Ask(new ListSubjects(query with { Kind = RequirementKind.Instance.Kind }))).Items.Length);
        return found;
    }

    /// <summary>A query of a host's own, on the session every query gets.</summary>
    private sealed record ByClaim(Claim Claim) : IQuery<SubjectId?>
    {
        public Task<SubjectId?> RunAsync(QueryContext context, CancellationToken cancellationToken) => context.Session.FindByClaimAsync(Claim, cancellationToken);
    }
}
