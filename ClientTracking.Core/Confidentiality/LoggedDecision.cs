using NodaTime;

namespace ClientTracking.Confidentiality;

/// <summary>
/// A decision as it is logged (CL-11): who, what, when, why. It holds no text of the record, so that nothing of a client's needs erasing in it.
/// </summary>
/// <param name="Person">Who asked.</param>
/// <param name="Action">What for.</param>
/// <param name="IsAllowed">Whether it was granted.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Code">Why: the code of the decision.</param>
/// <param name="Level">The level that counted; null where the record was not marked.</param>
/// <param name="At">When, to the millisecond.</param>
public sealed record LoggedDecision(
    PersonId Person, AccessAction Action, bool IsAllowed, RuleId Rule, string Code, ConfidentialityLevel? Level, Instant At)
{
    /// <summary>A decision of the policy as it is logged.</summary>
    public static LoggedDecision Of(AccessDecision decision, Reader reader, AccessFields record, Instant at)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(record);
        return new(reader.Person, decision.Action, decision.IsAllowed, decision.Rule, decision.Code, record.LevelAt(at), at);
    }
}
