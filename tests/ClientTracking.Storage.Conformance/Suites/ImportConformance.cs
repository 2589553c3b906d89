using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Storing historic records as they are.</summary>
/// <remarks>
/// Rulings: a record is there whole or not at all; one that is refused keeps no other out; repeated, it is found to be there; nobody is told;
/// its number stands in the ledger, so the counter steps over it (T35).
/// </remarks>
public abstract class ImportConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    [Fact]
    public async Task Records_come_back_as_they_were_given_with_everything_that_is_searched()
    {
        var scope = Fresh.Scope();
        var records = Enumerable.Range(1, 30).Select(n => Whole(Sample.Number(scope, n * 10))).ToArray();

        var fates = await Store.ImportAsync(Tenant, [.. records], Cancel);

        Assert.All(fates, fate => Assert.Equal(new ImportFate(ImportResult.Stored), fate));
        Assert.Equal(records.Length, fates.Length);
        foreach (var record in records)
        {
            Same.Record(record, await FindAsync(record.Id));
            Assert.Equal(record.Id, (await AskAsync(session => session.FindByNumberAsync(record.Number!.Text, Cancel)))!.Id);
            Assert.Equal(record.Id, await AskAsync(session => session.FindByClaimAsync(record.Search.Claims[0], Cancel)));
        }
        var owed = await AskAsync(session => session.QueryAsync(new ObligationQuery { Take = 1000 }, Cancel));
        Assert.Equal(60, owed.Items.Length);
        Assert.Equal(
            records.Select(record => (record.Number!.Serial, NumberUse.Used, (Guid?)record.Id.Value)),
            (await AskAsync(session => session.LedgerAsync(scope, Cancel))).Select(line => (line.Serial, line.Use, line.SubjectId)));
        Assert.Empty(await Store.Outbox.LeaseOfAsync(Tenant, "host", Sample.Moment, Cancel));
    }

    [Theory, Trait("trap", "T35")]
    [InlineData(NumberingMode.GapFree)]
    [InlineData(NumberingMode.GapsAllowed)]
    public async Task T35_the_counter_steps_over_imported_numbers(NumberingMode mode)
    {
        var scope = Fresh.Scope();
        await Store.ImportAsync(Tenant, [.. new[] { 2, 3, 5 }.Select(serial => Whole(Sample.Number(scope, serial)))], Cancel);

        var serials = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            await using var session = Open();
            serials.Add((await session.NumberAsync(scope, mode, Cancel)).Serial);
        }

        Assert.Equal([1L, 4L, 6L, 7L], serials);
    }

    [Fact]
    public async Task What_is_there_is_passed_over_and_what_is_taken_is_refused_by_name_while_the_rest_is_stored()
    {
        var scope = Fresh.Scope();
        var there = Whole(Sample.Number(scope, 1));
        await Store.ImportAsync(Tenant, [there], Cancel);
        var reserved = await AskAsync(session => session.TakeSerialAsync(Sample.Ask(scope, NumberingMode.GapsAllowed), Cancel));
        var sameNumber = Whole(Sample.Number(scope, 1));
        var sameClaim = Whole(Sample.Number(scope, 7)) with { Search = there.Search };
        var reservedNumber = Whole(Sample.Number(scope, reserved));
        var fine = Whole(Sample.Number(scope, 8));

        var fates = await Store.ImportAsync(Tenant, [there, sameNumber, sameClaim, reservedNumber, fine], Cancel);

        Assert.Equal(
            [ImportResult.Present, ImportResult.Refused, ImportResult.Refused, ImportResult.Refused, ImportResult.Stored],
            fates.Select(fate => fate.Result));
        Assert.Equal(sameNumber.Number!.Text, fates[1].Taken);
        Assert.Equal(there.Search.Claims[0].Key, fates[2].Taken);
        Assert.Null(await FindAsync(sameClaim.Id));
        Same.Record(there, await FindAsync(there.Id));
        Same.Record(fine, await FindAsync(fine.Id));
    }

    [Fact]
    public async Task An_imported_subject_goes_on_like_any_other()
    {
        var record = Whole(Sample.Number(Fresh.Scope(), 3));
        await Store.ImportAsync(Tenant, [record], Cancel);
        var before = (await FindAsync(record.Id))!;
        var after = before.Next("decided", Fresh.Command());

        await CommitAsync(before.To(after, Sample.Notice(Tenant, after, $"{after.Id}/3")));

        Same.Record(after, await FindAsync(record.Id));
    }

    /// <summary>Two journal entries, two obligations, a claim and a number.</summary>
    private static SubjectRecord Whole(DocumentNumber number)
    {
        var born = Sample.Subject(command: Fresh.Command(), number: number);
        born = born with { Journal = [born.Journal[0] with { Imported = true }] };
        return (born.Next("registered") with { Number = number })
            .Claiming(new Claim("external-id", $"{Fresh.Guid():N}"))
            .Owing(Sample.Obligation(1, Sample.Moment + Duration.FromHours(1)), Sample.Obligation(2, Sample.Moment + Duration.FromHours(2)));
    }
}
