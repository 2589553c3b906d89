using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Storage;

namespace ClientTracking.Tracking.Import;

/// <summary>What became of one row of an import.</summary>
/// <param name="Row">The place of the row in the stream, from 1.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Result">Stored, there already, or refused.</param>
/// <param name="Faults">Why it was refused, every fault with its path; else empty.</param>
public sealed record ImportedRow(long Row, SubjectId Subject, ImportResult Result, ImmutableArray<Fault> Faults);
