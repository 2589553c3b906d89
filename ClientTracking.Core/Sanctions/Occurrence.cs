using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>A punishable event of a miss on the time line.</summary>
/// <param name="At">When it counts.</param>
/// <param name="Miss">The index of the miss.</param>
/// <param name="IsDue">Whether <paramref name="At"/> is a due instant.</param>
/// <param name="Repeat">0: the miss itself; n: the n-th time it was not corrected.</param>
internal readonly record struct Occurrence(Instant At, int Miss, bool IsDue, int Repeat = 0);
