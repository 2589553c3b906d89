using System.Text.Json.Serialization;
using ClientTracking.Deadlines;
using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>What somebody owes on a subject until a certain instant (时间节点), and what became of it. Immutable.</summary>
public sealed record Obligation
{
    /// <summary>The number of the obligation within its subject, from 1 in the order of opening.</summary>
    public required int Id { get; init; }

    /// <summary>The rule that makes it owed.</summary>
    public required RuleId Rule { get; init; }

    /// <summary>The role that owes it.</summary>
    public required Role Responsible { get; init; }

    /// <summary>The person who owes it, where the subject names one for the role.</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>The deadline it was opened with; none where a promised date decides.</summary>
    public DeadlineRule? Deadline { get; init; }

    /// <summary>The instant the period is counted from.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>The last instant at which doing it is on time (CV-13).</summary>
    public required Instant Due { get; init; }

    /// <summary>Whether <see cref="Due"/> rests on days whose working schedule is not announced yet.</summary>
    public bool Provisional { get; init; }

    /// <summary>How often <see cref="Due"/> has moved; 0 at the opening.</summary>
    public int Revision { get; init; }

    /// <summary>What became of it.</summary>
    public ObligationStatus Status { get; init; }

    /// <summary>When it was closed, as stated by whoever closed it; none while open.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>The instant its lateness is judged by: <see cref="ClosedAt"/> or, where that was dated back too far, when it was recorded.</summary>
    public Instant? JudgedAt { get; init; }

    /// <summary>Why it was waived or cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>The highest level of notice already sent for this <see cref="Revision"/>; none: nothing was sent.</summary>
    public int? NoticedLevel { get; init; }

    /// <summary>The next notice while it is open.</summary>
    public NoticeDue? NextNotice { get; init; }

    /// <summary>Whether it was done after its due instant; exactly at it is on time (CV-13).</summary>
    [JsonIgnore]
    public bool FulfilledLate => Status == ObligationStatus.Fulfilled && JudgedAt > Due;

    /// <summary>Whether it is still owed and its due instant has passed at <paramref name="instant"/>.</summary>
    public bool IsOverdueAt(Instant instant) => Status == ObligationStatus.Open && instant > Due;
}
