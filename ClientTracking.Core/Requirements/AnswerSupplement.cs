using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Enters the client's answer to a question that was left open (RF-12), or another answer than before.</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Given">The question and its answer.</param>
public sealed record AnswerSupplement(SubjectId Requirement, FormAnswer Given) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.AnswerSupplement;

    private protected override AccessRule? Access => null;

    private protected override void Validate(FaultList faults) => Given.Validate(faults, "given.");

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        RequirementAccess.RequireReporter(subject.Record, state.Reporter, context);
        return new SupplementAnswered(Given);
    }
}

/// <summary>A question of the form was answered.</summary>
public sealed record SupplementAnswered(FormAnswer Answer) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("supplement.answered")];

    private protected override Requirement Change(Requirement before) => before with { Form = before.Form.With(Answer) };
}
