using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>A host's context with an entity of the host's own and the engine's tables.</summary>
internal sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    internal DbSet<Customer> Customers => Set<Customer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>();
        modelBuilder.UseClientTracking();
    }
}

/// <summary>A host's context that knows nothing of the engine.</summary>
internal sealed class PlainCrmContext(DbContextOptions<PlainCrmContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Customer>();
}

internal sealed class Customer
{
    public int Id { get; set; }
    public required string Name { get; set; }
}
