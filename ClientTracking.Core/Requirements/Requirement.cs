using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Priorities;
using NodaTime;

namespace ClientTracking.Requirements;

/// <summary>A client's requirement (需求) as it stands. Immutable; changed by events only.</summary>
public sealed record Requirement
{
    /// <summary>Where it stands.</summary>
    public required RequirementStatus Status { get; init; }

    /// <summary>The report form as filed.</summary>
    public required RequirementForm Form { get; init; }

    /// <summary>Who filed it (填表人).</summary>
    public required PersonId Reporter { get; init; }

    /// <summary>The reporter's department.</summary>
    public string? ReporterDepartment { get; init; }

    /// <summary>The day it was filed, in the regulation's time zone.</summary>
    public LocalDate? FiledOn { get; init; }

    /// <summary>Who registered it and keeps its row (需求收集人).</summary>
    public PersonId? Collector { get; init; }

    /// <summary>The product manager who last promised something on it (产品经理).</summary>
    public PersonId? ProductManager { get; init; }

    /// <summary>Who of IT last promised the hand-over.</summary>
    public PersonId? Engineer { get; init; }

    /// <summary>The meeting it was put on the agenda of, where that is another one than the next regular one.</summary>
    public SubjectId? Meeting { get; init; }

    /// <summary>What the requester is being waited for; none: nobody waits.</summary>
    public string? Awaiting { get; init; }

    /// <summary>The bug that turned out to be this requirement.</summary>
    public SubjectId? Bug { get; init; }

    /// <summary>The day the collector received it, in the regulation's time zone.</summary>
    public LocalDate? ReceivedOn { get; init; }

    /// <summary>The keywords the register shows (需求梗概, RF-14).</summary>
    public string? Gist { get; init; }

    /// <summary>The board's decision in force.</summary>
    public Decision? Decision { get; init; }

    /// <summary>When the planning document is promised for.</summary>
    public LocalDate? PlanningPromised { get; init; }

    /// <summary>The number of the planning document, once delivered.</summary>
    public string? PlanningDocument { get; init; }

    /// <summary>When the hand-over for acceptance is promised for.</summary>
    public LocalDate? HandOverPromised { get; init; }

    /// <summary>The first promised delivery date (预期交付日); extensions never overwrite it (RF-20).</summary>
    public LocalDate? ExpectedDelivery { get; init; }

    /// <summary>The day it was delivered (实际交付日).</summary>
    public LocalDate? ActualDelivery { get; init; }

    /// <summary>Every application for an extension, in the order of filing.</summary>
    public ImmutableArray<Extension> Extensions { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Why acceptance failed, each time it did.</summary>
    public ImmutableArray<string> AcceptanceFailures { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Of which requirement it is a duplicate.</summary>
    public SubjectId? DuplicateOf { get; init; }

    /// <summary>What the requester has been told.</summary>
    public ImmutableArray<Tidings> RequesterTold { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The delivery date that counts now: that of the last approved extension, else the first promise.</summary>
    [JsonIgnore]
    public LocalDate? CommittedDelivery =>
        Extensions.LastOrDefault(extension => extension is { Status: ExtensionStatus.Approved, Of: Milestone.Delivery })?.NewDate ?? ExpectedDelivery;

    /// <summary>The application that waits for signatures, if any.</summary>
    [JsonIgnore]
    public Extension? PendingExtension => Extensions.LastOrDefault() is { Status: ExtensionStatus.Pending } pending ? pending : null;

    /// <summary>The state once a commitment is met: an application that was still to move it has lapsed.</summary>
    internal Requirement WithoutPending(params ImmutableArray<Milestone> met) => PendingExtension is { } pending && met.Contains(pending.Of)
        ? this with { Extensions = Extensions.SetItem(Extensions.Length - 1, pending with { Status = ExtensionStatus.Lapsed }) }
        : this;
}

/// <summary>A decision of the board (RF-21).</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Grade">The priority grade of what will be done.</param>
/// <param name="ConversionGist">What will be done instead, when converted.</param>
/// <param name="MeetingEndedAt">The end of the meeting.</param>
/// <param name="DecidedAt">When the board decided; later than the meeting where it changed its mind.</param>
public sealed record Decision(DecisionOutcome Outcome, PriorityGrade? Grade, string? ConversionGist, Instant MeetingEndedAt, Instant? DecidedAt = null)
{
    /// <summary>Whether something is to be built.</summary>
    [JsonIgnore]
    public bool ToBuild => Outcome is DecisionOutcome.Accept or DecisionOutcome.Convert;
}

/// <summary>What a board can decide (RF-21).</summary>
public enum DecisionOutcome
{
    /// <summary>Do it (做).</summary>
    Accept,

    /// <summary>Don't (不做).</summary>
    Decline,

    /// <summary>Discuss it again (再议).</summary>
    Defer,

    /// <summary>Do something else instead (需求转换).</summary>
    Convert,
}

/// <summary>What people are told of a requirement.</summary>
public enum Tidings
{
    /// <summary>The board's decision (RF-34, RF-35).</summary>
    Decision,

    /// <summary>The expected delivery date (RF-38, RF-39).</summary>
    ExpectedDate,

    /// <summary>That it is complete (RF-44, RF-45).</summary>
    Completion,

    /// <summary>An approved extension (RF-46, RF-47).</summary>
    Extension,
}
