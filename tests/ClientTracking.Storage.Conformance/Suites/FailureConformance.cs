using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>A commit that fails has written everything or nothing, and repeating its command is safe.</summary>
/// <remarks>
/// Rulings: whatever fails within the store reaches the caller as <see cref="StorageUnavailableException"/>. Unless everything was written
/// before the failure, nothing is there afterwards: neither subject, number, command, claim, obligation, ledger line nor notice. The next
/// commit works again.
/// </remarks>
public abstract class FailureConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Claim Wanted = new("external-id", "K-1");
    private readonly NumberScope _scope = Fresh.Scope();
    private readonly CommandId _command = Fresh.Command();

    [Theory]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.InTheMiddle)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task A_new_subject_is_there_whole_or_not_at_all(CommitFailure where)
    {
        var subject = await FailToCreateAsync(where);

        await using var session = Open();
        var found = where == CommitFailure.AfterEverything ? [subject.Id] : Array.Empty<SubjectId>();
        Assert.Equal(found, Ids(await session.FindAsync(subject.Id, Cancel)));
        Assert.Equal(found, Ids(await session.FindByNumberAsync(subject.Number!.Text, Cancel)));
        Assert.Equal(found, Ids(await session.FindByCommandAsync(_command, Cancel)));
        Assert.Equal(found, new[] { await session.FindByClaimAsync(Wanted, Cancel) }.OfType<SubjectId>());
        Assert.Equal(found, (await session.QueryAsync(new SubjectQuery(), Cancel)).Items.Select(record => record.Id));
        Assert.Equal(found, (await session.QueryAsync(new ObligationQuery(), Cancel)).Items.Select(row => row.Subject));
        Assert.Equal(found, (await session.LedgerAsync(_scope, Cancel)).Select(entry => new SubjectId(entry.SubjectId!.Value)));
        var notices = await Store.Outbox.LeaseOfAsync(Tenant, "host", Sample.Moment, Cancel);
        Assert.Equal(found, notices.Select(message => message.Notice.Subject));
    }

    [Theory]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.InTheMiddle)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task A_change_is_there_whole_or_not_at_all(CommitFailure where)
    {
        var before = Sample.Subject().Owing(Sample.Obligation(1, Sample.Moment));
        var after = before.Next("done", _command, Sample.Number(_scope, 1))
            .Claiming(Wanted)
            .Owing(Sample.Obligation(1, Sample.Moment) with { NoticedLevel = 0 });
        await CommitAsync(before.Birth());

        await FailAsync(where, before.To(after, Sample.Notice(Tenant, after, "changed")));

        var written = where == CommitFailure.AfterEverything;
        Same.Record(written ? after : before, await FindAsync(before.Id));
        await using var session = Open();
        Assert.Equal(written, await session.FindByCommandAsync(_command, Cancel) is not null);
        Assert.Equal(written, await session.FindByClaimAsync(Wanted, Cancel) is not null);
        Assert.Equal(written, (await session.LedgerAsync(_scope, Cancel)).Length == 1);
        Assert.Equal(written ? 0 : null, Assert.Single((await session.QueryAsync(new ObligationQuery(), Cancel)).Items).Obligation.NoticedLevel);
        Assert.Equal(written, (await Store.Outbox.LeaseOfAsync(Tenant, "host", Sample.Moment, Cancel)).Length == 1);
    }

    [Theory]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.InTheMiddle)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task A_command_that_is_repeated_is_carried_out_once(CommitFailure where)
    {
        var first = await FailToCreateAsync(where);
        var again = Sample.Subject(command: _command, number: Sample.Number(_scope, 1)).Claiming(Wanted);

        var done = await AskAsync(session => session.FindByCommandAsync(_command, Cancel));
        var repeated = await Record.ExceptionAsync(() => CommitAsync(again.Birth()));

        Assert.Equal(where == CommitFailure.AfterEverything ? first.Id : null, done?.Id);
        Assert.Equal(where == CommitFailure.AfterEverything, repeated is ConcurrencyConflictException or ClaimTakenException);
        Assert.Equal(where == CommitFailure.AfterEverything, repeated is not null);
        Assert.Equal(done?.Id ?? again.Id, (await AskAsync(session => session.FindByCommandAsync(_command, Cancel)))?.Id);
    }

    [Theory]
    [InlineData(CommitFailure.BeforeAnything)]
    [InlineData(CommitFailure.InTheMiddle)]
    [InlineData(CommitFailure.AfterEverything)]
    public async Task Several_subjects_are_there_all_or_none(CommitFailure where)
    {
        Assert.SkipUnless(Store.CommitsSeveralSubjects, "This store commits one subject at a time.");
        var (a, b) = (Sample.Subject(), Sample.Subject());

        await FailAsync(where, a.Birth(), b.Birth());

        var expected = where == CommitFailure.AfterEverything;
        Assert.Equal((expected, expected), (await FindAsync(a.Id) is not null, await FindAsync(b.Id) is not null));
    }

    [Fact]
    public async Task A_failure_that_is_over_leaves_no_trace()
    {
        using (Fixture.FailCommits(CommitFailure.InTheMiddle)) { }
        var subject = Sample.Subject();

        await CommitAsync(subject.Birth());

        Same.Record(subject, await FindAsync(subject.Id));
    }

    private static SubjectId[] Ids(SubjectRecord? record) => record is null ? [] : [record.Id];

    private async Task<SubjectRecord> FailToCreateAsync(CommitFailure where)
    {
        var subject = Sample.Subject(command: _command, number: Sample.Number(_scope, 1))
            .Claiming(Wanted)
            .Owing(Sample.Obligation(1, Sample.Moment));
        await FailAsync(where, subject.Birth(Sample.Notice(Tenant, subject, "born")));
        return subject;
    }

    private async Task FailAsync(CommitFailure where, params SubjectChange[] changes)
    {
        using var failing = Fixture.FailCommits(where);
        var failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => CommitAsync([.. changes]));
        Assert.NotNull(failure.InnerException);
    }
}
