using ClientTracking.Numbering;
using NodaTime;

namespace ClientTracking.Storage;

/// <summary>Asks a session for the next serial of a scope.</summary>
/// <param name="Scope">Series and period; the tenant is the session's.</param>
/// <param name="First">The first serial of a period.</param>
/// <param name="Mode">Whether a failed commit may leave a gap.</param>
/// <param name="Subject">The subject that will have it.</param>
/// <param name="At">The instant the ledger notes.</param>
public sealed record SerialRequest(NumberScope Scope, long First, NumberingMode Mode, SubjectId Subject, Instant At);
