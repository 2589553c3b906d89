using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Records that the reporter was told something of the requirement (RF-34, RF-38, RF-44, RF-46).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Of">What the reporter was told of.</param>
public sealed record TellReporter(SubjectId Requirement, Tidings Of) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.TellReporter;

    private protected override AccessRule Access => new("RF-03", RequirementRoles.Collector);

    private protected override void Validate(FaultList faults) => faults.Defined("of", Of);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        state.RequireToTell(Of);
        return new ReporterTold(Of);
    }
}

/// <summary>Records that the requester was told something of the requirement (RF-35, RF-39, RF-45, RF-47).</summary>
/// <remarks>Told of the decision, a declined requirement is closed; told of the completion, a delivered one is (RF-50).</remarks>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Of">What the requester was told of.</param>
public sealed record TellRequester(SubjectId Requirement, Tidings Of) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.TellRequester;

    private protected override AccessRule? Access => null;

    private protected override void Validate(FaultList faults) => faults.Defined("of", Of);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        RequirementAccess.RequireReporter(subject.Record, state.Reporter, context);
        state.RequireToTell(Of);
        return new RequesterToldOf(Of);
    }
}

/// <summary>The reporter was told something.</summary>
public sealed record ReporterTold(Tidings Of) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new($"reporter-told.{Of.Name()}")];

    private protected override Requirement Change(Requirement before) => before;
}

/// <summary>The requester was told something.</summary>
public sealed record RequesterToldOf(Tidings Of) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new($"requester-told.{Of.Name()}")];

    private protected override Requirement Change(Requirement before) => before with
    {
        RequesterTold = before.RequesterTold.Add(Of),
        Status = (before.Status, Of) is (RequirementStatus.Declined, Tidings.Decision) or (RequirementStatus.Delivered, Tidings.Completion)
            ? RequirementStatus.Closed : before.Status,
    };
}

internal static class TidingsRules
{
    public static string Name(this Tidings tidings) => tidings switch
    {
        Tidings.Decision => "decision",
        Tidings.ExpectedDate => "expected-date",
        Tidings.Completion => "completion",
        _ => "extension",
    };

    /// <summary>Nobody is told what has not happened.</summary>
    public static void RequireToTell(this Requirement state, Tidings of)
    {
        var happened = of switch
        {
            Tidings.Decision => state.Decision is not null,
            Tidings.ExpectedDate => state.ExpectedDelivery is not null,
            Tidings.Completion => state.Status == RequirementStatus.Delivered,
            _ => state.Extensions.Any(extension => extension.Status == ExtensionStatus.Approved),
        };
        if (!happened) throw new RuleViolationException("RF-50", "requirement.nothing-to-tell", new Term($"requirement.tidings.{of}"));
    }
}
