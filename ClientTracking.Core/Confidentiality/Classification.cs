using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>The secrecy of one record as it stands, with its whole history (密级管理). Immutable; changed by <see cref="SecrecyEvent"/>s only.</summary>
public sealed record Classification
{
    /// <summary>The kind of the record.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>Who drafted the record.</summary>
    public required PersonId Drafter { get; init; }

    /// <summary>The department that drafted it; null where the drafter has none, then only president and vice presidents act for it.</summary>
    public string? Department { get; init; }

    /// <summary>The manager in charge of that work (CL-04).</summary>
    public PersonId? ManagerInCharge { get; init; }

    /// <summary>The lowest rank that reads without permission (PT-09).</summary>
    public Rank? MinimumRank { get; init; }

    /// <summary>Which of the company's own certificates it is, if any (CL-07).</summary>
    public CertificateKind? Certificate { get; init; }

    /// <summary>Every level and term it ever had, in the order of marking; never empty.</summary>
    public required ImmutableArray<Marking> Markings { get; init; }

    /// <summary>Everybody ever named for it.</summary>
    public ImmutableArray<Grant> Grants { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Every copy and loan ever asked for.</summary>
    public ImmutableArray<HandOut> HandOuts { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Everybody ever appointed to keep it.</summary>
    public ImmutableArray<Custody> Custodies { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The marking in force.</summary>
    [JsonIgnore]
    public Marking Marking => Markings[^1];

    /// <summary>Who keeps it: the last who took it over.</summary>
    [JsonIgnore]
    public PersonId? Custodian => Custodies.LastOrDefault(custody => custody.TakenOverAt is not null)?.Custodian;

    /// <summary>
    /// The level that counts at an instant: exactly at the end of its term the record is Internal, whatever a job has done (CL-08, T41).
    /// </summary>
    public ConfidentialityLevel LevelAt(Instant now) => SearchFields([]).LevelAt(now)!.Value;

    /// <summary>What decides access, for stores and for the policy.</summary>
    /// <param name="participants">The people concerned, as the kind knows them from the record's state.</param>
    public AccessFields SearchFields(ImmutableArray<PersonId> participants) => new(Kind)
    {
        Level = Marking.Level,
        DeclassifiesAt = Marking.DeclassifiesAt,
        MinimumRank = MinimumRank,
        Department = Department,
        ManagerInCharge = ManagerInCharge,
        Drafter = Drafter,
        Custodian = Custodian,
        Participants = participants,
        Grants = [.. Grants.Where(grant => grant.EndedAt is null).Select(grant => new AccessGrant(grant.Person, grant.Granter, grant.EndsAt))],
        Holdings = [.. HandOuts.Where(handOut => handOut.IsOut).Select(handOut => new Holding(handOut.Recipient, handOut.Form))],
        AwaitsApproval = HandOuts.Any(handOut => handOut.IsPending),
        Certificate = Certificate,
    };
}
