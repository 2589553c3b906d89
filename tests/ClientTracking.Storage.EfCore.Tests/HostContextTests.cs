using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class SqliteHostContextTests : HostContextTests<SqliteDatabase>;

public sealed class PostgresHostContextTests : HostContextTests<PostgresDatabase>;

/// <summary>The store in the host's own context: one transaction for host data and tracking data.</summary>
public abstract class HostContextTests<TDatabase> : IAsyncLifetime where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.CreateAsync();
        await using var context = Open();
        await context.Database.EnsureCreatedAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_the_host_has_pending_commits_with_the_subject()
    {
        await using var crm = Open();
        crm.Customers.Add(new Customer { Name = "仁和医院" });
        await CommitAsync(crm, Sample.Born(1));

        Assert.Equal(["仁和医院"], await CustomersAsync());
        Assert.NotNull(await FindAsync(1));
        Assert.All(crm.ChangeTracker.Entries(), entry => Assert.IsType<Customer>(entry.Entity));
    }

    [Fact, Trait("trap", "T32")]
    public async Task Rolled_back_by_the_host_neither_is_there_and_the_gap_free_number_is_free_again()
    {
        await using (var crm = Open())
        await using (var transaction = await crm.Database.BeginTransactionAsync(Cancel))
        {
            crm.Customers.Add(new Customer { Name = "仁和医院" });
            Assert.Equal(1, await CommitNumberedAsync(crm, 1));
            await transaction.RollbackAsync(Cancel);
        }
        Assert.Empty(await CustomersAsync());
        Assert.Null(await FindAsync(1));

        await using var later = Open();
        Assert.Equal(1, await CommitNumberedAsync(later, 2));
        Assert.Equal(Sample.Number(1), (await FindAsync(2))!.Number);
    }

    [Fact]
    public async Task A_transaction_of_the_host_is_left_to_the_host_to_commit()
    {
        await using var crm = Open();
        await using var transaction = await crm.Database.BeginTransactionAsync(Cancel);
        Assert.Equal(1, await CommitNumberedAsync(crm, 1));
        Assert.Equal(2, await CommitNumberedAsync(crm, 2));
        Assert.Null(await FindAsync(1));

        await transaction.CommitAsync(Cancel);
        Assert.NotNull(await FindAsync(1));
        Assert.NotNull(await FindAsync(2));
    }

    [Fact]
    public async Task What_is_due_is_found_in_a_transaction_of_the_host_before_it_commits()
    {
        await using var crm = Open();
        await using var transaction = await crm.Database.BeginTransactionAsync(Cancel);
        var born = Sample.Born(1);
        var told = born.After.Obligations[0] with { NextNotice = new(0, Sample.Noon, Sample.Noon, null) };
        var entry = born.After.Journal[0] with { Obligations = [new(ObligationEvent.Opened, told)] };
        var unborn = SubjectRecord.Unborn(born.After.Id, born.After.Kind, "RF", 1);
        await CommitAsync(crm, new(null, unborn.After(entry, born.After.State, born.After.Search), []));

        var expected = new DueSubject(Sample.Tenant, Sample.Id(1), Sample.Noon);
        Assert.Equal([expected], await new EfCoreTrackingStore<CrmContext>(crm).FindDueAsync(Sample.Noon, null, 10, Cancel));
        Assert.Empty(await new EfCoreTrackingStore<CrmContext>(crm).FindDueAsync(Sample.Noon, expected, 10, Cancel));
        await transaction.RollbackAsync(Cancel);
        Assert.Empty(await new EfCoreTrackingStore<CrmContext>(crm).FindDueAsync(Sample.Noon, null, 10, Cancel));
    }

    [Fact]
    public async Task After_a_conflict_what_the_host_has_pending_is_there_for_the_next_attempt()
    {
        await using (var setup = Open()) await CommitAsync(setup, Sample.Born(1));
        var stale = (await FindAsync(1))!;
        await using (var other = Open()) await CommitAsync(other, Sample.Changed(stale, "decided"));

        await using var crm = Open();
        crm.Customers.Add(new Customer { Name = "仁和医院" });
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(crm, Sample.Changed(stale, "planned")));
        Assert.Empty(await CustomersAsync());
        Assert.Equal(EntityState.Added, Assert.Single(crm.ChangeTracker.Entries()).State);

        await CommitAsync(crm, Sample.Changed((await FindAsync(1))!, "planned"));
        Assert.Equal(["仁和医院"], await CustomersAsync());
        Assert.Equal(("planned", 3L), (await FindAsync(1)) is { } now ? (now.Search.Status, now.Version) : default);
    }

    [Fact]
    public async Task A_claim_taken_meanwhile_keeps_what_the_host_has_pending()
    {
        var claim = new Claim("external-id", "CRM-7");
        await using (var setup = Open()) await CommitAsync(setup, Sample.Born(1, null, claim));

        await using var crm = Open();
        crm.Customers.Add(new Customer { Name = "仁和医院" });
        await Assert.ThrowsAsync<ClaimTakenException>(() => CommitAsync(crm, Sample.Born(2, null, claim)));
        await CommitAsync(crm, Sample.Born(2));
        Assert.Equal(["仁和医院"], await CustomersAsync());
    }

    [Fact]
    public async Task A_fault_of_the_hosts_own_entity_reaches_the_host_as_it_is()
    {
        await using (var setup = Open())
        {
            setup.Customers.Add(new Customer { Id = 7, Name = "仁和医院" });
            await setup.SaveChangesAsync(Cancel);
        }
        await using var crm = Open();
        crm.Customers.Add(new Customer { Id = 7, Name = "同仁医院" });
        await Assert.ThrowsAsync<DbUpdateException>(() => CommitAsync(crm, Sample.Born(1)));
        Assert.Null(await FindAsync(1));
    }

    [Fact]
    public async Task Taking_a_serial_writes_nothing_of_the_host()
    {
        await using var crm = Open();
        crm.Customers.Add(new Customer { Name = "仁和医院" });
        await using (var session = new EfCoreTrackingStore<CrmContext>(crm).OpenSession(Sample.Tenant))
            Assert.Equal(1, await session.TakeSerialAsync(Sample.Serial(1, Numbering.NumberingMode.GapsAllowed), Cancel));
        Assert.Empty(await CustomersAsync());
        Assert.Equal(EntityState.Added, Assert.Single(crm.ChangeTracker.Entries()).State);
    }

    [Fact]
    public async Task A_context_without_the_tables_says_what_to_call()
    {
        await using var plain = new PlainCrmContext(_database.Options<PlainCrmContext>());
        var error = Assert.Throws<InvalidOperationException>(() => new EfCoreTrackingStore<PlainCrmContext>(plain).OpenSession(Sample.Tenant));
        Assert.Contains("UseClientTracking()", error.Message, StringComparison.Ordinal);
    }

    private CrmContext Open() => new(_database.Options<CrmContext>());

    private static async Task CommitAsync(CrmContext crm, SubjectChange change)
    {
        await using var session = new EfCoreTrackingStore<CrmContext>(crm).OpenSession(Sample.Tenant);
        await session.CommitAsync([change], Cancel);
    }

    private static async Task<long> CommitNumberedAsync(CrmContext crm, int subject)
    {
        await using var session = new EfCoreTrackingStore<CrmContext>(crm).OpenSession(Sample.Tenant);
        var serial = await session.TakeSerialAsync(Sample.Serial(subject), Cancel);
        await session.CommitAsync([Sample.Born(subject, serial)], Cancel);
        return serial;
    }

    private async Task<SubjectRecord?> FindAsync(int subject)
    {
        await using var crm = Open();
        await using var session = new EfCoreTrackingStore<CrmContext>(crm).OpenSession(Sample.Tenant);
        return await session.FindAsync(Sample.Id(subject), Cancel);
    }

    private async Task<string[]> CustomersAsync()
    {
        await using var crm = Open();
        return await crm.Customers.Select(customer => customer.Name).ToArrayAsync(Cancel);
    }
}
