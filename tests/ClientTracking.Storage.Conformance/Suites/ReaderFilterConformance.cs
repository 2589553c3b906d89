using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>What a reader may not know never leaves the store (T40, CL-12): not as a row, nor by a count, a page that comes up short, or a gap.</summary>
/// <remarks>
/// Rulings: a filter admits exactly what <see cref="ReaderFilter.Matches"/> admits of the fields the record has after its last commit. People and
/// departments are told apart ordinally. Terms and grants end exactly at their instant, to the millisecond. With a filter the number ledger has the serials
/// in use by records that are admitted and no other line.
/// </remarks>
public abstract class ReaderFilterConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly AccessAction[] Actions = [AccessAction.Find, AccessAction.ReadHeader, AccessAction.Read];
    private readonly NumberScope _scope = Fresh.Scope();

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task T40_A_list_has_what_the_reader_may_know_in_whole_pages(int seed)
    {
        var (records, secrets) = await StoreAsync(seed, 60);
        foreach (var reader in Enumerable.Range(0, 12).Select(_ => secrets.Reader()))
            foreach (var action in Actions)
            {
                var filter = Secrets.Policy.FilterFor(reader, action, Secrets.Kinds, Secrets.Now);
                var found = await PagesAsync((session, after) => session.QueryAsync(new SubjectQuery { Reader = filter, Take = 7, After = after }, Cancel), 7);
                Assert.Equal(Known(records, filter).Order(), found.Select(record => record.Id.Value).Order());
                Assert.All(found, record => Same.Record(records.Single(stored => stored.Id == record.Id), record));
            }
    }

    [Theory, InlineData(4), InlineData(5)]
    public async Task T40_Conditions_order_and_paging_by_number_betray_nothing(int seed)
    {
        var (records, secrets) = await StoreAsync(seed, 40);
        foreach (var reader in Enumerable.Range(0, 12).Select(_ => secrets.Reader()))
        {
            var filter = Secrets.Policy.FilterFor(reader, AccessAction.Read, [Secrets.Contract], Secrets.Now);
            var query = new SubjectQuery { Reader = filter, Kind = Secrets.Contract, Order = SubjectOrder.Number, Statuses = ["open"], Take = 3 };
            var found = await PagesAsync((session, after) => session.QueryAsync(query with { After = after }, Cancel), 3);
            Assert.Equal(Known(records, filter), found.Select(record => record.Id.Value));
        }
    }

    [Theory, InlineData(6), InlineData(7)]
    public async Task T40_Obligations_come_with_subjects_the_reader_may_know(int seed)
    {
        var (records, secrets) = await StoreAsync(seed, 40);
        foreach (var reader in Enumerable.Range(0, 12).Select(_ => secrets.Reader()))
        {
            var filter = Secrets.Policy.FilterFor(reader, AccessAction.Read, Secrets.Kinds, Secrets.Now);
            var found = await PagesAsync((session, after) => session.QueryAsync(new ObligationQuery { Reader = filter, Take = 5, After = after }, Cancel), 5);
            Assert.Equal(Known(records, filter).Order(), found.Select(row => row.Subject.Value).Order());
        }
    }

    [Theory, InlineData(8), InlineData(9)]
    public async Task T40_The_number_ledger_does_not_tell_a_withheld_number_from_a_void_one(int seed)
    {
        var (records, secrets) = await StoreAsync(seed, 40);
        await using (var session = Open())
        {
            var serial = await session.TakeSerialAsync(Sample.Ask(_scope, NumberingMode.GapsAllowed), Cancel);
            await session.VoidAsync(_scope, serial, "spoilt", Cancel);
        }
        foreach (var reader in Enumerable.Range(0, 8).Select(_ => secrets.Reader()).Append(Leader))
        {
            var filter = Secrets.Policy.FilterFor(reader, AccessAction.ReadHeader, Secrets.Kinds, Secrets.Now);
            var found = await PagesAsync((session, after) => session.QueryAsync(new NumberQuery(_scope) { Reader = filter, Take = 4, After = after }, Cancel), 4);
            Assert.Equal(Known(records, filter), found.Select(entry => entry.SubjectId!.Value));
        }
    }

    [Fact]
    public async Task A_change_of_who_may_know_counts_from_its_commit_on()
    {
        var secrets = new Secrets(10);
        var record = Secrets.Marked(Sample.Subject() with { Kind = Secrets.Contract }, Secret());
        await CommitAsync(record.Birth());
        Assert.False(await SeesAsync("b"));

        record = await NextAsync(record, new GrantGiven(new(1, new("b"), new("m"), Secrets.Now, new(2026, 3, 31), Secrets.Now + Duration.FromDays(20))) { At = Secrets.Now, By = new("m") });
        Assert.True(await SeesAsync("b"));
        Assert.False(await SeesAsync("c"));

        record = await NextAsync(record, new GrantGiven(new(2, new("c"), new("m"), Secrets.Now, new(2026, 3, 31), Secrets.Now + Duration.FromDays(20))) { At = Secrets.Now, By = new("m") });
        record = await NextAsync(record, new GrantEnded([1], GrantEnd.Revoked) { At = Secrets.Now, By = new("m") });
        Assert.False(await SeesAsync("b"));
        Assert.True(await SeesAsync("c"));

        record = await NextAsync(record, new ManagerNamed(new PersonId("n")) { At = Secrets.Now, By = new("m") });
        Assert.False(await SeesAsync("c"));
        Assert.False(await SeesAsync("m"));
        Assert.True(await SeesAsync("n"));

        record = await NextAsync(record, new LevelChanged(ConfidentialityLevel.Internal, null, null, "published") { At = Secrets.Now, By = new("h") });
        Assert.True(await SeesAsync("anybody"));
        Same.Record(record, await FindAsync(record.Id));
    }

    [Theory, InlineData(-1, true), InlineData(0, true), InlineData(1, false)]
    public async Task T41_A_record_is_open_exactly_from_the_end_of_its_term_on(int milliseconds, bool open)
    {
        var end = Secrets.Now + Duration.FromMilliseconds(milliseconds);
        var secrecy = Secret();
        await CommitAsync(Secrets.Marked(
            Sample.Subject() with { Kind = Secrets.Contract },
            secrecy with { Markings = [secrecy.Marking with { DeclassifiesAt = end, LastDay = new(2026, 3, 10) }] }).Birth());
        Assert.Equal(open, await SeesAsync("anybody"));
    }

    [Fact]
    public async Task A_filter_of_one_tenant_finds_nothing_of_another()
    {
        await StoreAsync(11, 10);
        var filter = Secrets.Policy.FilterFor(Leader, AccessAction.Read, Secrets.Kinds, Secrets.Now);
        await using var theirs = Store.OpenSession(Fresh.Tenant());
        Assert.Empty((await theirs.QueryAsync(new SubjectQuery { Reader = filter }, Cancel)).Items);
        Assert.Empty((await theirs.QueryAsync(new ObligationQuery { Reader = filter }, Cancel)).Items);
        Assert.Empty((await theirs.QueryAsync(new NumberQuery(_scope) { Reader = filter }, Cancel)).Items);
    }

    private static Reader Leader => new(new Actor(new("p"), null), new Organization(new Office(new("p"), Rank.President)));

    private static Classification Secret() => new()
    {
        Kind = Secrets.Contract,
        Drafter = new("d"),
        Department = "研发部",
        ManagerInCharge = new PersonId("m"),
        Markings = [new(ConfidentialityLevel.Secret, null, null, Secrets.Now, new("d"), null)],
    };

    private async Task<SubjectRecord> NextAsync(SubjectRecord before, SecrecyEvent happened)
    {
        var after = before.After(Sample.Entry(before.Version + 1) with { Secrecy = [happened] }, before.State, before.Search);
        await CommitAsync(before.To(after));
        return after;
    }

    private async Task<bool> SeesAsync(string person)
    {
        var organization = new Organization(new Office(new("m"), Rank.Supervisor), new Office(new("n"), Rank.Supervisor), new Office(new("h"), Rank.VicePresident));
        var filter = Secrets.Policy.FilterFor(new(new Actor(new(person), null), organization), AccessAction.Read, [Secrets.Contract], Secrets.Now);
        return (await AskAsync(session => session.QueryAsync(new SubjectQuery { Reader = filter }, Cancel))).Items.Length > 0;
    }

    private async Task<(SubjectRecord[] Records, Secrets Secrets)> StoreAsync(int seed, int count)
    {
        var secrets = new Secrets(seed);
        var records = Enumerable.Range(1, count)
            .Select(serial => secrets.Record(Sample.Number(_scope, serial)).Owing(Sample.Obligation(1, Secrets.Now))).ToArray();
        foreach (var record in records) await CommitAsync(record.Birth());
        return (records, secrets);
    }

    /// <summary>In the order of their numbers.</summary>
    private static IEnumerable<Guid> Known(IEnumerable<SubjectRecord> records, ReaderFilter filter) =>
        records.Where(record => filter.Matches(record.Access)).Select(record => record.Id.Value);

    private async Task<List<T>> PagesAsync<T>(Func<ITrackingSession, string?, Task<Page<T>>> ask, int take)
    {
        var found = new List<T>();
        string? after = null;
        do
        {
            var page = await AskAsync(session => ask(session, after));
            Same.Advanced(after, page.Next);
            if (page.Next is not null) Assert.Equal(take, page.Items.Length);
            found.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return found;
    }
}
