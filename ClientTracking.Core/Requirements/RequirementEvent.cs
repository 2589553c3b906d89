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
[JsonDerivedType(typeof(ExtensionDecided), "extension.decided")]
[JsonDerivedType(typeof(RequirementEnded), "ended")]
public abstract record RequirementEvent : ISubjectEvent<Requirement>
{
    private protected RequirementEvent()
    {
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public abstract ImmutableArray<Trigger> Triggers { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual string Name => Triggers[0].Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual NumberRequest? Numbering => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual string? Because => null;

    /// <inheritdoc/>
    public abstract Requirement Apply(Requirement? before);
}

/// <summary>An event of a requirement that exists already.</summary>
public abstract record RequirementChange : RequirementEvent
{
    private protected RequirementChange()
    {
    }

    /// <inheritdoc/>
    public sealed override Requirement Apply(Requirement? before) => Change(before ?? throw new ArgumentNullException(nameof(before)));

    private protected abstract Requirement Change(Requirement before);
}
