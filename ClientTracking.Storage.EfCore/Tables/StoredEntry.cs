using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>A line of a subject's journal; written once, never changed.</summary>
internal sealed class StoredEntry
{
    public required string Tenant { get; init; }
    public required Guid Subject { get; init; }
    public required long Sequence { get; init; }
    public string? Command { get; init; }
    public required string Detail { get; init; }

    internal static StoredEntry Of(TenantId tenant, SubjectId subject, JournalEntry entry) => new()
    {
        Tenant = tenant.Value,
        Subject = subject.Value,
        Sequence = entry.Sequence,
        Command = entry.Command?.Value,
        Detail = RecordJson.Write(entry),
    };
}

/// <summary>How <see cref="StoredEntry"/> is kept: a command stands in one journal of the tenant only.</summary>
internal sealed class JournalTable : IEntityTypeConfiguration<StoredEntry>
{
    public void Configure(EntityTypeBuilder<StoredEntry> builder)
    {
        builder.ToTable("client_tracking_journal");
        builder.HasKey(row => new { row.Tenant, row.Subject, row.Sequence });
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Command).HasMaxLength(Longest.Command);
        builder.HasOne<StoredSubject>().WithMany().HasForeignKey(row => new { row.Tenant, row.Subject })
            .HasConstraintName("fk_client_tracking_journal_subject").OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Tenant, row.Command }).IsUnique().HasFilter("command IS NOT NULL");
    }
}
