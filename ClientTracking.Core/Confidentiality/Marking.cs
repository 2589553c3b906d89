using System.Text.Json.Serialization;
using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>A level and term as somebody marked them (定密); later markings follow, none is overwritten (CL-08).</summary>
/// <param name="Level">The level.</param>
/// <param name="LastDay">The last day of the term; null: it stays secret until somebody lifts it.</param>
/// <param name="DeclassifiesAt">The instant the term ends, 24:00 of its last day; null with it.</param>
/// <param name="At">When it was marked.</param>
/// <param name="By">Who marked it.</param>
/// <param name="Reason">Why; the first marking of a record needs no reason.</param>
public sealed record Marking(ConfidentialityLevel Level, LocalDate? LastDay, Instant? DeclassifiesAt, Instant At, PersonId By, string? Reason)
{
    /// <summary>When the end of the term was put on record; the record is Internal from the end on, with or without (T41).</summary>
    public Instant? DeclassificationRecordedAt { get; init; }

    /// <summary>The end of the term, as long as it is not on record.</summary>
    [JsonIgnore]
    public Instant? EndsUnrecorded => DeclassificationRecordedAt is null ? DeclassifiesAt : null;
}
