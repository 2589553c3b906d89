using ClientTracking.Numbering;
using ClientTracking.Priorities;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Which subjects a query finds.</summary>
/// <remarks>
/// Rulings: conditions that are set must all hold. Texts are compared ordinally; a prefix is text, not a pattern. A condition on the number
/// leaves out subjects without one; both ends of a range of periods belong to it.
/// </remarks>
public abstract class SubjectFilterConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    // The client names the subject in the facts below, except where it is the client that is asked for.
    private static readonly SubjectRecord[] Stored =
    [
        Named("plain"),
        Named("other kind") with { Kind = new SubjectKind("other") },
        Named("done", search => search with { Status = "done" }),
        Named("archived", search => search with { Status = "archived", Closed = true }),
        Named("Done", search => search with { Status = "Done" }),
        Named("grade A", search => search with { Grade = PriorityGrade.A }),
        Named("grade B of p1", search => search with { Grade = PriorityGrade.B, Owner = new PersonId("p1") }),
        Named("of p1", search => search with { Owner = new PersonId("p1") }),
        Named("of P1", search => search with { Owner = new PersonId("P1") }),
        Numbered("first of March", "bug", "2026-03-01", "B-26030101"),
        Numbered("last of March", "bug", "2026-03-31", "B-26033101"),
        Numbered("first of April", "bug", "2026-04-01", "B-26040101"),
        Numbered("Chinese", "需求", "2026-03-01", "需求26030101"),
        Numbered("lower case", "Bug", "2026-03-01", "b-26030101"),
        Numbered("wild", "wild", "", "B%_.*(1)"),
    ];

    [Fact]
    public Task No_condition_finds_all() => FindsAsync(new(), [.. Stored.Select(record => record.Search.Client!)]);

    [Fact]
    public Task Kind() => FindsAsync(new() { Kind = new SubjectKind("other") }, "other kind");

    [Fact]
    public Task Statuses_any_of_them_ordinally() => FindsAsync(new() { Statuses = ["done", "archived"] }, "done", "archived");

    [Fact]
    public Task Grade() => FindsAsync(new() { Grade = PriorityGrade.A }, "grade A");

    [Fact]
    public Task Owner_ordinally() => FindsAsync(new() { Owner = new PersonId("p1") }, "grade B of p1", "of p1");

    [Fact]
    public Task Client_ordinally() => FindsAsync(new() { Client = "done" }, "done");

    [Fact]
    public Task Closed() => FindsAsync(new() { Closed = true }, "archived");

    [Fact]
    public Task Not_closed() =>
        FindsAsync(new() { Closed = false }, [.. Stored.Select(record => record.Search.Client!).Where(client => client != "archived")]);

    [Fact]
    public Task Number_prefix_ordinally() =>
        FindsAsync(new() { NumberPrefix = "B-2603" }, "first of March", "last of March");

    [Fact]
    public Task Number_prefix_in_Chinese() => FindsAsync(new() { NumberPrefix = "需求26" }, "Chinese");

    [Theory, InlineData("B%"), InlineData("B%_"), InlineData("B%_.*("), InlineData("B%_.*(1)")]
    public Task Number_prefix_is_no_pattern(string prefix) => FindsAsync(new() { NumberPrefix = prefix }, "wild");

    [Theory, InlineData("%"), InlineData("_"), InlineData(".*"), InlineData("B%-"), InlineData("^B"), InlineData("b%")]
    public Task Number_prefix_that_nothing_begins_with(string prefix) => FindsAsync(new() { NumberPrefix = prefix });

    [Fact]
    public Task An_empty_prefix_finds_what_has_a_number() => FindsAsync(
        new() { NumberPrefix = "" }, "first of March", "last of March", "first of April", "Chinese", "lower case", "wild");

    [Fact]
    public Task Series_ordinally() => FindsAsync(new() { Series = "bug" }, "first of March", "last of March", "first of April");

    [Fact]
    public Task From_period() => FindsAsync(new() { FromPeriod = "2026-03-31" }, "last of March", "first of April");

    [Fact]
    public Task To_period() => FindsAsync(new() { ToPeriod = "2026-03-01" }, "first of March", "Chinese", "lower case", "wild");

    [Fact]
    public Task Periods_both_ends() => FindsAsync(
        new() { FromPeriod = "2026-03-01", ToPeriod = "2026-03-31" }, "first of March", "last of March", "Chinese", "lower case");

    [Fact]
    public Task Conditions_together() => FindsAsync(
        new()
        {
            Kind = Sample.Kind,
            Statuses = ["open"],
            Grade = PriorityGrade.B,
            Owner = new PersonId("p1"),
            Client = "grade B of p1",
            Closed = false,
        },
        "grade B of p1");

    [Fact]
    public Task Conditions_on_the_number_together() => FindsAsync(
        new() { Series = "bug", NumberPrefix = "B-", FromPeriod = "2026-03-01", ToPeriod = "2026-03-31", Order = SubjectOrder.Number },
        "first of March", "last of March");

    [Fact]
    public Task Conditions_that_never_hold_together() =>
        FindsAsync(new() { Grade = PriorityGrade.A, Owner = new PersonId("p1") });

    [Fact]
    public async Task A_change_is_found_by_what_it_changed()
    {
        var before = Sample.Subject();
        await CommitAsync(before.Birth());
        await CommitAsync(before.To(before.Next("done")));

        Assert.Empty((await AskAsync(session => session.QueryAsync(new SubjectQuery { Statuses = ["open"] }, Cancel))).Items);
        Assert.Single((await AskAsync(session => session.QueryAsync(new SubjectQuery { Statuses = ["done"] }, Cancel))).Items);
    }

    private async Task FindsAsync(SubjectQuery query, params string[] clients)
    {
        foreach (var record in Stored) await CommitAsync(record.Birth());

        var page = await AskAsync(session => session.QueryAsync(query, Cancel));

        var found = page.Items.Select(record => record.Search.Client!);
        Assert.Equal(clients.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Null(page.Next);
    }

    private static SubjectRecord Named(string client, Func<SearchFields, SearchFields>? with = null, DocumentNumber? number = null)
    {
        var subject = Sample.Subject(number: number);
        return subject with { Search = (with ?? (search => search))(subject.Search with { Client = client }) };
    }

    private static SubjectRecord Numbered(string client, string series, string period, string text) =>
        Named(client, number: new DocumentNumber(new(series, period), 1, text, "1"));
}
