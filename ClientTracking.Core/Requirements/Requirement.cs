using System.Collections.Immutable;
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
    public ImmutableArray<Extension> Extensions { get; init; } = [];

    /// <summary>Why acceptance failed, each time it did.</summary>
    public ImmutableArray<string> AcceptanceFailures { get; init; } = [];

    /// <summary>Of which requirement it is a duplicate.</summary>
    public SubjectId? DuplicateOf { get; init; }

    /// <summary>What the requester has been told.</summary>
    public ImmutableArray<Tidings> RequesterTold { get; init; } = [];

    /// <summary>The delivery date that counts now: that of the last approved extension, else the first promise.</summary>
    public LocalDate? CommittedDelivery =>
        Extensions.LastOrDefault(extension => extension.Approved == true)?.NewDate ?? ExpectedDelivery;

    /// <summary>The application that waits for its decision, if any.</summary>
    public Extension? PendingExtension => Extensions.LastOrDefault() is { Approved: null } pending ? pending : null;
}

/// <summary>A decision of the board (RF-21).</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Grade">The priority grade of what will be done.</param>
/// <param name="ConversionGist">What will be done instead, when converted.</param>
/// <param name="MeetingEndedAt">The end of the meeting.</param>
public sealed record Decision(DecisionOutcome Outcome, PriorityGrade? Grade, string? ConversionGist, Instant MeetingEndedAt);

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

/// <summary>An application for a later delivery (需求延期交付申请, RF-80).</summary>
/// <param name="FormerDate">The date that counted when it was filed.</param>
/// <param name="NewDate">The date asked for.</param>
/// <param name="Reason">The objective cause.</param>
/// <param name="Approved">Whether it was approved; none while undecided.</param>
public sealed record Extension(LocalDate FormerDate, LocalDate NewDate, string Reason, bool? Approved = null);

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
