using System.Collections.Immutable;
using ClientTracking.Deadlines;
using ClientTracking.Regulations;
using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>All that a decision may know besides the subject and the command.</summary>
/// <param name="At">When it happened, to the millisecond.</param>
/// <param name="RecordedAt">When it is entered, to the millisecond.</param>
/// <param name="Actor">Who does it.</param>
/// <param name="Regulation">The regulation in force for the subject.</param>
/// <param name="Deadlines">Counts periods on the calendar in force.</param>
public sealed record DecisionContext(Instant At, Instant RecordedAt, Actor Actor, Regulation Regulation, DeadlineCalculator Deadlines)
{
    /// <summary>The subjects the command refers to, as they were read with it; what happens to them later is not known here.</summary>
    public ImmutableDictionary<SubjectId, SubjectRecord> Referred { get; init; } = ImmutableDictionary<SubjectId, SubjectRecord>.Empty;

    /// <summary>The civil day of <see cref="At"/> in the regulation's time zone.</summary>
    public LocalDate Today => Deadlines.Calendar.DateOf(At);
}
