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

    /// <summary>The person who owes it, where one is named.</summary>
    public PersonId? Assignee { get; init; }

    /// <summary>The department that answers for it, where one is named.</summary>
    public string? Department { get; init => field = value?.Normalize(); }

    /// <summary>Who owes it together with the responsible one, where one obligation is owed by two.</summary>
    public Partner? Partner { get; init; }

    /// <summary>Everything that happened to the due instant: the start, pauses, extensions, other rules and calendars.</summary>
    public required ClockLedger Clock
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            (field, Due) = (value, value.LastDue);
        }
    }

    /// <summary>The last instant at which doing it is on time (CV-13); while a pause holds the clock, the one it had before.</summary>
    public Instant Due { get; private init; }

    /// <summary>What became of it.</summary>
    public ObligationStatus Status { get; init; }

    /// <summary>When it was closed, as stated by whoever closed it; none while owed.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>The instant its lateness is judged by: <see cref="ClosedAt"/> or, where that was dated back too far, when it was recorded.</summary>
    public Instant? JudgedAt { get; init; }

    /// <summary>Why it was waived or cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>The highest level of notice already sent for this <see cref="Revision"/>; none: nothing was sent.</summary>
    public int? NoticedLevel { get; init; }

    /// <summary>The next notice while it is open.</summary>
    public NoticeDue? NextNotice { get; init; }

    /// <summary>The deadline in force; where a promised date decides, the unit in which a pause is counted.</summary>
    [JsonIgnore]
    public DeadlineRule Deadline => Clock.Rule;

    /// <summary>The instant the period is counted from.</summary>
    [JsonIgnore]
    public Instant OpenedAt => Clock.Events[0].At;

    /// <summary>Whether <see cref="Due"/> rests on days whose working schedule is not announced yet.</summary>
    [JsonIgnore]
    public bool Provisional => Clock.Provisional;

    /// <summary>How often <see cref="Due"/> has moved; 0 at the opening.</summary>
    [JsonIgnore]
    public int Revision => Clock.Revision;

    /// <summary>Whether it is still owed, be its clock running or held.</summary>
    [JsonIgnore]
    public bool IsOwed => Status is ObligationStatus.Open or ObligationStatus.Paused;

    /// <summary>Whether it was done after its due instant; exactly at it is on time (CV-13). A miss that no extension took away stays (CV-16).</summary>
    [JsonIgnore]
    public bool FulfilledLate => Status == ObligationStatus.Fulfilled && Clock.IsMissedAt(JudgedAt!.Value);

    /// <summary>Whether it is still owed and its due instant has passed at <paramref name="instant"/>.</summary>
    public bool IsOverdueAt(Instant instant) => Status == ObligationStatus.Open && instant > Due;

    /// <summary>The obligation with another clock; a moved due instant is reminded of anew.</summary>
    internal Obligation With(ClockLedger clock) => this with
    {
        Clock = clock,
        Status = clock.IsSuspended ? ObligationStatus.Paused : ObligationStatus.Open,
        NoticedLevel = clock.Revision == Revision ? NoticedLevel : null,
    };
}
