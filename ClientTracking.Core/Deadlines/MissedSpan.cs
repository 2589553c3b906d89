using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>A lateness that stays whatever comes (CV-16): from a due instant that was missed to what replaced it.</summary>
/// <param name="Due">The due instant that was missed.</param>
/// <param name="Until">When an extension was approved or another rule set, or the new due instant where that is earlier.</param>
public readonly record struct MissedSpan(Instant Due, Instant Until);
