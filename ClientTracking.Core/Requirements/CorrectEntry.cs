using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Takes back the last entry because it was a mistake (冲正, RF-50): state and duties are as if it had not happened, the journal keeps both.</summary>
/// <remarks>
/// Sent again, it takes back the one before. A report and a registration cannot be taken back, for a number once given stays used; such a
/// requirement is withdrawn. What followed from the mistake by itself goes with it; what was done directly to a duty stays.
/// </remarks>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Reason">What was wrong with it.</param>
public sealed record CorrectEntry(SubjectId Requirement, string Reason) : RequirementStep(Requirement)
{
    private protected override RequirementAction Action => RequirementAction.Correct;

    private protected override AccessRule Access => new("RF-03", RequirementRoles.Collector);

    private protected override void Validate(FaultList faults) => faults.Required("reason", Reason, 500);

    private protected override RequirementEvent? Decide(Subject<Requirement> subject, Requirement state, DecisionContext context)
    {
        var kind = RequirementKind.Instance;
        var entries = subject.Journal.Where(entry => entry.Event is not null).ToArray();
        var reversed = entries.Select(entry => (kind.ReadEvent(entry) as EntryReversed)?.Entry).OfType<long>().ToHashSet();
        var mistaken = entries.Last(entry =>
            kind.ReadEvent(entry) is not (EntryReversed or DecisionAppointed or CollectorToldOfDecision or BugReferredTo) && !reversed.Contains(entry.Sequence));
        if (mistaken.Sequence == 1 || mistaken.Number is not null) throw new RuleViolationException("RF-50", "requirement.not-reversible", mistaken.Sequence);
        return new EntryReversed(mistaken.Sequence, Reason, kind.Replay(subject.Record, mistaken.Sequence - 1).State);
    }
}

/// <summary>A mistaken entry was taken back.</summary>
/// <param name="Entry">The mistaken entry.</param>
/// <param name="Reason">What was wrong with it.</param>
/// <param name="Restored">The state as it was before it.</param>
public sealed record EntryReversed(long Entry, string Reason, Requirement Restored) : RequirementChange
{
    /// <inheritdoc/>
    public override ImmutableArray<Trigger> Triggers => [new("entry.reversed")];

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override long? Reverses => Entry;

    private protected override Requirement Change(Requirement before) => Restored with { Bug = before.Bug };
}
