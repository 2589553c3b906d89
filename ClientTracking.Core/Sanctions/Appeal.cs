using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>An appeal (申诉) of a person against a fine.</summary>
/// <param name="Miss">The key of the miss.</param>
/// <param name="By">Who appeals: the person charged.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecideBy">The last instant at which deciding it is on time.</param>
public sealed record Appeal(string Miss, PersonId By, Instant At, string Reason, Instant DecideBy)
{
    /// <summary>What was decided; none while it waits.</summary>
    public AppealDecision? Decision { get; init; }
}

/// <summary>The decision on an appeal.</summary>
/// <param name="By">Who decided; never the person who appealed.</param>
/// <param name="At">When.</param>
/// <param name="Upheld">Whether the person was right; then the fine is waived.</param>
/// <param name="Reason">Why.</param>
public sealed record AppealDecision(PersonId By, Instant At, bool Upheld, string Reason);
