using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Puts a requirement that waits for its decision on the agenda of a meeting (RF-32); without effect where it is there or waits no more.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Until">The end of the meeting: an appointment, so it never rolls.</param>
/// <param name="Reason">Why another meeting than before.</param>
public sealed record AppointDecision(SubjectId Requirement, SubjectId Meeting, Instant Until, string? Reason = null) : RequirementCommand<Progress>
{
    private protected override SubjectId? Target => Requirement;

    private protected override AccessRule? Access => new("RF-32", RequirementRoles.DecisionBoard, RequirementRoles.Collector);

    private protected override RequirementEvent? Decide(Subject<Requirement>? subject, DecisionContext context) =>
        subject!.Obligations.Any(owed => owed.Rule == "RF-32" && owed.IsOwed && owed.Due != Until) ? new DecisionAppointed(Meeting, Until, Reason) : null;

    private protected override Progress Answer(Subject<Requirement> after) => new(after.Id, after.Number?.Text, after.State.Status);
}

/// <summary>The requirement is on the agenda of a meeting.</summary>
public sealed record DecisionAppointed(SubjectId Meeting, Instant Until, string? Reason) : RequirementChange
{
    internal const string Trigger = "decision.appointed";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Trigger, Reason: Reason, Due: Until)];

    /// <inheritdoc/>
    public override string? Because => Reason;

    private protected override Requirement Change(Requirement before) => before with { Meeting = Meeting };
}
