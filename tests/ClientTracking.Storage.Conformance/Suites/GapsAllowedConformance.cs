using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Serials that may leave gaps, none of them unexplained.</summary>
/// <remarks>
/// Rulings: a serial is gone at once and for good, nobody waits for anybody, and the ledger has it as reserved until a commit of its subject
/// uses it, in that session or a later one, or it is made void. It becomes void at once, without a commit; once void, a second reason changes
/// nothing; once used, it cannot become void. A serial reserved for one subject is refused to another.
/// </remarks>
public abstract class GapsAllowedConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private const NumberingMode GapsAllowed = NumberingMode.GapsAllowed;
    private readonly NumberScope _scope = Fresh.Scope();

    [Fact]
    public async Task Nobody_waits_and_nobody_gets_the_same()
    {
        await using var one = Open();
        await using var other = (await CreateHostsAsync(1))[0].OpenSession(Tenant);

        Assert.Equal(1, await one.TakeSerialAsync(Sample.Ask(_scope, GapsAllowed), Cancel));
        Assert.Equal(2, await other.TakeSerialAsync(Sample.Ask(_scope, GapsAllowed), Cancel));
        Assert.Equal(3, await one.TakeSerialAsync(Sample.Ask(_scope, GapsAllowed), Cancel));
    }

    [Fact, Trait("rule", "T31")]
    public async Task T31_50_parallel_first_numbers_are_50_different_ones()
    {
        var hosts = await CreateHostsAsync(4);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            return await session.NumberAsync(_scope, GapsAllowed, Cancel);
        })));

        Assert.Equal(50, numbers.Select(number => number.Serial).Distinct().Count());
        Assert.Equal(
            numbers.Select(number => number.Serial).Order(),
            (await AskAsync(session => session.LedgerAsync(_scope, Cancel))).Select(entry => entry.Serial));
    }

    [Fact, Trait("rule", "T32")]
    public async Task T32_a_serial_of_a_session_without_commit_stays_reserved_until_it_is_void()
    {
        Assert.Equal(1, await TakeAsync());
        Assert.Equal(NumberUse.Reserved, (await EntryAsync(1)).Use);
        Assert.Equal(Sample.Moment, (await EntryAsync(1)).At);

        await VoidAsync(1, "提交失败：版本冲突");

        var entry = await EntryAsync(1);
        Assert.Equal((NumberUse.Void, "提交失败：版本冲突", Sample.Moment), (entry.Use, entry.Reason, entry.At));
    }

    [Fact, Trait("rule", "T37")]
    public async Task T37_a_void_serial_is_never_issued_again()
    {
        await VoidAsync(await TakeAsync(), "nobody wants it");

        Assert.Equal(2, await TakeAsync());
        Assert.Equal([1L, 2L], (await AskAsync(session => session.LedgerAsync(_scope, Cancel))).Select(entry => entry.Serial));
    }

    [Fact, Trait("rule", "T37")]
    public async Task T37_a_void_serial_is_refused_to_an_import()
    {
        await VoidAsync(await TakeAsync(), "nobody wants it");
        var late = Sample.Subject(number: Sample.Number(_scope, 1));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(late.Birth()));

        Assert.Null(await FindAsync(late.Id));
        Assert.Equal(NumberUse.Void, (await EntryAsync(1)).Use);
    }

    [Fact]
    public async Task The_first_reason_stays()
    {
        await TakeAsync();

        await VoidAsync(1, "first");
        await VoidAsync(1, "second");

        Assert.Equal("first", (await EntryAsync(1)).Reason);
    }

    [Fact]
    public async Task A_used_serial_cannot_become_void()
    {
        var number = await AskAsync(session => session.NumberAsync(_scope, GapsAllowed, Cancel));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => VoidAsync(number.Serial, "too late"));

        Assert.Equal(NumberUse.Used, (await EntryAsync(number.Serial)).Use);
    }

    [Fact]
    public async Task A_reserved_serial_is_used_by_its_subject_alone_also_in_a_later_session()
    {
        var owner = Sample.Subject(number: Sample.Number(_scope, 1));
        await AskAsync(session => session.TakeSerialAsync(Sample.Ask(_scope, GapsAllowed, owner.Id), Cancel));
        var thief = Sample.Subject(number: Sample.Number(_scope, 1));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(thief.Birth()));
        await CommitAsync(owner.Birth());

        var entry = await EntryAsync(1);
        Assert.Equal((NumberUse.Used, owner.Id.Value, owner.Number!.Text, Sample.Moment), (entry.Use, entry.SubjectId, entry.Text, entry.At));
        Assert.Null(await FindAsync(thief.Id));
    }

    [Fact]
    public async Task A_failed_commit_leaves_it_reserved()
    {
        var (taken, serial) = (Sample.Subject(), 0L);
        await CommitAsync(taken.Birth());
        await using (var session = Open())
        {
            serial = await session.TakeSerialAsync(Sample.Ask(_scope, GapsAllowed, taken.Id), Cancel);
            var clash = Sample.Subject(taken.Id, number: Sample.Number(_scope, serial));
            await Assert.ThrowsAsync<ConcurrencyConflictException>(() => session.CommitAsync([clash.Birth()], Cancel));
        }

        Assert.Equal(NumberUse.Reserved, (await EntryAsync(serial)).Use);
        Assert.Equal(2, await TakeAsync());
    }

    private Task<long> TakeAsync() => AskAsync(session => session.TakeSerialAsync(Sample.Ask(_scope, GapsAllowed), Cancel));

    private async Task VoidAsync(long serial, string reason)
    {
        await using var session = Open();
        await session.VoidAsync(_scope, serial, reason, Cancel);
    }

    private async Task<NumberEntry> EntryAsync(long serial) =>
        Assert.Single(await AskAsync(session => session.LedgerAsync(_scope, Cancel)), entry => entry.Serial == serial);
}
