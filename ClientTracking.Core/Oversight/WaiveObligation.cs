using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Oversight;

/// <summary>豁免: forgives a duty; it counts neither as done nor as missed. Nobody forgives their own.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record WaiveObligation(SubjectId Subject, int Obligation, string Reason) : OversightCommand(Subject, Obligation)
{
    private protected override string Name => "obligation.waive";

    private protected override string Because => Reason;

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, LongestReason);

    private protected override ObligationChange Decide(Obligation owed, DecisionContext context) => owed.Assignee == context.Actor.Id
        ? throw new AccessDeniedException(context.Regulation.Oversight!.Rule, "access.own-case")
        : owed.Waived(context.At, Reason);
}

/// <summary>取消: ends a duty that is no longer owed because its ground fell away.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record CancelObligation(SubjectId Subject, int Obligation, string Reason) : OversightCommand(Subject, Obligation)
{
    private protected override string Name => "obligation.cancel";

    private protected override string Because => Reason;

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, LongestReason);

    private protected override ObligationChange Decide(Obligation owed, DecisionContext context) => owed.Cancelled(context.At, Reason);
}
