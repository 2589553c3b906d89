using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Records that the collector was told what the meeting decided (RF-34); without effect once the reporter knows.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="ToldAt">When; where RF-34 is read so, its hour counts from then.</param>
public sealed record TellCollectorDecision(SubjectId Requirement, Instant ToldAt) : RequirementCommand<Progress>
{
    private protected override SubjectId? Target => Requirement;

    private protected override AccessRule? Access => new("RF-34", RequirementRoles.DecisionBoard);

    private protected override RequirementEvent? Decide(Subject<Requirement>? subject, DecisionContext context) =>
        subject!.State.Decision?.MeetingEndedAt < ToldAt && subject.Obligations.Any(owed => owed.Rule == "RF-34" && owed.IsOwed)
            ? new CollectorToldOfDecision(ToldAt) : null;

    private protected override Progress Answer(Subject<Requirement> after) => new(after.Id, after.Number?.Text, after.State.Status);
}

/// <summary>The collector was told the decision.</summary>
public sealed record CollectorToldOfDecision(Instant ToldAt) : RequirementChange
{
    internal const string Trigger = "collector-told.decision";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new(Trigger, ToldAt)];

    private protected override Requirement Change(Requirement before) => before;
}
