using ClientTracking.Storage.EfCore.Serials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>The last serial of a scope. The writers of the scope queue for its row: by its lock, or by a mark where rows have none.</summary>
internal sealed class StoredCounter
{
    public required string Tenant { get; init; }
    public required string Series { get; init; }
    public required string Period { get; init; }
    public required long Last { get; init; }

    /// <summary>The session that keeps the scope, on SQLite; see <see cref="SqliteHold"/>.</summary>
    public string? Holder { get; init; }
}

/// <summary>How <see cref="StoredCounter"/> is kept.</summary>
internal sealed class CounterTable : IEntityTypeConfiguration<StoredCounter>
{
    public void Configure(EntityTypeBuilder<StoredCounter> builder)
    {
        builder.ToTable("client_tracking_counters");
        builder.HasKey(row => new { row.Tenant, row.Series, row.Period });
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Series).HasMaxLength(Longest.Name);
        builder.Property(row => row.Period).HasMaxLength(Longest.Period);
        builder.Property(row => row.Holder).HasMaxLength(Longest.Name);
    }
}
