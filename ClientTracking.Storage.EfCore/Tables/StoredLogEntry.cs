using ClientTracking.Confidentiality;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>An entry of a subject's access log; written once, never changed. It names no table of subjects: the log outlives what it is about.</summary>
internal sealed class StoredLogEntry
{
    public required string Tenant { get; init; }
    public required Guid Subject { get; init; }
    public required long Sequence { get; init; }
    public required string Person { get; init; }

    /// <summary>An <see cref="AccessAction"/>.</summary>
    public required int Action { get; init; }
    public required bool Allowed { get; init; }
    public required string Rule { get; init; }
    public required string Code { get; init; }

    /// <summary>A <see cref="ConfidentialityLevel"/>.</summary>
    public int? Level { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }
    public required string Previous { get; init; }
    public string? KeyId { get; init; }
    public required string Digest { get; init; }
    public string? Mac { get; init; }

    internal static StoredLogEntry Of(AccessEntry entry) => new()
    {
        Tenant = entry.Tenant.Value,
        Subject = entry.Subject.Value,
        Sequence = entry.Sequence,
        Person = entry.Decision.Person.Value,
        Action = (int)entry.Decision.Action,
        Allowed = entry.Decision.IsAllowed,
        Rule = entry.Decision.Rule.Value,
        Code = entry.Decision.Code,
        Level = (int?)entry.Decision.Level,
        At = entry.Decision.At.ToUnixTimeMilliseconds(),
        Previous = entry.Previous.Value,
        KeyId = entry.KeyId,
        Digest = entry.Digest.Value,
        Mac = entry.Mac?.Value,
    };

    internal AccessEntry Read() => new(
        new(Tenant),
        new(Subject),
        Sequence,
        new(new(Person), (AccessAction)Action, Allowed, new(Rule), Code, (ConfidentialityLevel?)Level, Instant.FromUnixTimeMilliseconds(At)),
        new(Previous),
        KeyId,
        new(Digest),
        Mac is null ? null : new LogDigest(Mac));
}

/// <summary>The head of a subject's access log.</summary>
internal sealed class StoredLogHead
{
    public required string Tenant { get; init; }
    public required Guid Subject { get; init; }
    public required long Count { get; init; }
    public required string Digest { get; init; }
}

/// <summary>How <see cref="StoredLogEntry"/> is kept: the key is the fence against a forked chain.</summary>
internal sealed class LogTable : IEntityTypeConfiguration<StoredLogEntry>
{
    private const int HexDigest = 64;

    public void Configure(EntityTypeBuilder<StoredLogEntry> builder)
    {
        builder.ToTable("client_tracking_access_log");
        builder.HasKey(row => new { row.Tenant, row.Subject, row.Sequence });
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Person).HasMaxLength(Longest.Person);
        builder.Property(row => row.Rule).HasMaxLength(Longest.Rule);
        builder.Property(row => row.Code).HasMaxLength(Longest.Name);
        builder.Property(row => row.KeyId).HasMaxLength(Longest.Name);
        builder.Property(row => row.Previous).HasMaxLength(HexDigest);
        builder.Property(row => row.Digest).HasMaxLength(HexDigest);
        builder.Property(row => row.Mac).HasMaxLength(HexDigest);
    }
}

/// <summary>How <see cref="StoredLogHead"/> is kept.</summary>
internal sealed class LogHeadTable : IEntityTypeConfiguration<StoredLogHead>
{
    private const int HexDigest = 64;

    public void Configure(EntityTypeBuilder<StoredLogHead> builder)
    {
        builder.ToTable("client_tracking_access_log_heads");
        builder.HasKey(row => new { row.Tenant, row.Subject });
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Digest).HasMaxLength(HexDigest);
    }
}
