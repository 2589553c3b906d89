using ClientTracking.Confidentiality;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>What somebody may know of a record without its content: its header (表头), or that it exists at all (CL-05, CL-12).</summary>
/// <param name="Id">The identity.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Visibility">How much the reader sees of the record.</param>
public sealed record SubjectHeader(SubjectId Id, SubjectKind Kind, Visibility Visibility)
{
    /// <summary>The number; null where there is none, and where the reader may only know that the record exists.</summary>
    public string? Number { get; init; }

    /// <summary>The level that counts now; null likewise.</summary>
    public ConfidentialityLevel? Level { get; init; }

    /// <summary>The end of the term of secrecy; null likewise.</summary>
    public Instant? DeclassifiesAt { get; init; }

    /// <summary>Who keeps the record; null likewise.</summary>
    public PersonId? Custodian { get; init; }

    /// <summary>Which fields a register or report shows the reader; null where no regulation says who may know what: all.</summary>
    public Redaction? Redaction { get; init; }

    internal static SubjectHeader Of(SubjectRecord record, Visibility visibility, Redaction? redaction, Instant now)
    {
        var header = new SubjectHeader(record.Id, record.Kind, visibility) { Redaction = redaction };
        return visibility < Visibility.Header ? header : header with
        {
            Number = record.Number?.Text,
            Level = record.Access.LevelAt(now),
            DeclassifiesAt = record.Access.DeclassifiesAt,
            Custodian = record.Access.Custodian,
        };
    }
}
