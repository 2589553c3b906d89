using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Meetings;

/// <summary>Something that happened to a meeting.</summary>
[JsonDerivedType(typeof(MeetingScheduled), "meeting.scheduled")]
[JsonDerivedType(typeof(MeetingMoved), "meeting.moved")]
[JsonDerivedType(typeof(MeetingCancelled), "meeting.cancelled")]
[JsonDerivedType(typeof(MeetingHeld), "meeting.held")]
[JsonDerivedType(typeof(MeetingResultsTold), "meeting.results-told")]
[JsonDerivedType(typeof(MeetingDecisionNotEntered), "meeting.not-entered")]
public abstract record MeetingEvent : SubjectEvent<DecisionMeeting>
{
    private protected MeetingEvent()
    {
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public abstract override string Name { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public sealed override ImmutableArray<Trigger> Triggers => [new(Name)];
}

/// <summary>A meeting was called.</summary>
public sealed record MeetingScheduled(Instant Start, Instant End, string? Reason) : MeetingEvent
{
    /// <inheritdoc/>
    public override string Name => "meeting.scheduled";

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.DecisionBoard];

    /// <inheritdoc/>
    public override DecisionMeeting Apply(DecisionMeeting? before) => new() { Status = MeetingStatus.Scheduled, Start = Start, End = End, Reason = Reason };
}

/// <summary>It was moved.</summary>
public sealed record MeetingMoved(Instant Start, Instant End, string Reason) : MeetingEvent
{
    /// <inheritdoc/>
    public override string Name => "meeting.moved";

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.DecisionBoard];

    /// <inheritdoc/>
    public override DecisionMeeting Apply(DecisionMeeting? before) => Existing(before) with { Start = Start, End = End, Reason = Reason };
}

/// <summary>It was cancelled.</summary>
public sealed record MeetingCancelled(string Reason) : MeetingEvent
{
    /// <inheritdoc/>
    public override string Name => "meeting.cancelled";

    /// <inheritdoc/>
    public override string? Because => Reason;

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.DecisionBoard];

    /// <inheritdoc/>
    public override DecisionMeeting Apply(DecisionMeeting? before) => Existing(before) with { Status = MeetingStatus.Cancelled, Reason = Reason };
}

/// <summary>It was held; its end triggers RF-33 and RF-34.</summary>
public sealed record MeetingHeld(Instant EndedAt, ImmutableArray<MeetingDecision> Decisions, PersonId? TellsCollector) : MeetingEvent
{
    /// <inheritdoc/>
    public override string Name => "meeting.held";

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.Collector];

    /// <inheritdoc/>
    public override DecisionMeeting Apply(DecisionMeeting? before) => Existing(before) with
    {
        Status = MeetingStatus.Held,
        End = EndedAt,
        Decisions = Decisions,
        TellsCollector = TellsCollector,
    };
}

/// <summary>The collector was told the results.</summary>
public sealed record MeetingResultsTold(Instant ToldAt) : MeetingEvent
{
    /// <inheritdoc/>
    public override string Name => "meeting.results-told";

    /// <inheritdoc/>
    public override DecisionMeeting Apply(DecisionMeeting? before) => Existing(before) with { CollectorToldAt = ToldAt };
}

/// <summary>A decision could not be entered on its requirement.</summary>
public sealed record MeetingDecisionNotEntered(SubjectId Requirement, string Code) : MeetingEvent
{
    /// <inheritdoc/>
    public override string Name => "meeting.not-entered";

    /// <inheritdoc/>
    public override string? Because => Code;

    /// <inheritdoc/>
    public override ImmutableArray<Role> Tells => [RequirementRoles.DecisionBoard];

    /// <inheritdoc/>
    public override DecisionMeeting Apply(DecisionMeeting? before) =>
        Existing(before) with { NotEntered = before!.NotEntered.Add(new(Requirement, Code)) };
}
