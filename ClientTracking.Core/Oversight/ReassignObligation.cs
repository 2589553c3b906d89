using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Oversight;

/// <summary>转交: somebody else owes a duty from now on, because the person is away, has left or does not deal with it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
/// <param name="To">Who owes it now; the due instant stays.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record ReassignObligation(SubjectId Subject, int Obligation, PersonId To, string Reason) : OversightCommand(Subject, Obligation)
{
    /// <summary>The department that answers for it now; none: as before.</summary>
    public string? Department { get; init; }

    private protected override string Name => "obligation.reassign";

    private protected override string Because => Reason;

    private protected override void Validate(FaultList faults)
    {
        if (To.Value.Length == 0) faults.Add("to", "request.required");
        faults.Longest("department", Department, 64);
        faults.Required("reason", Reason, LongestReason);
    }

    private protected override ObligationChange Decide(Obligation owed, DecisionContext context) => owed.Reassigned(new(To, Department));
}
