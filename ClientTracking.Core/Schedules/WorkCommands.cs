using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>A worker takes a work in hand, or goes on with it; an A makes what that worker has in hand stand still (RF-55).</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Worker">The worker, from 1.</param>
public sealed record StartWork(SubjectId Team, SubjectId Requirement, int Worker) : WorkCommand(Team, Requirement)
{
    private protected override TeamEvent? Decide(TeamSchedule state, ScheduledWork work, DecisionContext context, TeamPlanner planner)
    {
        if (Worker < 1 || Worker > state.Workers) throw new InvalidRequestException(new Fault("worker", "schedule.unknown-worker", Worker, state.Workers));
        if (work.Stage == ItemStage.InHand) throw new RuleViolationException("RF-56", "schedule.in-hand", work.Requirement.Number);
        var started = work with { Stage = ItemStage.InHand, Worker = Worker };
        var other = state.Work.FirstOrDefault(other => other is { IsOpen: true, Stage: ItemStage.InHand } && other.Worker == Worker);
        if (other is null)
        {
            var held = state.Work.FirstOrDefault(held => held is { IsOpen: true, Stage: ItemStage.Interrupted } && held.Worker == Worker);
            if (held is null || held.Requirement.Id == Requirement || work.IsUrgent) return new WorkChanged(WorkStep.Started, [started]);
            throw new RuleViolationException("RF-56", "schedule.goes-first", Worker, held.Requirement.Number);
        }

        if (!work.IsUrgent || other.IsUrgent) throw new RuleViolationException("RF-55", "schedule.busy", Worker, other.Requirement.Number);
        return new WorkChanged(WorkStep.Started, [started, planner.At(state, other, context.At) with { Stage = ItemStage.Interrupted }]);
    }
}

/// <summary>A work in hand stands still; it keeps what was done and, unless it is an A, its worker (RF-56).</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record InterruptWork(SubjectId Team, SubjectId Requirement) : WorkCommand(Team, Requirement)
{
    private protected override TeamEvent? Decide(TeamSchedule state, ScheduledWork work, DecisionContext context, TeamPlanner planner)
    {
        RequireInHand(work);
        return new WorkChanged(
            WorkStep.Interrupted, [work.IsUrgent ? work with { Stage = ItemStage.Waiting, Worker = null } : work with { Stage = ItemStage.Interrupted }]);
    }
}

/// <summary>Reports how much of a work is left.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
/// <param name="Remaining">What is left to do, in working time; may exceed the estimate.</param>
public sealed record ReportProgress(SubjectId Team, SubjectId Requirement, Duration Remaining) : WorkCommand(Team, Requirement)
{
    private protected override void Validate(FaultList faults) => CheckTime(faults, "remaining", Remaining);

    private protected override TeamEvent? Decide(TeamSchedule state, ScheduledWork work, DecisionContext context, TeamPlanner planner) =>
        new WorkChanged(WorkStep.Progressed, [work with { Remaining = Remaining }]);
}

/// <summary>Says what decides the place of a work besides its grade (RF-55); replaces what was said before.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record PlaceWork(SubjectId Team, SubjectId Requirement) : WorkCommand(Team, Requirement)
{
    /// <summary>The place among what is not started, 1 is first; grade C only.</summary>
    public int? Position { get; init; }

    /// <summary>When it may start at the earliest.</summary>
    public Instant? EarliestStart { get; init; }

    /// <summary>Other requirements of the schedule that must be done before it starts.</summary>
    public ImmutableArray<SubjectId> DependsOn { get => field.IsDefault ? [] : field; init; } = [];

    private protected override TeamEvent? Decide(TeamSchedule state, ScheduledWork work, DecisionContext context, TeamPlanner planner)
    {
        var faults = new FaultList();
        if (Position is not null && work.Requirement.Grade != PriorityGrade.C) faults.Add("position", "schedule.position-grade", work.Requirement.Grade!);
        for (var i = 0; i < DependsOn.Length; i++)
            if (state.Find(DependsOn[i]) is not { IsOpen: true }) faults.Add($"dependsOn[{i}]", "schedule.unknown-dependency", DependsOn[i]);
        faults.ThrowIfAny();
        return new WorkChanged(WorkStep.Placed, [work with { Position = Position, EarliestStart = EarliestStart, DependsOn = DependsOn }]);
    }
}

/// <summary>The team is done with a work; what stood still for it goes on. Handing over, or delivering the planning document, does it too.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
public sealed record FinishWork(SubjectId Team, SubjectId Requirement) : WorkCommand(Team, Requirement)
{
    private protected override TeamEvent? Decide(TeamSchedule state, ScheduledWork work, DecisionContext context, TeamPlanner planner) =>
        Finished(state, work, context.At);

    internal static WorkFinished Finished(TeamSchedule state, ScheduledWork work, Instant at)
    {
        var took = work.Spent > Duration.Zero ? new Effort(work.Estimate, work.Spent) : (Effort?)null;
        var urgent = state.Work.Any(other => other is { IsUrgent: true, Stage: not ItemStage.InHand } && other.Requirement.Id != work.Requirement.Id);
        var stoodStill = work.Stage != ItemStage.InHand || urgent
            ? null
            : state.Work.FirstOrDefault(other => other is { IsOpen: true, Stage: ItemStage.Interrupted } && other.Worker == work.Worker);
        return new(work.Requirement.Id, took, stoodStill is null ? [] : [stoodStill with { Stage = ItemStage.InHand, AsOf = at }]);
    }
}
