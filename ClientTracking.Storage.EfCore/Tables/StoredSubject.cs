using System.Collections.Immutable;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>A subject without its obligations and journal. What is searched has its own column; <see cref="Search"/> keeps the whole.</summary>
internal sealed class StoredSubject
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required string Kind { get; init; }
    public required string Regulation { get; init; }
    public required int RegulationVersion { get; init; }
    public required int SchemaVersion { get; init; }
    public required string State { get; init; }
    public required string Search { get; init; }
    public required string Status { get; init; }
    public int? Grade { get; init; }
    public string? Owner { get; init; }
    public string? Client { get; init; }
    public required bool Closed { get; init; }
    public string? Series { get; init; }
    public string? Period { get; init; }
    public long? Serial { get; init; }
    public string? Number { get; init; }
    public string? Bare { get; init; }

    /// <summary>From when on something is due on it by the clock, in Unix milliseconds; none when nothing is.</summary>
    public long? DueFrom { get; init; }

    /// <summary>The level as marked, a number of <see cref="Confidentiality.ConfidentialityLevel"/>; it stays when the term is over.</summary>
    public int? Level { get; init; }

    /// <summary>The end of the term of secrecy, in Unix milliseconds: from then on the level does not count.</summary>
    public long? DeclassifiesAt { get; init; }
    public int? MinimumRank { get; init; }
    public string? Department { get; init; }
    public string? Manager { get; init; }
    public string? Drafter { get; init; }
    public string? Custodian { get; init; }
    public bool AwaitsApproval { get; init; }

    internal static StoredSubject Of(TenantId tenant, SubjectRecord record) => new()
    {
        Tenant = tenant.Value,
        Id = record.Id.Value,
        Version = record.Version,
        Kind = record.Kind.Value,
        Regulation = record.Regulation,
        RegulationVersion = record.RegulationVersion,
        SchemaVersion = record.SchemaVersion,
        State = record.State,
        Search = RecordJson.Write(record.Search),
        Status = record.Search.Status,
        Grade = (int?)record.Search.Grade,
        Owner = record.Search.Owner?.Value,
        Client = record.Search.Client,
        Closed = record.Search.Closed,
        Series = record.Number?.Scope.Series,
        Period = record.Number?.Scope.Period,
        Serial = record.Number?.Serial,
        Number = record.Number?.Text,
        Bare = record.Number?.Bare,
        DueFrom = record.DueFrom?.ToUnixTimeMilliseconds(),
        Level = (int?)record.Access.Level,
        DeclassifiesAt = record.Access.DeclassifiesAt?.ToUnixTimeMilliseconds(),
        MinimumRank = (int?)record.Access.MinimumRank,
        Department = record.Access.Department,
        Manager = record.Access.ManagerInCharge?.Value,
        Drafter = record.Access.Drafter?.Value,
        Custodian = record.Access.Custodian?.Value,
        AwaitsApproval = record.Access.AwaitsApproval,
    };

    internal SubjectRecord Read(IEnumerable<StoredObligation> obligations, IEnumerable<StoredEntry> journal)
    {
        ImmutableArray<JournalEntry> entries = [.. journal.OrderBy(row => row.Sequence).Select(row => RecordJson.ReadEntry(row.Detail))];
        return new()
        {
            Id = new SubjectId(Id),
            Kind = new SubjectKind(Kind),
            Version = Version,
            Regulation = Regulation,
            RegulationVersion = RegulationVersion,
            SchemaVersion = SchemaVersion,
            State = State,
            Search = RecordJson.ReadSearch(Search),
            Number = Number is null ? null : new DocumentNumber(new NumberScope(Series!, Period!), Serial!.Value, Number, Bare!),
            Obligations = [.. obligations.OrderBy(row => row.Id).Select(row => RecordJson.ReadObligation(row.Detail))],
            Journal = entries,
            Secrecy = SubjectRecord.SecrecyOf(entries),
        };
    }
}

/// <summary>How <see cref="StoredSubject"/> is kept.</summary>
internal sealed class SubjectTable : IEntityTypeConfiguration<StoredSubject>
{
    public void Configure(EntityTypeBuilder<StoredSubject> builder)
    {
        builder.ToTable("client_tracking_subjects");
        builder.HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Kind).HasMaxLength(Longest.Kind);
        builder.Property(row => row.Regulation).HasMaxLength(Longest.Name);
        builder.Property(row => row.Status).HasMaxLength(Longest.Name);
        builder.Property(row => row.Owner).HasMaxLength(Longest.Person);
        builder.Property(row => row.Client).HasMaxLength(Longest.Name);
        builder.Property(row => row.Series).HasMaxLength(Longest.Name);
        builder.Property(row => row.Period).HasMaxLength(Longest.Period);
        builder.Property(row => row.Number).HasMaxLength(Longest.Name);
        builder.Property(row => row.Bare).HasMaxLength(Longest.Name);
        builder.Property(row => row.Department).HasMaxLength(Longest.Name);
        builder.Property(row => row.Manager).HasMaxLength(Longest.Person);
        builder.Property(row => row.Drafter).HasMaxLength(Longest.Person);
        builder.Property(row => row.Custodian).HasMaxLength(Longest.Person);
        builder.HasIndex(row => new { row.Tenant, row.Number }).IsUnique().HasFilter("number IS NOT NULL");
        builder.HasIndex(row => new { row.Tenant, row.Series, row.Period, row.Serial });
        builder.HasIndex(row => new { row.Tenant, row.Kind, row.Status, row.Id });
        builder.HasIndex(row => new { row.Tenant, row.Owner, row.Id });
        builder.HasIndex(row => new { row.Tenant, row.Client, row.Id });
        // The sweeper asks for all tenants at once, so this one does not begin with the tenant.
        builder.HasIndex(row => new { row.DueFrom, row.Tenant, row.Id }).HasFilter("due_from IS NOT NULL");
    }
}
