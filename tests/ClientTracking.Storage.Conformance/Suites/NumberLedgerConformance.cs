using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>The number ledger: of every serial, used by what, or void and why.</summary>
/// <remarks>
/// Rulings: a line notes the instant of the request that took the serial; of an imported number, which nobody took, the instant its journal
/// entry was recorded. Imported numbers do not move the counter; it steps over them. Lines come in serial order, whatever the texts look like.
/// </remarks>
public abstract class NumberLedgerConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private readonly NumberScope _scope = Fresh.Scope();

    [Theory, InlineData(NumberingMode.GapFree), InlineData(NumberingMode.GapsAllowed)]
    public async Task A_used_serial_names_its_subject_its_text_and_when_it_was_taken(NumberingMode mode)
    {
        var (id, takenAt) = (Fresh.Id(), Sample.Moment - Duration.FromMilliseconds(1));
        await using (var session = Open())
        {
            var serial = await session.TakeSerialAsync(new(_scope, 1, mode, id, takenAt), Cancel);
            await session.CommitAsync([Sample.Subject(id, number: Sample.Number(_scope, serial)).Birth()], Cancel);
        }

        var entry = Assert.Single(await LedgerAsync());
        Assert.Equal((_scope, 1L, $"{_scope.Series}/{_scope.Period}/1"), (entry.Scope, entry.Serial, entry.Text));
        Assert.Equal((NumberUse.Used, id.Value, takenAt), (entry.Use, entry.SubjectId, entry.At));
        Assert.Null(entry.Reason);
    }

    [Theory, Trait("rule", "T35"), InlineData(NumberingMode.GapFree), InlineData(NumberingMode.GapsAllowed)]
    public async Task T35_imported_numbers_ahead_are_stepped_over(NumberingMode mode)
    {
        await AskAsync(session => session.NumberAsync(_scope, mode, Cancel));
        foreach (var serial in new[] { 3, 4, 6 }) await ImportAsync(serial);

        var given = new List<long>();
        for (var i = 0; i < 4; i++) given.Add((await AskAsync(session => session.NumberAsync(_scope, mode, Cancel))).Serial);

        Assert.Equal([2L, 5L, 7L, 8L], given);
        Assert.Equal(Enumerable.Range(1, 8).Select(i => (long)i), (await LedgerAsync()).Select(entry => entry.Serial));
    }

    [Fact, Trait("rule", "T35")]
    public async Task T35_an_imported_number_is_in_the_ledger()
    {
        var subject = await ImportAsync(12);

        var entry = Assert.Single(await LedgerAsync());
        Assert.Equal((12L, NumberUse.Used, subject.Value), (entry.Serial, entry.Use, entry.SubjectId));
        Assert.Equal(Sample.Moment + Duration.FromMinutes(1), entry.At);
    }

    /// <summary>30 callers at once, 12 imported numbers in the way of them: 1 to 42 without 2, 5, 8 … 35.</summary>
    [Fact, Trait("rule", "T35")]
    public async Task T35_many_who_wait_together_step_over_what_was_imported()
    {
        long[] imported = [.. Enumerable.Range(0, 12).Select(i => 2 + (3L * i))];
        foreach (var serial in imported) await ImportAsync(serial);

        var serials = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(async () =>
        {
            await using var session = Open();
            return await session.TakeSerialAsync(Sample.Ask(_scope, NumberingMode.GapsAllowed), Cancel);
        })));

        Assert.Equal(Enumerable.Range(1, 42).Select(n => (long)n).Except(imported), serials.Order());
    }

    [Fact]
    public async Task A_number_can_come_with_a_later_event()
    {
        var first = Sample.Subject();
        await CommitAsync(first.Birth());
        await using (var session = Open())
        {
            var serial = await session.TakeSerialAsync(Sample.Ask(_scope, NumberingMode.GapFree, first.Id), Cancel);
            var second = first.Next(number: Sample.Number(_scope, serial));
            await session.CommitAsync([first.To(second)], Cancel);
            first = second;
        }
        await CommitAsync(first.To(first.Next()));

        Assert.Equal(first.Id.Value, Assert.Single(await LedgerAsync()).SubjectId);
        Assert.Equal(3, (await AskAsync(session => session.FindByNumberAsync(first.Number!.Text, Cancel)))?.Version);
    }

    [Fact, Trait("rule", "T34")]
    public async Task T34_100_comes_after_99_in_pages_of_every_size()
    {
        foreach (var serial in new[] { 100, 9, 99, 10, 101 }) await ImportAsync(serial);
        await using var session = Open();

        foreach (var take in new[] { 1, 2, 4, 5, 6 })
        {
            var (serials, after) = (new List<long>(), default(string));
            do
            {
                var page = await session.QueryAsync(new NumberQuery(_scope) { Take = take, After = after }, Cancel);
                Assert.InRange(page.Items.Length, 1, take);
                Same.Advanced(after, page.Next);
                serials.AddRange(page.Items.Select(entry => entry.Serial));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal([9L, 10L, 99L, 100L, 101L], serials);
        }
    }

    [Fact]
    public async Task A_scope_nobody_has_numbered_in_has_an_empty_ledger()
    {
        var page = await AskAsync(session => session.QueryAsync(new NumberQuery(_scope), Cancel));

        Assert.Empty(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Periods_and_series_have_ledgers_of_their_own()
    {
        await ImportAsync(1);
        var other = new NumberScope(_scope.Series, "");
        await AskAsync(session => session.NumberAsync(other, NumberingMode.GapFree, Cancel));
        await AskAsync(session => session.NumberAsync(other, NumberingMode.GapFree, Cancel));

        Assert.Equal([1L], (await LedgerAsync()).Select(entry => entry.Serial));
        Assert.Equal([1L, 2L], (await AskAsync(session => session.LedgerAsync(other, Cancel))).Select(entry => entry.Serial));
    }

    [Theory, InlineData(""), InlineData("nonsense"), InlineData("serial.!"), InlineData("-1")]
    public async Task A_malformed_cursor_is_refused_with_its_path(string after)
    {
        await ImportAsync(1);

        var refused = await Assert.ThrowsAsync<InvalidRequestException>(
            () => AskAsync(session => session.QueryAsync(new NumberQuery(_scope) { After = after }, Cancel)));

        Assert.Equal("after", Assert.Single(refused.Faults).Path);
    }

    private Task<ImmutableArray<NumberEntry>> LedgerAsync() => AskAsync(session => session.LedgerAsync(_scope, Cancel));

    private async Task<SubjectId> ImportAsync(long serial)
    {
        var subject = Sample.Subject(number: Sample.Number(_scope, serial));
        await CommitAsync(subject.Birth());
        return subject.Id;
    }
}
