using ClientTracking.Obligations;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>An obligation of a subject. What is searched has its own column; <see cref="Detail"/> keeps the whole.</summary>
internal sealed class StoredObligation
{
    internal const int Open = (int)ObligationStatus.Open;

    public required string Tenant { get; init; }
    public required Guid Subject { get; init; }
    public required int Id { get; init; }

    /// <summary>The kind of the subject, repeated here because it never changes and lists are asked by it.</summary>
    public required string Kind { get; init; }
    public required string Rule { get; init; }
    public required string Responsible { get; init; }
    public string? Assignee { get; init; }

    /// <summary>The person who owes it together with the assignee.</summary>
    public string? Partner { get; init; }
    public string? Department { get; init; }
    public required int Status { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long Due { get; init; }

    public required string Detail { get; init; }

    internal static StoredObligation Of(TenantId tenant, SubjectRecord subject, Obligation obligation) => new()
    {
        Tenant = tenant.Value,
        Subject = subject.Id.Value,
        Id = obligation.Id,
        Kind = subject.Kind.Value,
        Rule = obligation.Rule.Value,
        Responsible = obligation.Responsible.Value,
        Assignee = obligation.Assignee?.Value,
        Partner = obligation.Partner?.Person?.Value,
        Department = obligation.Department,
        Status = (int)obligation.Status,
        Due = obligation.Due.ToUnixTimeMilliseconds(),
        Detail = RecordJson.Write(obligation),
    };
}

/// <summary>How <see cref="StoredObligation"/> is kept. Few obligations are open, so the indexes of open ones stay small for ever.</summary>
internal sealed class ObligationTable : IEntityTypeConfiguration<StoredObligation>
{
    private const string OpenOnly = "status = 0";
    private const string OpenWithPartner = "status = 0 AND partner IS NOT NULL";

    public void Configure(EntityTypeBuilder<StoredObligation> builder)
    {
        builder.ToTable("client_tracking_obligations");
        builder.HasKey(row => new { row.Tenant, row.Subject, row.Id });
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Kind).HasMaxLength(Longest.Kind);
        builder.Property(row => row.Rule).HasMaxLength(Longest.Rule);
        builder.Property(row => row.Responsible).HasMaxLength(Longest.Person);
        builder.Property(row => row.Assignee).HasMaxLength(Longest.Person);
        builder.Property(row => row.Partner).HasMaxLength(Longest.Person);
        builder.Property(row => row.Department).HasMaxLength(Longest.Department);
        builder.HasOne<StoredSubject>().WithMany().HasForeignKey(row => new { row.Tenant, row.Subject })
            .HasConstraintName("fk_client_tracking_obligations_subject").OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Tenant, row.Due, row.Subject, row.Id }).HasFilter(OpenOnly);
        builder.HasIndex(row => new { row.Tenant, row.Assignee, row.Due, row.Subject, row.Id }).HasFilter(OpenOnly);
        builder.HasIndex(row => new { row.Tenant, row.Partner, row.Due, row.Subject, row.Id }).HasFilter(OpenWithPartner);
        builder.HasIndex(row => new { row.Tenant, row.Department, row.Due, row.Subject, row.Id }).HasFilter(OpenOnly);
        builder.HasIndex(row => new { row.Tenant, row.Status, row.Due, row.Subject, row.Id });
    }
}
