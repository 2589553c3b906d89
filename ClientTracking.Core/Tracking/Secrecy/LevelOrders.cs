using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>
/// Marks a record that nobody marked at birth, for example because it is older than the regulation (CL-03); president or vice president orders it.
/// </summary>
/// <param name="Subject">The subject.</param>
/// <param name="Marking">Level, term, manager in charge; the kind in it is that of the record.</param>
public sealed record MarkRecord(SubjectId Subject, NewRecord Marking) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.marked";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.ChangeLevel;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context)
    {
        if (!context.By.IsLeadership) throw new AccessDeniedException("CL-03", "access.closed.no-authority");
        if (context.Record is not null) throw new RuleViolationException("CL-03", "secrecy.marked-already");
        return context.Desk.Mark(Marking with { Kind = context.Access.Kind }, context.By, context.At) is { } marked
            ? [marked]
            : throw new RuleViolationException("CL-03", "secrecy.unmarked");
    }
}

/// <summary>Raises or lowers the level, or sets another term (CL-08).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Level">The level from now on.</param>
/// <param name="LastDay">The last day of the term; none: no end.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeLevel(SubjectId Subject, ConfidentialityLevel Level, LocalDate? LastDay, string Reason) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.level-changed";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.ChangeLevel;

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override void Validate(FaultList faults)
    {
        if (!Enum.IsDefined(Level)) faults.Add("level", "request.required");
    }

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        context.Desk.ChangeLevel(context.Before, context.By, Level, LastDay, Reason, context.At);
}

/// <summary>Orders that a record stays secret after its term, before that ends (CL-08).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="LastDay">The last day of the new term; none: no end.</param>
/// <param name="Reason">Why.</param>
public sealed record ContinueSecrecy(SubjectId Subject, LocalDate? LastDay, string Reason) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.continued";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.Continue;

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [context.Desk.Continue(context.Before, context.By, LastDay, Reason, context.At)];
}

/// <summary>Names another manager in charge, or nobody (CL-04).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Manager">Who; none: nobody.</param>
public sealed record NameManagerInCharge(SubjectId Subject, PersonId? Manager) : SecrecyCommand(Subject)
{
    /// <inheritdoc/>
    public override string Name => "secrecy.manager-named";

    /// <inheritdoc/>
    public override AccessAction Action => AccessAction.NameManager;

    /// <inheritdoc/>
    public override ImmutableArray<SecrecyEvent> Decide(SecrecyContext context) =>
        [context.Desk.NameManager(context.Before, context.By, Manager, context.At)];
}
