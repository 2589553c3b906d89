using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Oversight;

/// <summary>Acts directly on one duty, whatever the kind of its subject; for the roles of <see cref="Regulations.Regulation.Oversight"/>.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Obligation">The number of the obligation within the subject.</param>
public abstract record OversightCommand(SubjectId Subject, int Obligation) : IDutyCommand<Obligation>
{
    private protected const int LongestReason = 500;

    /// <inheritdoc/>
    public CommandId? CommandId { get; init; }

    /// <inheritdoc/>
    public Instant? At { get; init; }

    string IDutyCommand<Obligation>.Name => Name;

    string? IDutyCommand<Obligation>.Because => Because;

    private protected abstract string Name { get; }

    private protected virtual string? Because => null;

    void IDutyCommand<Obligation>.Validate(FaultList faults) => Validate(faults);

    ImmutableArray<ObligationChange> IDutyCommand<Obligation>.Decide(SubjectRecord subject, DecisionContext context)
    {
        context.RequireOversight();
        if (Obligation < 1 || Obligation > subject.Obligations.Length)
            throw new InvalidRequestException(new Fault("obligation", "obligation.unknown", Obligation, subject.Obligations.Length));
        var owed = subject.Obligations[Obligation - 1];
        if (!owed.IsOwed) throw new RuleViolationException(owed.Rule, "obligation.not-owed", Obligation, new Term($"obligation.status.{owed.Status}"));
        return [Decide(owed, context)];
    }

    Obligation IDutyCommand<Obligation>.Answer(SubjectRecord after) => after.Obligations[Obligation - 1];

    private protected virtual void Validate(FaultList faults)
    {
    }

    private protected abstract ObligationChange Decide(Obligation owed, DecisionContext context);
}
