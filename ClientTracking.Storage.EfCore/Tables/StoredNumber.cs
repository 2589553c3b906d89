using ClientTracking.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>A line of the number ledger. It is never deleted, so no serial and no number text can be issued twice.</summary>
internal sealed class StoredNumber
{
    public required string Tenant { get; init; }
    public required string Series { get; init; }
    public required string Period { get; init; }
    public required long Serial { get; init; }
    public string? Text { get; init; }

    /// <summary>A <see cref="NumberUse"/>.</summary>
    public required int Use { get; init; }
    public Guid? Subject { get; init; }
    public string? Reason { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }

    internal NumberEntry Read() =>
        new(new NumberScope(Series, Period), Serial, Text, (NumberUse)Use, Subject, Reason, Instant.FromUnixTimeMilliseconds(At));
}

/// <summary>How <see cref="StoredNumber"/> is kept; its use is checked when it changes, so a reserved serial ends in one way only.</summary>
internal sealed class NumberTable : IEntityTypeConfiguration<StoredNumber>
{
    public void Configure(EntityTypeBuilder<StoredNumber> builder)
    {
        builder.ToTable("client_tracking_numbers");
        builder.HasKey(row => new { row.Tenant, row.Series, row.Period, row.Serial });
        builder.Property(row => row.Serial).ValueGeneratedNever();
        builder.Property(row => row.Use).IsConcurrencyToken();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Series).HasMaxLength(Longest.Name);
        builder.Property(row => row.Period).HasMaxLength(Longest.Period);
        builder.Property(row => row.Text).HasMaxLength(Longest.Name);
        builder.HasIndex(row => new { row.Tenant, row.Text }).IsUnique().HasFilter("text IS NOT NULL");
    }
}
