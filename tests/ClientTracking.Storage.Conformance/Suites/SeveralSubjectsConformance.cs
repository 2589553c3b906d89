using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Several subjects in one commit.</summary>
/// <remarks>
/// Rulings: where <see cref="ITrackingStore.CommitsSeveralSubjects"/>, all of them are written or none; where not, the commit ends in
/// <see cref="NotSupportedException"/> and none is.
/// </remarks>
public abstract class SeveralSubjectsConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private const string OneOnly = "This store commits one subject at a time.";

    [Fact]
    public async Task All_are_written()
    {
        Assert.SkipUnless(Store.CommitsSeveralSubjects, OneOnly);
        var old = Sample.Subject();
        await CommitAsync(old.Birth());
        var (changed, born) = (old.Next("done"), Sample.Subject().Claiming(new Claim("scope", "key")));

        await CommitAsync(old.To(changed), born.Birth());

        Same.Record(changed, await FindAsync(old.Id));
        Same.Record(born, await FindAsync(born.Id));
    }

    [Fact]
    public async Task Or_none_is()
    {
        Assert.SkipUnless(Store.CommitsSeveralSubjects, OneOnly);
        var old = Sample.Subject();
        await CommitAsync(old.Birth());
        var born = Sample.Subject(command: Fresh.Command(), number: Sample.Number(Fresh.Scope(), 1)).Claiming(new Claim("scope", "key"));

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(born.Birth(), Sample.Subject(old.Id).Birth()));

        Assert.Null(await FindAsync(born.Id));
        Assert.Null(await AskAsync(session => session.FindByCommandAsync(born.Journal[0].Command!.Value, Cancel)));
        Assert.Null(await AskAsync(session => session.FindByNumberAsync(born.Number!.Text, Cancel)));
        Assert.Null(await AskAsync(session => session.FindByClaimAsync(new("scope", "key"), Cancel)));
        Same.Record(old, await FindAsync(old.Id));
    }

    [Fact]
    public async Task One_commit_cannot_give_one_claim_to_two()
    {
        Assert.SkipUnless(Store.CommitsSeveralSubjects, OneOnly);
        var (a, b) = (Sample.Subject().Claiming(new Claim("scope", "key")), Sample.Subject().Claiming(new Claim("scope", "key")));

        await Assert.ThrowsAsync<ClaimTakenException>(() => CommitAsync(a.Birth(), b.Birth()));

        Assert.Null(await FindAsync(a.Id));
        Assert.Null(await FindAsync(b.Id));
    }

    [Fact]
    public async Task A_store_that_cannot_says_so_and_writes_none()
    {
        Assert.SkipWhen(Store.CommitsSeveralSubjects, "This store commits several subjects.");
        var (a, b) = (Sample.Subject(), Sample.Subject());

        await Assert.ThrowsAsync<NotSupportedException>(() => CommitAsync(a.Birth(), b.Birth()));

        Assert.Null(await FindAsync(a.Id));
        Assert.Null(await FindAsync(b.Id));
    }
}
