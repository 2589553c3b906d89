using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>
/// What decides who may know a record: the search fields of a store, nothing else of the record. Absent facts close, they never open.
/// </summary>
/// <param name="Kind">The kind.</param>
public sealed record AccessFields(SubjectKind Kind)
{
    /// <summary>The level as marked; null where nobody marked the record.</summary>
    public ConfidentialityLevel? Level { get; init; }

    /// <summary>The end of the term of secrecy: from this instant on the record is Internal, whatever any job does (CL-08). Null: no end.</summary>
    public Instant? DeclassifiesAt { get; init; }

    /// <summary>The lowest rank that reads without permission, where the kind has one (PT-09).</summary>
    public Rank? MinimumRank { get; init; }

    /// <summary>The department that drafted the record.</summary>
    public string? Department { get; init; }

    /// <summary>The manager in charge of that work.</summary>
    public PersonId? ManagerInCharge { get; init; }

    /// <summary>Who drafted it.</summary>
    public PersonId? Drafter { get; init; }

    /// <summary>Who has custody of it.</summary>
    public PersonId? Custodian { get; init; }

    /// <summary>The people concerned.</summary>
    public ImmutableArray<PersonId> Participants { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Who was named for it, as long as the grant was not ended.</summary>
    public ImmutableArray<AccessGrant> Grants { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Who holds a copy, loan or permission to read that was approved and not returned.</summary>
    public ImmutableArray<Holding> Holdings { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether a copy or loan waits for review or approval.</summary>
    public bool AwaitsApproval { get; init; }

    /// <summary>Which of the company's own certificates it is, if any (CL-07).</summary>
    public CertificateKind? Certificate { get; init; }

    /// <summary>Whether the term of secrecy is over: exactly at its end it is.</summary>
    public bool IsTermOver(Instant now) => DeclassifiesAt is { } end && now >= end;

    /// <summary>The level that counts at an instant; null where nobody marked the record.</summary>
    public ConfidentialityLevel? LevelAt(Instant now) =>
        Level is { } level && level.IsSecrecy() && IsTermOver(now) ? ConfidentialityLevel.Internal : Level;

    /// <summary>
    /// The same record as a field of it is protected that has a level of its own: by the higher of the two, until the record's term is over.
    /// </summary>
    public AccessFields ForField(ConfidentialityLevel level) => this with { Level = Level?.Or(level) };
}

/// <summary>A grant as it is searched by (CL-05).</summary>
/// <param name="Person">Who was named.</param>
/// <param name="Granter">Who named them.</param>
/// <param name="EndsAt">The end of its term: from this instant on it opens nothing.</param>
public readonly record struct AccessGrant(PersonId Person, PersonId Granter, Instant EndsAt);

/// <summary>Something of a record in somebody's hands.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Form">What it is.</param>
public readonly record struct Holding(PersonId Person, HandOutForm Form);
