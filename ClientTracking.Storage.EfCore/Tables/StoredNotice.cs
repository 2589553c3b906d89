using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>A notice in the outbox. A settled one stays, so that its key is never delivered again.</summary>
internal sealed class StoredNotice
{
    internal const int Waiting = 0;
    internal const int Delivered = 1;
    internal const int SetAside = 2;

    /// <summary>The order of committing. The outbox is read across tenants, so this alone is the key and not the tenant.</summary>
    public long Position { get; init; }
    public required string Tenant { get; init; }
    public required string Key { get; init; }
    public required string Detail { get; init; }
    public int State { get; init; }

    /// <summary>From when on it may be leased, in Unix milliseconds: at once, the end of a lease, or when to try again.</summary>
    public long FreeFrom { get; init; } = long.MinValue;
    public string? LeasedBy { get; init; }

    /// <summary>One call of leasing, to read back exactly what that call won.</summary>
    public string? Lease { get; init; }
    public int Attempts { get; init; }
    public string? LastFailure { get; init; }

    internal static StoredNotice Of(TenantId tenant, Notice notice) =>
        new() { Tenant = tenant.Value, Key = notice.Key, Detail = RecordJson.Write(notice) };

    /// <summary>The row with another notice, and without what its last failure said.</summary>
    internal StoredNotice With(Notice notice) => new()
    {
        Position = Position,
        Tenant = Tenant,
        Key = Key,
        Detail = RecordJson.Write(notice),
        State = State,
        FreeFrom = FreeFrom,
        LeasedBy = LeasedBy,
        Lease = Lease,
        Attempts = Attempts,
    };

    internal OutboxMessage Read() => new(RecordJson.ReadNotice(Detail), LeasedBy ?? "", Attempts, LastFailure);
}

/// <summary>How <see cref="StoredNotice"/> is kept. Few notices wait, so the index of those stays small for ever.</summary>
internal sealed class OutboxTable : IEntityTypeConfiguration<StoredNotice>
{
    public void Configure(EntityTypeBuilder<StoredNotice> builder)
    {
        builder.ToTable("client_tracking_outbox");
        builder.HasKey(row => row.Position);
        builder.Property(row => row.Position).ValueGeneratedOnAdd();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Key).HasMaxLength(Longest.NoticeKey);
        builder.Property(row => row.LeasedBy).HasMaxLength(Longest.Name);
        builder.Property(row => row.Lease).HasMaxLength(Longest.Name);
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique();
        builder.HasIndex(row => new { row.Position, row.FreeFrom }).HasFilter("state = 0");
        builder.HasIndex(row => row.Lease).HasFilter("lease IS NOT NULL");
        builder.HasIndex(row => new { row.Tenant, row.Position }).HasFilter("state = 2");
    }
}
