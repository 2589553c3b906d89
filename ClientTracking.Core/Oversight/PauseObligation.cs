using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Oversight;

/// <summary>中止: pauses a clock while the client, not the staff, must act (CV-15). A due instant already missed stays missed.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
/// <param name="Reason">What is waited for; at most 500 characters.</param>
public sealed record PauseObligation(SubjectId Subject, int Obligation, string Reason) : OversightCommand(Subject, Obligation)
{
    private protected override string Name => "obligation.pause";

    private protected override string Because => Reason;

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, LongestReason);

    private protected override ObligationChange Decide(Obligation owed, DecisionContext context) => owed.Clock.IsPaused
        ? throw new RuleViolationException("CV-15", "obligation.already-paused", Obligation)
        : owed.Paused(context.Deadlines, context.At, Reason);
}

/// <summary>恢复: lets a paused clock go on with what was left, in the rule's own unit (CV-15).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
public sealed record ResumeObligation(SubjectId Subject, int Obligation) : OversightCommand(Subject, Obligation)
{
    private protected override string Name => "obligation.resume";

    private protected override ObligationChange Decide(Obligation owed, DecisionContext context) => owed.Clock.IsPaused
        ? owed.Resumed(context.Deadlines, context.At)
        : throw new RuleViolationException("CV-15", "obligation.not-paused", Obligation);
}
