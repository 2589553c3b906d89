using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Serials without gaps, whatever fails.</summary>
/// <remarks>
/// Rulings: a session that has taken a serial has the scope to itself until it commits or is disposed; others wait, and may give up waiting.
/// A serial whose session is disposed without a commit, or whose commit failed, is the next one given. Scopes do not block one another
/// (unless <see cref="StoreFixture.HasOneWriter"/>). No writer ever sees an error because another one is writing.
/// </remarks>
public abstract class GapFreeConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private const NumberingMode GapFree = NumberingMode.GapFree;
    private readonly NumberScope _scope = Fresh.Scope();

    [Fact, Trait("rule", "T31")]
    public async Task T31_50_parallel_first_numbers_of_a_day_are_1_to_50()
    {
        var hosts = await CreateHostsAsync(4);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            return await session.NumberAsync(_scope, GapFree, Cancel);
        })));

        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), numbers.Select(number => number.Serial).Order());
    }

    [Theory, Trait("rule", "T31")]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.InTheMiddle)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task T31_64_parallel_takers_leave_no_gap_and_no_duplicate_although_every_tenth_commit_fails(CommitFailure where)
    {
        var hosts = await CreateHostsAsync(4);
        var failures = 0;
        using var oneFailure = new SemaphoreSlim(1, 1);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            var command = Fresh.Command();
            if (i % 10 == 0 && await FailAsync(hosts[i % hosts.Length], command, where, oneFailure)) Interlocked.Increment(ref failures);
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            return (await session.FindByCommandAsync(command, Cancel))?.Number ?? await session.NumberAsync(_scope, GapFree, Cancel, command);
        })));

        Assert.Equal(7, failures);
        Assert.Equal(Enumerable.Range(1, 64).Select(i => (long)i), numbers.Select(number => number.Serial).Order());
        var ledger = await AskAsync(session => session.LedgerAsync(_scope, Cancel));
        Assert.Equal(Enumerable.Range(1, 64).Select(i => (long)i), ledger.Select(entry => entry.Serial));
        Assert.All(ledger, entry => Assert.Equal(NumberUse.Used, entry.Use));
    }

    [Fact, Trait("rule", "T32")]
    public async Task T32_a_serial_of_a_session_without_commit_is_free_again()
    {
        Assert.Equal(1, await TakeAndDropAsync());
        Assert.Equal(1, await TakeAndDropAsync());

        Assert.Equal(1, (await AskAsync(session => session.NumberAsync(_scope, GapFree, Cancel))).Serial);
        Assert.Equal(2, await TakeAndDropAsync());
        Assert.Equal([1L], (await AskAsync(session => session.LedgerAsync(_scope, Cancel))).Select(entry => entry.Serial));
    }

    [Fact, Trait("rule", "T32")]
    public async Task T32_a_serial_of_a_refused_commit_is_free_again()
    {
        var taken = Sample.Subject();
        await CommitAsync(taken.Birth());
        await using (var session = Open())
        {
            var serial = await session.TakeSerialAsync(Sample.Ask(_scope, GapFree, taken.Id), Cancel);
            var clash = Sample.Subject(taken.Id, number: Sample.Number(_scope, serial));
            await Assert.ThrowsAsync<ConcurrencyConflictException>(() => session.CommitAsync([clash.Birth()], Cancel));
        }

        Assert.Empty(await AskAsync(session => session.LedgerAsync(_scope, Cancel)));
        Assert.Equal(1, (await AskAsync(session => session.NumberAsync(_scope, GapFree, Cancel))).Serial);
    }

    [Fact]
    public async Task A_wait_for_the_scope_can_be_given_up()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using (var holder = Open())
        {
            Assert.Equal(1, await holder.TakeSerialAsync(Sample.Ask(_scope, GapFree), Cancel));
            await using var waiting = (await CreateHostsAsync(1))[0].OpenSession(Tenant);
            var wait = Task.Run(() => waiting.TakeSerialAsync(Sample.Ask(_scope, GapFree), patience.Token), Cancel);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        }

        Assert.Equal(1, await TakeAndDropAsync());
    }

    [Fact]
    public async Task Scopes_do_not_block_one_another()
    {
        Assert.SkipWhen(Fixture.HasOneWriter, "The database has one writer at a time.");
        await using var holder = Open();
        await holder.TakeSerialAsync(Sample.Ask(_scope, GapFree), Cancel);
        var (otherPeriod, otherSeries) = (new NumberScope(_scope.Series, "2026-03-03"), new NumberScope(_scope.Series + "x", _scope.Period));

        Assert.Equal(1, (await AskAsync(session => session.NumberAsync(otherPeriod, GapFree, Cancel))).Serial);
        Assert.Equal(1, (await AskAsync(session => session.NumberAsync(otherSeries, GapFree, Cancel))).Serial);
    }

    [Fact]
    public async Task A_subject_that_has_no_number_is_not_kept_waiting()
    {
        Assert.SkipWhen(Fixture.HasOneWriter, "The database has one writer at a time.");
        await using var holder = Open();
        await holder.TakeSerialAsync(Sample.Ask(_scope, GapFree), Cancel);
        var subject = Sample.Subject();

        await CommitAsync(subject.Birth());

        Same.Record(subject, await FindAsync(subject.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public async Task A_period_begins_with_the_first_serial_asked_for(long first)
    {
        await using var session = Open();

        Assert.Equal(first, await session.TakeSerialAsync(Sample.Ask(_scope, GapFree, first: first), Cancel));
    }

    /// <summary>While it has the serial no other taker commits, so the failure meets this commit and no other.</summary>
    private async Task<bool> FailAsync(ITrackingStore host, CommandId command, CommitFailure where, SemaphoreSlim oneFailure)
    {
        await oneFailure.WaitAsync(Cancel);
        try
        {
            await using var session = host.OpenSession(Tenant);
            var id = Fresh.Id();
            var serial = await session.TakeSerialAsync(Sample.Ask(_scope, GapFree, id), Cancel);
            using var failing = Fixture.FailCommits(where);
            var change = Sample.Subject(id, command, Sample.Number(_scope, serial)).Birth();
            return await Record.ExceptionAsync(() => session.CommitAsync([change], Cancel)) is StorageUnavailableException;
        }
        finally
        {
            oneFailure.Release();
        }
    }

    private async Task<long> TakeAndDropAsync()
    {
        await using var session = Open();
        return await session.TakeSerialAsync(Sample.Ask(_scope, GapFree), Cancel);
    }
}
