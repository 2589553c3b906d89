using ClientTracking.Numbering;
using ClientTracking.Storage.Conformance.Records;
using ClientTracking.Subjects;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Two tenants never meet, whatever they have in common.</summary>
/// <remarks>
/// Rulings: ids, numbers, scopes, claims, commands and notice keys are unique within a tenant, not beyond it, and no session sees anything of
/// another tenant. Tenants are told apart ordinally.
/// </remarks>
public abstract class TenancyConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly Claim Shared = new("external-id", "K-1");
    private readonly NumberScope _scope = Fresh.Scope();
    private readonly CommandId _command = Fresh.Command();
    private readonly SubjectId _id = Fresh.Id();

    [Fact]
    public async Task Equal_ids_numbers_claims_and_commands_of_two_tenants_never_meet()
    {
        foreach (var tenant in BothTenants)
        {
            var mine = Twin(tenant);
            await using var session = Store.OpenSession(tenant);
            await session.CommitAsync([mine.Birth()], Cancel);
        }

        foreach (var tenant in BothTenants)
        {
            var mine = Twin(tenant);
            await using var session = Store.OpenSession(tenant);
            Same.Record(mine, await session.FindAsync(_id, Cancel));
            Same.Record(mine, await session.FindByNumberAsync(mine.Number!.Text, Cancel));
            Same.Record(mine, await session.FindByCommandAsync(_command, Cancel));
            Assert.Equal(_id, await session.FindByClaimAsync(Shared, Cancel));
            Same.Record(mine, Assert.Single((await session.QueryAsync(new SubjectQuery(), Cancel)).Items));
            Assert.Equal(_id, Assert.Single((await session.QueryAsync(new ObligationQuery(), Cancel)).Items).Subject);
            Assert.Single(await session.LedgerAsync(_scope, Cancel));
        }
    }

    [Fact]
    public async Task A_change_in_one_tenant_leaves_the_other_alone()
    {
        var (mine, theirs) = (Twin(Tenant), Twin(Other));
        await CommitAsync(mine.Birth());
        await using (var session = Store.OpenSession(Other)) await session.CommitAsync([theirs.Birth()], Cancel);

        await CommitAsync(mine.To(mine.Next("changed")));

        await using var reading = Store.OpenSession(Other);
        Same.Record(theirs, await reading.FindAsync(_id, Cancel));
    }

    [Fact]
    public async Task An_empty_tenant_sees_nothing()
    {
        await CommitAsync(Twin(Tenant).Birth());
        await using var session = Store.OpenSession(Other);

        Assert.Null(await session.FindAsync(_id, Cancel));
        Assert.Null(await session.FindByNumberAsync(Sample.Number(_scope, 5).Text, Cancel));
        Assert.Null(await session.FindByCommandAsync(_command, Cancel));
        Assert.Null(await session.FindByClaimAsync(Shared, Cancel));
        Assert.Empty((await session.QueryAsync(new SubjectQuery(), Cancel)).Items);
        Assert.Empty((await session.QueryAsync(new SubjectQuery { Order = SubjectOrder.Number }, Cancel)).Items);
        Assert.Empty((await session.QueryAsync(new ObligationQuery { Status = null }, Cancel)).Items);
        Assert.Empty((await session.QueryAsync(new NumberQuery(_scope), Cancel)).Items);
    }

    [Theory, InlineData(NumberingMode.GapFree), InlineData(NumberingMode.GapsAllowed)]
    public async Task Each_tenant_counts_for_itself(NumberingMode mode)
    {
        foreach (var expected in new[] { 1L, 2L })
            foreach (var tenant in BothTenants)
            {
                await using var session = Store.OpenSession(tenant);
                Assert.Equal(expected, (await session.NumberAsync(_scope, mode, Cancel)).Serial);
            }
    }

    [Fact]
    public async Task A_tenant_that_holds_a_serial_does_not_block_the_other()
    {
        Assert.SkipWhen(Fixture.HasOneWriter, "The database has one writer at a time.");
        await using var holder = Open();
        await holder.TakeSerialAsync(Sample.Ask(_scope, NumberingMode.GapFree), Cancel);
        await using var session = Store.OpenSession(Other);

        Assert.Equal(1, (await session.NumberAsync(_scope, NumberingMode.GapFree, Cancel)).Serial);
    }

    [Fact]
    public async Task Equal_keys_of_notices_of_two_tenants_are_two_notices()
    {
        var outbox = Store.Outbox;
        foreach (var tenant in BothTenants)
        {
            await using var session = Store.OpenSession(tenant);
            await session.CommitAsync([Twin(tenant).Birth(Sample.Notice(tenant, Twin(tenant), "key"))], Cancel);
        }
        var now = Sample.Moment;
        var leased = await outbox.LeaseAsync("host", now, now + Outboxes.Lease, 1000, Cancel);

        await outbox.DeliveredAsync(leased.Single(message => message.Notice.Tenant == Tenant), Cancel);
        await outbox.FailedAsync(leased.Single(message => message.Notice.Tenant == Other), "no such address", null, Cancel);

        Assert.Empty(await outbox.SetAsideAsync(Tenant, 10, Cancel));
        Assert.Equal(Other, Assert.Single(await outbox.SetAsideAsync(Other, 10, Cancel)).Notice.Tenant);
    }

    /// <summary>The tenant whose name differs by case alone.</summary>
    private TenantId Other => new(Tenant.Value.ToUpperInvariant());

    private TenantId[] BothTenants => [Tenant, Other];

    private SubjectRecord Twin(TenantId tenant)
    {
        var subject = Sample.Subject(_id, _command, Sample.Number(_scope, 5)).Claiming(Shared).Owing(Sample.Obligation(1, Sample.Moment));
        return subject with { Search = subject.Search with { Client = tenant.Value } };
    }
}
