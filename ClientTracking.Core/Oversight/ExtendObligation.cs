using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Oversight;

/// <summary>延期: replaces a due instant by a later one (CV-16). Applied for after the due instant, the lateness up to now stays.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
/// <param name="Due">The new due instant, later than the present one.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record ExtendObligation(SubjectId Subject, int Obligation, Instant Due, string Reason) : OversightCommand(Subject, Obligation)
{
    /// <summary>When it was applied for; none: now.</summary>
    public Instant? AppliedAt { get; init; }

    private protected override string Name => "obligation.extend";

    private protected override string Because => Reason;

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, LongestReason);

    private protected override ObligationChange Decide(Obligation owed, DecisionContext context)
    {
        var applied = AppliedAt ?? context.At;
        if (applied > context.At) throw new InvalidRequestException(new Fault("appliedAt", "request.future", applied, context.At));
        if (Due <= owed.Due) throw new RuleViolationException("CV-16", "obligation.extension-not-later", Due, owed.Due);
        return owed.Extended(context.Deadlines, context.At, applied, Due, Reason);
    }
}
