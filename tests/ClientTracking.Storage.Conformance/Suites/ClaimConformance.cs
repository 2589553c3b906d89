using ClientTracking.Errors;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>A claim belongs to exactly one subject of the tenant, ever.</summary>
/// <remarks>
/// Rulings: who comes too late gets <see cref="ClaimTakenException"/> that names the claim, and nothing of that commit is written. A claim
/// is not freed when a later state no longer lists it, and its holder may list it again. Equality is ordinal.
/// </remarks>
public abstract class ClaimConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Claim Wanted = new("external-id", "K-1");

    [Fact]
    public async Task A_claim_leads_to_its_holder_and_to_nobody_else()
    {
        var holder = Sample.Subject().Claiming(Wanted, new Claim("owner-of", "K-1"));
        await CommitAsync(holder.Birth());
        var late = Sample.Subject(number: Sample.Number(Fresh.Scope(), 1)).Claiming(new Claim("free", "x"), Wanted);

        var taken = await Assert.ThrowsAsync<ClaimTakenException>(() => CommitAsync(late.Birth()));

        Assert.Equal((Wanted.Scope, Wanted.Key), (taken.Scope, taken.Key));
        Assert.Equal(holder.Id, await HolderOfAsync(Wanted));
        Assert.Equal(holder.Id, await HolderOfAsync(new("owner-of", "K-1")));
        Assert.Null(await HolderOfAsync(new("free", "x")));
        Assert.Null(await FindAsync(late.Id));
        Assert.Null(await AskAsync(session => session.FindByNumberAsync(late.Number!.Text, Cancel)));
    }

    [Fact]
    public async Task A_later_change_can_claim_and_can_be_refused()
    {
        var (holder, late) = (Sample.Subject(), Sample.Subject());
        await CommitAsync(holder.Birth());
        await CommitAsync(late.Birth());

        await CommitAsync(holder.To(holder.Next().Claiming(Wanted)));
        await Assert.ThrowsAsync<ClaimTakenException>(() => CommitAsync(late.To(late.Next("claimed").Claiming(Wanted))));

        Assert.Equal(holder.Id, await HolderOfAsync(Wanted));
        Same.Record(late, await FindAsync(late.Id));
    }

    [Fact]
    public async Task A_claim_is_never_freed()
    {
        var first = Sample.Subject().Claiming(Wanted);
        var second = first.Next().Claiming();
        await CommitAsync(first.Birth());
        await CommitAsync(first.To(second));

        await Assert.ThrowsAsync<ClaimTakenException>(() => CommitAsync(Sample.Subject().Claiming(Wanted).Birth()));
        await CommitAsync(second.To(second.Next().Claiming(Wanted)));

        Assert.Equal(first.Id, await HolderOfAsync(Wanted));
    }

    [Fact, Trait("rule", "T46")]
    public async Task T46_of_32_parallel_claimers_exactly_one_gets_it()
    {
        var hosts = await CreateHostsAsync(4);
        var claimers = Enumerable.Range(0, 32).Select(_ => Sample.Subject().Claiming(Wanted)).ToList();

        var outcomes = await Task.WhenAll(claimers.Select((claimer, i) => Task.Run(async () =>
        {
            await using var session = hosts[i % hosts.Length].OpenSession(Tenant);
            return await Record.ExceptionAsync(() => session.CommitAsync([claimer.Birth()], Cancel));
        })));

        var winner = Assert.Single(Enumerable.Range(0, 32), i => outcomes[i] is null);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<ClaimTakenException>(outcome));
        Assert.Equal(claimers[winner].Id, await HolderOfAsync(Wanted));
        foreach (var i in Enumerable.Range(0, 32)) Assert.Equal(i == winner, await FindAsync(claimers[i].Id) is not null);
    }

    [Fact]
    public async Task Claims_are_equal_by_ordinal_comparison_alone()
    {
        var claims = new Claim[] { new("s", "k"), new("s", "K"), new("S", "k"), new("s", "k "), new("s", "\u00e9"), new("s", "e\u0301") };
        var subjects = claims.Select(claim => Sample.Subject().Claiming(claim)).ToList();

        foreach (var subject in subjects) await CommitAsync(subject.Birth());

        foreach (var subject in subjects) Assert.Equal(subject.Id, await HolderOfAsync(subject.Search.Claims[0]));
    }

    [Fact]
    public async Task Scope_and_key_do_not_run_together()
    {
        var (one, other) = (Sample.Subject().Claiming(new Claim("a/b", "c")), Sample.Subject().Claiming(new Claim("a", "b/c")));

        await CommitAsync(one.Birth());
        await CommitAsync(other.Birth());

        Assert.Equal(one.Id, await HolderOfAsync(new("a/b", "c")));
        Assert.Equal(other.Id, await HolderOfAsync(new("a", "b/c")));
    }

    private Task<SubjectId?> HolderOfAsync(Claim claim) => AskAsync(session => session.FindByClaimAsync(claim, Cancel));
}
