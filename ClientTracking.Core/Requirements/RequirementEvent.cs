using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Something that happened to a requirement.</summary>
[JsonDerivedType(typeof(RequirementReported), "reported")]
[JsonDerivedType(typeof(RequirementRegistered), "registered")]
[JsonDerivedType(typeof(RequirementDecided), "decided")]
[JsonDerivedType(typeof(PlanningEstimated), "planning.estimated")]
[JsonDerivedType(typeof(PlanningDocumentDelivered), "planning.delivered")]
[JsonDerivedType(typeof(HandOverEstimated), "hand-over.estimated")]
[JsonDerivedType(typeof(DeliveryPromised), "delivery.promised")]
[JsonDerivedType(typeof(HandedOverForAcceptance), "handed-over")]
[JsonDerivedType(typeof(AcceptanceConcluded), "acceptance.concluded")]
[JsonDerivedType(typeof(CompletionReported), "collector-told.completion")]
[JsonDerivedType(typeof(ReporterTold), "reporter-told")]
[JsonDerivedType(typeof(RequesterToldOf), "requester-told")]
[JsonDerivedType(typeof(ExtensionRequested), "extension.requested")]
[JsonDerivedType(typeof(ExtensionSigned), "extension.signed")]
[JsonDerivedType(typeof(DecisionAppointed), "decision.appointed")]
[JsonDerivedType(typeof(CollectorToldOfDecision), "collector-told.decision")]
[JsonDerivedType(typeof(SupplementAnswered), "supplement.answered")]
[JsonDerivedType(typeof(RequesterAwaited), "requester.awaited")]
[JsonDerivedType(typeof(RequesterAnswered), "requester.answered")]
[JsonDerivedType(typeof(BugReferredTo), "bug.referred-to")]
[JsonDerivedType(typeof(EntryReversed), "entry.reversed")]
[JsonDerivedType(typeof(RequirementEnded), "ended")]
public abstract record RequirementEvent : SubjectEvent<Requirement>
{
    private protected RequirementEvent()
    {
    }

    /// <summary>What the requester was being waited for when it happened; then what it makes owed is held at once too (CV-15).</summary>
    public string? Awaited { get; init; }

    private protected virtual bool EndsWaiting => false;

    private protected sealed override ImmutableArray<Trigger> TakesEffectAs =>
        Awaited is null || EndsWaiting ? Triggers : [.. Triggers, new(RequesterAwaited.Trigger, Reason: Awaited)];
}

/// <summary>An event of a requirement that exists already.</summary>
public abstract record RequirementChange : RequirementEvent
{
    private protected RequirementChange()
    {
    }

    /// <inheritdoc/>
    public sealed override Requirement Apply(Requirement? before) => Change(Existing(before));

    private protected abstract Requirement Change(Requirement before);
}
