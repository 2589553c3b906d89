using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientTracking.Storage.EfCore.Tables;

/// <summary>What one person is to one record: concerned by it, named for it, or holding a copy or loan of it. Searched by, never read back.</summary>
internal sealed class StoredAccess
{
    internal const int Participant = 1;
    internal const int Granted = 2;
    internal const int Holder = 3;

    public required string Tenant { get; init; }
    public required Guid Subject { get; init; }

    /// <summary>The place among the record's lines, which come anew with every change.</summary>
    public required int Place { get; init; }
    public required int Relation { get; init; }
    public required string Person { get; init; }
    public string? Granter { get; init; }

    /// <summary>The end of a grant's term, in Unix milliseconds.</summary>
    public long? EndsAt { get; init; }

    /// <summary>A <see cref="HandOutForm"/>.</summary>
    public int? Form { get; init; }

    internal static IEnumerable<StoredAccess> Of(TenantId tenant, SubjectRecord record)
    {
        var access = record.Access;
        var place = 0;
        foreach (var person in access.Participants) yield return Line(Participant, person, null, null, null);
        foreach (var grant in access.Grants)
            yield return Line(Granted, grant.Person, grant.Granter.Value, grant.EndsAt.ToUnixTimeMilliseconds(), null);
        foreach (var holding in access.Holdings) yield return Line(Holder, holding.Person, null, null, (int)holding.Form);

        StoredAccess Line(int relation, PersonId person, string? granter, long? endsAt, int? form) => new()
        {
            Tenant = tenant.Value,
            Subject = record.Id.Value,
            Place = ++place,
            Relation = relation,
            Person = person.Value,
            Granter = granter,
            EndsAt = endsAt,
            Form = form,
        };
    }

    internal bool IsSameAs(StoredAccess other) =>
        (Relation, Person, Granter, EndsAt, Form) == (other.Relation, other.Person, other.Granter, other.EndsAt, other.Form);
}

/// <summary>How <see cref="StoredAccess"/> is kept.</summary>
internal sealed class AccessTable : IEntityTypeConfiguration<StoredAccess>
{
    public void Configure(EntityTypeBuilder<StoredAccess> builder)
    {
        builder.ToTable("client_tracking_access");
        builder.HasKey(row => new { row.Tenant, row.Subject, row.Place });
        builder.Property(row => row.Place).ValueGeneratedNever();
        builder.Property(row => row.Tenant).HasMaxLength(Longest.Tenant);
        builder.Property(row => row.Person).HasMaxLength(Longest.Person);
        builder.Property(row => row.Granter).HasMaxLength(Longest.Person);
        builder.HasOne<StoredSubject>().WithMany().HasForeignKey(row => new { row.Tenant, row.Subject })
            .HasConstraintName("fk_client_tracking_access_subject").OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.Tenant, row.Person, row.Subject });
    }
}
