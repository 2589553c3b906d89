using NodaTime;

namespace ClientTracking.Deadlines;

/// <summary>How a clock stands at an instant.</summary>
/// <param name="Due">The due instant; null while it is suspended by a pause and nothing can fall due.</param>
/// <param name="Provisional">Whether a later notice may move the due instant.</param>
/// <param name="IsPaused">Whether a pause is open; a second axis, because a clock missed before its pause stays missed.</param>
/// <param name="IsMissed">Whether a due instant has passed; stays so after an extension applied for too late (CV-16).</param>
/// <param name="Left">What is left of the period, in the rule's own unit.</param>
/// <param name="Revision">How often the due instant has moved; 0 at the start.</param>
public readonly record struct ClockReading(Instant? Due, bool Provisional, bool IsPaused, bool IsMissed, TimeLeft Left, int Revision);

/// <summary>What is left of a period; nothing when it is over.</summary>
/// <param name="Unit">The unit of the rule.</param>
/// <param name="Days">
/// Working days (<c>wd</c>) or calendar days (<c>d</c>, <c>mo</c>, <c>y</c>) after today up to and including the last; 0 in other units.
/// </param>
/// <param name="Time">Working time (<c>wh</c>, <c>wmin</c>), else elapsed time; zero for what is counted in days.</param>
public readonly record struct TimeLeft(DeadlineUnit Unit, int Days, Duration Time);
