using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>A name that belongs to one subject of the tenant, ever; never changed, never deleted.</summary>
internal sealed class StoredClaim
{
    public required string Tenant { get; init; }
    public required string Scope { get; init; }
    public required string Key { get; init; }
    public required Guid Subject { get; init; }
}

/// <summary>How <see cref="StoredClaim"/> is kept.</summary>
internal sealed class ClaimTable : IEntityTypeConfiguration<StoredClaim>
{
    public void Configure(EntityTypeBuilder<StoredClaim> builder)
    {
        builder.ToTable("client_tracking_claims");
        builder.HasKey(row => new { row.Tenant, row.Scope, row.Key });
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Scope).HasMaxLength(Longest.Name);
        builder.Property(row => row.Key).HasMaxLength(Longest.Name);
    }
}
