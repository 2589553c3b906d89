using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Which obligations a query finds, in what order and pages.</summary>
/// <remarks>
/// Rulings: unless asked otherwise, only what is owed and not held by a pause. <see cref="ObligationQuery.DueFrom"/> has the instant itself,
/// <see cref="ObligationQuery.DueBefore"/> leaves it out. The order
/// is by due instant, then by subject id as its hyphenated text, then by obligation id. A row has the number the subject has now.
/// </remarks>
public abstract class ObligationQueryConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 4, 0);
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    private readonly SubjectRecord _bug = Sample.Subject(number: Sample.Number(Fresh.Scope(), 1)).Owing(
        Sample.Obligation(1, Noon - Tick),
        Sample.Obligation(2, Noon) with { Rule = "XX-02" },
        Sample.Obligation(3, Noon + Tick) with { Responsible = new Role("Manager") },
        Sample.Obligation(4, Noon + 2 * Tick) with { Assignee = new PersonId("p1"), Rule = "XX-02" },
        Sample.Obligation(5, Noon + 3 * Tick) with { Assignee = new PersonId("P1"), Partner = new(new Role("Manager"), new PersonId("p2")) },
        Sample.Obligation(6, Noon - 9 * Tick) with { Status = ObligationStatus.Fulfilled, ClosedAt = Noon, JudgedAt = Noon },
        Sample.Obligation(7, Noon - 8 * Tick) with { Status = ObligationStatus.Waived, ClosedAt = Noon, Reason = "x" },
        Sample.Obligation(8, Noon - 7 * Tick) with { Status = ObligationStatus.Cancelled, ClosedAt = Noon, Department = "推广部" },
        Sample.Obligation(9, Noon - 6 * Tick) with { Status = ObligationStatus.Paused, Department = "推广部" });

    private readonly SubjectRecord _other =
        Sample.Subject().Owing(Sample.Obligation(10, Noon + 4 * Tick) with { Department = "推广部" }) with { Kind = new SubjectKind("other") };

    [Fact]
    public Task What_is_still_owed_unless_asked_otherwise() => FindsAsync(new(), 1, 2, 3, 4, 5, 10);

    [Fact]
    public Task Any_status() => FindsAsync(new() { Status = null }, 6, 7, 8, 9, 1, 2, 3, 4, 5, 10);

    [Theory, InlineData(ObligationStatus.Fulfilled, 6), InlineData(ObligationStatus.Waived, 7), InlineData(ObligationStatus.Cancelled, 8), InlineData(ObligationStatus.Paused, 9)]
    public Task Status(ObligationStatus status, int expected) => FindsAsync(new() { Status = status }, expected);

    [Fact]
    public Task Due_before_an_instant_and_not_at_it() => FindsAsync(new() { DueBefore = Noon }, 1);

    [Fact]
    public Task Due_at_an_instant_and_from_it_on() => FindsAsync(new() { DueFrom = Noon + 2 * Tick }, 4, 5, 10);

    [Fact]
    public Task Due_between() => FindsAsync(new() { DueFrom = Noon, DueBefore = Noon + 2 * Tick }, 2, 3);

    [Fact]
    public Task Department() => FindsAsync(new() { Department = "推广部" }, 10);

    [Fact]
    public Task Kind() => FindsAsync(new() { Kind = new SubjectKind("other") }, 10);

    [Fact]
    public Task Subject() => FindsAsync(new() { Subject = _bug.Id }, 1, 2, 3, 4, 5);

    [Fact]
    public Task Rule() => FindsAsync(new() { Rule = "XX-02" }, 2, 4);

    [Fact]
    public Task Responsible() => FindsAsync(new() { Responsible = new Role("Manager") }, 3);

    [Fact]
    public Task Assignee_ordinally() => FindsAsync(new() { Assignee = new PersonId("p1") }, 4);

    [Theory, InlineData("P1"), InlineData("p2")]
    public Task Assignee_or_partner(string person) => FindsAsync(new() { Assignee = new PersonId(person) }, 5);

    [Fact]
    public Task Conditions_together() => FindsAsync(
        new()
        {
            Kind = Sample.Kind,
            Subject = _bug.Id,
            Rule = "XX-02",
            Responsible = new Role("Clerk"),
            Assignee = new PersonId("p1"),
            DueFrom = Noon + 2 * Tick,
            DueBefore = Noon + 3 * Tick,
        },
        4);

    [Fact]
    public Task Conditions_that_never_hold_together() => FindsAsync(new() { Rule = "XX-02", DueBefore = Noon });

    [Fact]
    public async Task A_row_shows_its_subject()
    {
        await CommitAsync(_bug.Birth());
        await CommitAsync(_other.Birth());

        var rows = (await AskAsync(session => session.QueryAsync(new ObligationQuery(), Cancel))).Items;

        Assert.Equal(new ObligationRow(_bug.Id, Sample.Kind, _bug.Number!.Text, _bug.Obligations[0]), rows[0]);
        Assert.Equal(new ObligationRow(_other.Id, new SubjectKind("other"), null, _other.Obligations[0]), rows[^1]);
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_query()
    {
        var before = Sample.Subject().Owing(Sample.Obligation(1, Noon), Sample.Obligation(2, Noon));
        var number = Sample.Number(Fresh.Scope(), 1);
        var after = before.Next(number: number).Owing(
            before.Obligations[0] with { Status = ObligationStatus.Fulfilled, ClosedAt = Noon, JudgedAt = Noon },
            before.Obligations[1] with { Clock = Sample.Clock(Noon, Noon + Tick) },
            Sample.Obligation(3, Noon - Tick));
        await CommitAsync(before.Birth());
        await CommitAsync(before.To(after));

        var rows = (await AskAsync(session => session.QueryAsync(new ObligationQuery(), Cancel))).Items;

        Assert.Equal([after.Obligations[2], after.Obligations[1]], rows.Select(row => row.Obligation));
        Assert.All(rows, row => Assert.Equal(number.Text, row.Number));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(5), InlineData(6), InlineData(1000)]
    public async Task By_due_subject_and_id_in_pages_of_every_size(int take)
    {
        var subjects = Enumerable.Range(0, 3)
            .Select(_ => Sample.Subject().Owing(Sample.Obligation(1, Noon), Sample.Obligation(2, Noon)))
            .ToList();
        foreach (var subject in subjects) await CommitAsync(subject.Birth());

        var (found, query) = (new List<(SubjectId, int)>(), new ObligationQuery { Take = take });
        do
        {
            var page = await AskAsync(session => session.QueryAsync(query, Cancel));
            Assert.InRange(page.Items.Length, 1, take);
            Same.Advanced(query.After, page.Next);
            found.AddRange(page.Items.Select(row => (row.Subject, row.Obligation.Id)));
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        var ids = subjects.Select(subject => subject.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal);
        Assert.Equal(ids.SelectMany(id => new[] { (id, 1), (id, 2) }), found);
    }

    [Fact]
    public async Task Rows_that_come_and_go_between_two_pages_shift_nothing()
    {
        var before = Sample.Subject().Owing([.. Enumerable.Range(1, 4).Select(i => Sample.Obligation(i, Noon + i * Tick))]);
        await CommitAsync(before.Birth());
        var query = new ObligationQuery { Take = 2 };
        var first = await AskAsync(session => session.QueryAsync(query, Cancel));
        var done = before.Obligations[0] with { Status = ObligationStatus.Fulfilled, ClosedAt = Noon, JudgedAt = Noon };
        await CommitAsync(before.To(before.Next().Owing([done, .. before.Obligations.Skip(1), Sample.Obligation(5, Noon)])));

        var second = await AskAsync(session => session.QueryAsync(query with { After = first.Next }, Cancel));

        Assert.Equal([1, 2], first.Items.Select(row => row.Obligation.Id));
        Assert.Equal([3, 4], second.Items.Select(row => row.Obligation.Id));
        Assert.Null(second.Next);
    }

    [Theory, InlineData(""), InlineData("nonsense"), InlineData("due.MQ.MQ.MQ")]
    public async Task A_malformed_cursor_is_refused_with_its_path(string after)
    {
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => AskAsync(session => session.QueryAsync(new ObligationQuery { After = after }, Cancel)));

        Assert.Equal("after", Assert.Single(refused.Faults).Path);
    }

    private async Task FindsAsync(ObligationQuery query, params int[] obligations)
    {
        await CommitAsync(_bug.Birth());
        await CommitAsync(_other.Birth());

        var page = await AskAsync(session => session.QueryAsync(query, Cancel));

        Assert.Equal(obligations, page.Items.Select(row => row.Obligation.Id));
        Assert.Null(page.Next);
    }
}
