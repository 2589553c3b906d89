using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>What is marked when a record is made (定密, CL-03).</summary>
/// <param name="Kind">The kind of the record.</param>
public sealed record NewRecord(SubjectKind Kind)
{
    /// <summary>What the record is in the words of CL-02, besides what its kind is.</summary>
    public ImmutableArray<string> Categories { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The level its drafter marks; null: the default. Never below the default.</summary>
    public ConfidentialityLevel? Level { get; init; }

    /// <summary>The last day of its term; null: that of the default, or no end.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The manager in charge of that work, whom each Secret record names (CL-04).</summary>
    public PersonId? ManagerInCharge { get; init; }

    /// <summary>Which of the company's own certificates it is, if any (CL-07).</summary>
    public CertificateKind? Certificate { get; init; }
}
