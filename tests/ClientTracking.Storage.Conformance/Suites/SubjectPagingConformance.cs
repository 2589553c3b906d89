using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>In what order subjects come, and in what pages.</summary>
/// <remarks>
/// Rulings: ids are ordered as their hyphenated texts are; numbers by series and period, ordinally, then by serial, and subjects without a
/// number are left out. A page has a successor only if there is a further row. A cursor stands for the last row seen: rows that come or go
/// meanwhile are neither doubled nor do they push others out. A text that is no cursor of the query's order is refused, path <c>after</c>.
/// </remarks>
public abstract class SubjectPagingConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    [Theory, InlineData(1), InlineData(3), InlineData(8), InlineData(9), InlineData(10), InlineData(1000)]
    public async Task By_id_in_pages_of_every_size(int take)
    {
        var ids = new List<SubjectId>();
        for (var i = 0; i < 9; i++) ids.Add(await StoreAsync(Sample.Subject()));

        var pages = await PagesAsync(new SubjectQuery { Take = take });

        Assert.Equal(ids.OrderBy(id => id.ToString(), StringComparer.Ordinal), pages.SelectMany(page => page));
        Assert.Equal((9 + take - 1) / take, pages.Count);
    }

    [Theory, Trait("rule", "T34"), InlineData(1), InlineData(4), InlineData(1000)]
    public async Task T34_by_number_in_pages_of_every_size(int take)
    {
        // In order: ordinal puts "Z" before "a" and Latin before Han; serials are numbers, not texts.
        NumberScope[] scopes = [new("Z", "2026"), new("a", ""), new("a", "2025-12"), new("a", "2026-01"), new("需求", "2026")];
        var numbers = scopes.SelectMany(scope => new long[] { 2, 99, 100 }.Select(serial => Sample.Number(scope, serial))).ToList();
        await StoreAsync(Sample.Subject());
        foreach (var number in numbers.AsEnumerable().Reverse()) await StoreAsync(Sample.Subject(number: number));

        var pages = await PagesAsync(new SubjectQuery { Order = SubjectOrder.Number, Take = take });

        var found = new List<string>();
        foreach (var id in pages.SelectMany(page => page)) found.Add((await FindAsync(id))!.Number!.Text);
        Assert.Equal(numbers.Select(number => number.Text), found);
    }

    [Fact]
    public async Task Rows_that_come_between_two_pages_shift_nothing()
    {
        var scope = Fresh.Scope();
        foreach (var serial in new[] { 10, 20, 30, 40 }) await StoreAsync(Sample.Subject(number: Sample.Number(scope, serial)));
        var query = new SubjectQuery { Order = SubjectOrder.Number, Take = 2 };
        var first = await AskAsync(session => session.QueryAsync(query, Cancel));
        foreach (var serial in new[] { 5, 15, 25, 35 }) await StoreAsync(Sample.Subject(number: Sample.Number(scope, serial)));

        var second = await AskAsync(session => session.QueryAsync(query with { After = first.Next }, Cancel));
        var third = await AskAsync(session => session.QueryAsync(query with { After = second.Next }, Cancel));

        Assert.Equal([10L, 20L], Serials(first));
        Assert.Equal([25L, 30L], Serials(second));
        Assert.Equal([35L, 40L], Serials(third));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Rows_that_go_between_two_pages_shift_nothing()
    {
        var scope = Fresh.Scope();
        var records = new[] { 10, 20, 30, 40 }.Select(serial => Sample.Subject(number: Sample.Number(scope, serial))).ToList();
        foreach (var record in records) await StoreAsync(record);
        var query = new SubjectQuery { Order = SubjectOrder.Number, Statuses = ["open"], Take = 2 };
        var first = await AskAsync(session => session.QueryAsync(query, Cancel));
        foreach (var gone in records.Take(2)) await CommitAsync(gone.To(gone.Next("done")));

        var second = await AskAsync(session => session.QueryAsync(query with { After = first.Next }, Cancel));

        Assert.Equal([30L, 40L], Serials(second));
    }

    [Theory]
    [InlineData(SubjectOrder.Id, "")]
    [InlineData(SubjectOrder.Id, "nonsense")]
    [InlineData(SubjectOrder.Id, "id.bm9uc2Vuc2U")]
    [InlineData(SubjectOrder.Number, "'; drop table x")]
    [InlineData(SubjectOrder.Number, "number.YQ.YQ.YQ")]
    public async Task A_malformed_cursor_is_refused_with_its_path(SubjectOrder order, string after)
    {
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => AskAsync(session => session.QueryAsync(new SubjectQuery { Order = order, After = after }, Cancel)));

        Assert.Equal("after", Assert.Single(refused.Faults).Path);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        for (var serial = 1; serial <= 2; serial++) await StoreAsync(Sample.Subject(number: Sample.Number(Fresh.Scope(), serial)));
        var byId = await AskAsync(session => session.QueryAsync(new SubjectQuery { Take = 1 }, Cancel));
        Assert.NotNull(byId.Next);

        await Assert.ThrowsAsync<InvalidRequestException>(
            () => AskAsync(session => session.QueryAsync(new SubjectQuery { Order = SubjectOrder.Number, After = byId.Next }, Cancel)));
    }

    private static IEnumerable<long> Serials(Page<SubjectRecord> page) => page.Items.Select(record => record.Number!.Serial);

    private async Task<SubjectId> StoreAsync(SubjectRecord record)
    {
        await CommitAsync(record.Birth());
        return record.Id;
    }

    private async Task<List<List<SubjectId>>> PagesAsync(SubjectQuery query)
    {
        var pages = new List<List<SubjectId>>();
        await using var session = Open();
        do
        {
            var page = await session.QueryAsync(query, Cancel);
            Same.Advanced(query.After, page.Next);
            pages.Add([.. page.Items.Select(record => record.Id)]);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return pages;
    }
}
