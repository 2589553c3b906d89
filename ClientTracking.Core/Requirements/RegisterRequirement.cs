using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>Archives, numbers and registers a reported requirement (RF-13, RF-31).</summary>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Gist">The keywords of the register, separated by spaces, at most 50 text elements (RF-14).</param>
public sealed record RegisterRequirement(SubjectId Requirement, string Gist) : RequirementStep<Registered>(Requirement)
{
    /// <summary>The longest gist, in Unicode text elements (RF-14).</summary>
    public const int LongestGist = 50;

    /// <summary>The day the collector received the report, which the number is counted under; none: the day of registering.</summary>
    public LocalDate? ReceivedOn { get; init; }

    private protected override RequirementAction Action => RequirementAction.Register;

    private protected override AccessRule Access => new("RF-03", RequirementRoles.Collector);

    private protected override void Validate(FaultList faults) => faults.Required("gist", Gist, LongestGist);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        var received = ReceivedOn ?? context.Today;
        if (received > context.Today) throw new InvalidRequestException(new Fault("receivedOn", "request.future", received, context.Today));
        return new RequirementRegistered(received, Gist, context.Actor.Id);
    }

    private protected override Registered Answer(Subject<Requirement> after) => new(after.Id, after.Number!.Text, after.Number.Bare);
}

/// <summary>The answer to a registration: the number it got.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Number">The whole number, for example <c>需求报告表14061903</c>.</param>
/// <param name="Bare">The digits the register shows.</param>
public sealed record Registered(SubjectId Requirement, string Number, string Bare);

/// <summary>A requirement was numbered and registered.</summary>
public sealed record RequirementRegistered(LocalDate ReceivedOn, string Gist, PersonId? By = null) : RequirementChange
{
    /// <summary>The series of requirement numbers in the regulation.</summary>
    public const string Series = "requirement";

    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("registered")];

    /// <inheritdoc/>
    public override NumberRequest? Numbering => new("RF-13", Series, ReceivedOn);

    private protected override Requirement Change(Requirement before) =>
        before with { Status = RequirementStatus.Registered, ReceivedOn = ReceivedOn, Gist = Gist, Collector = By };
}
