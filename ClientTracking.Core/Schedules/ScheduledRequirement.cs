using System.Collections.Immutable;
using ClientTracking.Obligations;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>What a schedule knows of a requirement; brought up to date by everything that happens to it. Immutable.</summary>
public sealed record ScheduledRequirement
{
    /// <summary>The requirement.</summary>
    public required SubjectId Id { get; init; }

    /// <summary>Its version when it was last looked at.</summary>
    public required long Version { get; init; }

    /// <summary>The digits of its number, as the register shows them.</summary>
    public required string Number { get; init; }

    /// <summary>Its whole number.</summary>
    public required string FullNumber { get; init; }

    /// <summary>The grade the board gave it; none while there is nothing for the team to do: undecided, declined, ended, or done.</summary>
    public PriorityGrade? Grade { get; init; }

    /// <summary>Whether the team has done its part: handed it over, or delivered the planning document.</summary>
    public bool IsDone { get; init; }

    /// <summary>The end of the meeting that decided it.</summary>
    public Instant DecidedAt { get; init; }

    /// <summary>What is promised for it and still owed, its clock running (RF-40 to RF-42).</summary>
    public ImmutableArray<Commitment> Commitments { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>A requirement as it stands, for a team with a task; null where it has no number yet.</summary>
    internal static ScheduledRequirement? Of(SubjectRecord record, TeamTask task, WorkCalendar calendar)
    {
        if (record.Number is not { } number) return null;
        var state = RequirementKind.Instance.Read(record).State;
        var decided = state.Decision is { ToBuild: true } ? state.Decision : null;
        var toDo = decided is not null && task.IsOpenIn(state.Status);
        return new()
        {
            Id = record.Id,
            Version = record.Version,
            Number = number.Bare,
            FullNumber = number.Text,
            Grade = toDo ? decided!.Grade : null,
            IsDone = decided is not null && task.IsDoneIn(state),
            DecidedAt = decided?.MeetingEndedAt ?? default,
            Commitments = task == TeamTask.PlanningDocuments
                ? [.. Running(record, "RF-40").Select(owed => Commitment.Planning(owed.Due))]
                :
                [
                    .. Running(record, "RF-41").Select(owed => Commitment.HandOver(owed.Due)),
                    .. Running(record, "RF-42").Select(owed => Delivery(owed, Latest(record, "RF-41") ?? owed, calendar)),
                ],
        };
    }

    /// <summary>What follows the hand-over is what lay between the first two promises; an extension of one of them alone does not stretch it.</summary>
    private static Commitment Delivery(Obligation delivery, Obligation handOver, WorkCalendar calendar) =>
        Commitment.Delivery(First(handOver), First(delivery), calendar) with { Promised = delivery.Due };

    private static Instant First(Obligation owed) => owed.Clock.Events[0].Due ?? owed.Due;

    private static Obligation? Latest(SubjectRecord record, RuleId rule) => record.Obligations.LastOrDefault(owed => owed.Rule == rule);

    private static IEnumerable<Obligation> Running(SubjectRecord record, RuleId rule) =>
        Latest(record, rule) is { Status: ObligationStatus.Open } owed ? [owed] : [];
}
