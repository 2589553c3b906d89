using System.Collections.Immutable;
using ClientTracking.Priorities;

namespace ClientTracking.Schedules;

/// <summary>The schedule (排期) of one team: who works, on what, and which promises it will break as things stand (RF-55 to RF-57). Immutable.</summary>
public sealed record TeamSchedule
{
    /// <summary>The most finished works that are kept for forecasts as ranges; older ones are forgotten.</summary>
    public const int LongestRecord = 500;

    /// <summary>The name of the team.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required TeamTask Task { get; init; }

    /// <summary>How many work in parallel, numbered from 1.</summary>
    public required int Workers { get; init; }

    /// <summary>When which of them is away.</summary>
    public ImmutableArray<Absence> Absences { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The work, in the order of coming in.</summary>
    public ImmutableArray<ScheduledWork> Work { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>What finished works were estimated at and took, oldest first.</summary>
    public ImmutableArray<Effort> Record { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The promises at risk when the schedule last changed, the most pressing first.</summary>
    public ImmutableArray<PromiseAtRisk> AtRisk { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The work on a requirement; null where the team has none.</summary>
    public ScheduledWork? Find(SubjectId requirement) => Work.FirstOrDefault(work => work.Requirement.Id == requirement);

    /// <summary>The same schedule with works added or put in the place of the former ones.</summary>
    internal TeamSchedule With(ImmutableArray<ScheduledWork> changed) => this with
    {
        Work =
        [
            .. Work.Select(work => changed.FirstOrDefault(other => other.Requirement.Id == work.Requirement.Id) ?? work),
            .. changed.Where(work => Find(work.Requirement.Id) is null),
        ],
    };

    internal TeamSchedule Without(SubjectId requirement) => this with { Work = Work.RemoveAll(work => work.Requirement.Id == requirement) };
}
