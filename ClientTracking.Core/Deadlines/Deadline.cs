using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>When something is due.</summary>
/// <param name="Due">The due instant; done exactly at it is on time (CV-13).</param>
/// <param name="Provisional">
/// Whether a day had to be looked up for which no schedule is announced yet, so that the next notice may move the due instant.
/// </param>
public readonly record struct Deadline(Instant Due, bool Provisional);
