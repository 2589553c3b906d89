using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Number and commit in one step, which a store may do for many at once.</summary>
/// <remarks>
/// Rulings: what holds for taking a serial and committing holds for both in one step, whoever else does either. However many a store writes for at
/// once, what is refused of one is told to that one alone, and leaves no gap.
/// </remarks>
public abstract class NumberedCommitConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private const NumberingMode GapFree = NumberingMode.GapFree;
    private readonly NumberScope _scope = Fresh.Scope();

    [Fact, Trait("rule", "T31")]
    public async Task T31_50_parallel_subjects_of_a_new_day_get_1_to_50_and_are_stored_as_they_were_made()
    {
        var hosts = await CreateHostsAsync(4);

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => NumberAsync(hosts[i % hosts.Length], Fresh.Id()))));

        Assert.Equal(Serials(50), made.Select(change => change.After.Number!.Serial).Order());
        foreach (var change in made)
        {
            Same.Record(change.After, await FindAsync(change.After.Id));
            Assert.Equal(change.Notices, await AskAsync(session => session.NoticesAsync(change.After.Id, Cancel)));
        }
        await AssertLedgerAsync(50);
    }

    [Fact, Trait("rule", "T32")]
    public async Task T32_what_is_refused_of_one_is_told_to_that_one_and_leaves_no_gap()
    {
        var (present, claim) = (Sample.Subject(), new Claim("client", "仁和医院"));
        await CommitAsync(present.Birth());
        await CommitAsync(Sample.Subject().Claiming(claim).Birth());
        var hosts = await CreateHostsAsync(2);

        var refusals = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => await Record.ExceptionAsync(() => (i % 10) switch
        {
            1 => NumberAsync(hosts[i % 2], present.Id),
            4 => NumberAsync(hosts[i % 2], Fresh.Id(), record => record.Claiming(claim)),
            7 => NumberAsync(hosts[i % 2], Fresh.Id(), _ => throw new FormatException("Made to fail.")),
            _ => NumberAsync(hosts[i % 2], Fresh.Id()),
        }))));

        Assert.All(refusals.Index(), refusal => Assert.Equal(
            (refusal.Index % 10) switch { 1 => typeof(ConcurrencyConflictException), 4 => typeof(ClaimTakenException), 7 => typeof(FormatException), _ => null },
            refusal.Item?.GetType()));
        await AssertLedgerAsync(28);
    }

    [Fact, Trait("rule", "T31")]
    public async Task T31_one_step_and_two_share_the_serials_of_a_scope()
    {
        var hosts = await CreateHostsAsync(4);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            if (i % 4 != 0)
            {
                await NumberAsync(hosts[i % hosts.Length], Fresh.Id());
                return;
            }
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            await session.NumberAsync(_scope, GapFree, Cancel);
        })));

        await AssertLedgerAsync(40);
    }

    [Fact]
    public async Task Imported_numbers_that_lie_ahead_are_passed_over()
    {
        await Store.ImportAsync(Tenant, [Sample.Subject(number: Sample.Number(_scope, 2)), Sample.Subject(number: Sample.Number(_scope, 3))], Cancel);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => NumberAsync(Store, Fresh.Id()))));

        Assert.Equal([1L, 4L, 5L, 6L], made.Select(change => change.After.Number!.Serial).Order());
    }

    [Fact]
    public async Task A_subject_that_is_there_already_gets_its_number_so_too()
    {
        var subject = Sample.Subject();
        await CommitAsync(subject.Birth());

        var made = await NumberAsync(Store, subject.Id, _ => throw new InvalidOperationException(), subject);

        Assert.Equal(Sample.Number(_scope, 1), made.After.Number);
        Same.Record(made.After, await FindAsync(subject.Id));
    }

    [Fact]
    public async Task A_wait_for_the_scope_can_be_given_up_and_costs_no_serial()
    {
        await using (var holder = (await CreateHostsAsync(1))[0].OpenSession(Tenant))
        {
            await holder.TakeSerialAsync(Sample.Ask(_scope, GapFree), Cancel);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            await using var session = Open();
            var wait = Task.Run(() => session.CommitAsync(Sample.Ask(_scope, GapFree), Unwanted, patience.Token), Cancel);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        }

        Assert.Equal(1, (await NumberAsync(Store, Fresh.Id())).After.Number!.Serial);
    }

    [Fact]
    public async Task Where_gaps_are_allowed_the_serial_is_in_use_with_the_commit()
    {
        var made = await NumberAsync(Store, Fresh.Id(), mode: NumberingMode.GapsAllowed);

        Same.Record(made.After, await FindAsync(made.After.Id));
        await AssertLedgerAsync(1);
    }

    private async Task<SubjectChange> NumberAsync(
        ITrackingStore host, SubjectId id, Func<SubjectRecord, SubjectRecord>? with = null, SubjectRecord? before = null, NumberingMode mode = GapFree)
    {
        await using var session = host.OpenSession(Tenant);
        return await session.CommitAsync(
            Sample.Ask(_scope, mode, id),
            async serial =>
            {
                await Task.Yield();
                var number = Sample.Number(_scope, serial);
                if (before is not null) return before.To(before.Next(number: number));
                var record = Sample.Subject(id, Fresh.Command(), number);
                return (with is null ? record : with(record)).Birth(Sample.Notice(Tenant, record, $"{id}/1"));
            },
            Cancel);
    }

    private static ValueTask<SubjectChange> Unwanted(long serial) => throw new InvalidOperationException($"Nobody waits for {serial} any more.");

    private static IEnumerable<long> Serials(int count) => Enumerable.Range(1, count).Select(i => (long)i);

    private async Task AssertLedgerAsync(int count)
    {
        var ledger = await AskAsync(session => session.LedgerAsync(_scope, Cancel));
        Assert.Equal(Serials(count), ledger.Select(entry => entry.Serial));
        Assert.All(ledger, entry => Assert.Equal(NumberUse.Used, entry.Use));
    }
}
