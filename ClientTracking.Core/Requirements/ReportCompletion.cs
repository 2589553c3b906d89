using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Tells the collector that the requirement is complete (RF-43).</summary>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record ReportCompletion(SubjectId Requirement) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.ReportCompletion;

    private protected override AccessRule Access => new("RF-43", RequirementRoles.ProductManager);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context) =>
        new CompletionReported();
}

/// <summary>The collector was told of the completion.</summary>
public sealed record CompletionReported : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("collector-told.completion")];

    private protected override Requirement Change(Requirement before) => before;
}
