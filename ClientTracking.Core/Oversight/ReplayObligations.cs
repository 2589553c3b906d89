using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Oversight;

/// <summary>
/// Counts everything owed on a subject again, on the calendar in force and under another version of its regulation where one is named. The
/// journal keeps the former and the new due instant; where nothing moves, nothing is written.
/// </summary>
/// <remarks>For a whole tenant call <see cref="ReplayTracking.ReplayAsync"/>; what would move is told beforehand by <see cref="PreviewReplay"/>.</remarks>
/// <param name="Subject">The subject.</param>
/// <param name="Reason">Why, for example the number of the notice; at most 500 characters.</param>
public sealed record ReplayObligations(SubjectId Subject, string Reason) : IDutyCommand<ImmutableArray<Obligation>>
{
    /// <summary>The registered version of its regulation that governs the subject from now on; none: as before.</summary>
    public int? RegulationVersion { get; init; }

    /// <inheritdoc/>
    public CommandId? CommandId { get; init; }

    /// <inheritdoc/>
    public Instant? At { get; init; }

    string IDutyCommand<ImmutableArray<Obligation>>.Name => "obligations.replay";

    string IDutyCommand<ImmutableArray<Obligation>>.Because => Reason;

    void IDutyCommand<ImmutableArray<Obligation>>.Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    ImmutableArray<ObligationChange> IDutyCommand<ImmutableArray<Obligation>>.Decide(SubjectRecord subject, DecisionContext context)
    {
        context.RequireOversight();
        var regulation = RegulationVersion is null ? null : context.Regulation;
        return [.. subject.Obligations.Where(owed => owed.IsOwed)
            .Select(owed => ObligationReplay.Of(owed, context.Deadlines, regulation, context.At, Reason)).OfType<ObligationChange>()];
    }

    /// <summary>What is owed on the subject afterwards.</summary>
    ImmutableArray<Obligation> IDutyCommand<ImmutableArray<Obligation>>.Answer(SubjectRecord after) => [.. after.Obligations.Where(owed => owed.IsOwed)];
}
