using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>A command on the schedule of a team. Every one plans anew, and what it finds is committed with it (RF-57).</summary>
public abstract record TeamCommand : SubjectCommand<TeamSchedule, TeamProgress>
{
    private protected TeamCommand()
    {
    }

    private protected sealed override ISubjectEvent<TeamSchedule>? Happening(Subject<TeamSchedule>? subject, DecisionContext context)
    {
        var happened = Decide(subject?.State, context)?.Planned(subject?.State, context);
        return happened is TeamReplanned { AtRisk: null } ? null : happened;
    }

    private protected sealed override TeamProgress Answer(Subject<TeamSchedule> after) => new(after.Id, after.Record.Version, after.State.AtRisk);

    private protected abstract TeamEvent? Decide(TeamSchedule? state, DecisionContext context);

    private protected static void RequireRole(TeamTask task, DecisionContext context)
    {
        var access = task.Access();
        if (!context.Actor.IsAny(access.Roles)) throw new AccessDeniedException(access.Rule, "access.role-needed", string.Join(", ", access.Roles));
    }

    private protected static void CheckTime(FaultList faults, string path, Duration time)
    {
        if (!BacklogCheck.IsTime(time)) faults.Add(path, "schedule.time", BacklogCheck.Longest.TotalHours);
    }
}

/// <summary>A command on a team that has a schedule already, for those who keep it.</summary>
/// <param name="Team">The team's schedule, by id.</param>
public abstract record TeamStep(SubjectId Team) : TeamCommand
{
    private protected sealed override SubjectId? Target => Team;

    private protected sealed override TeamEvent? Decide(TeamSchedule? state, DecisionContext context)
    {
        RequireRole(state!.Task, context);
        return Decide(state, context, new(context.Deadlines.Calendar));
    }

    private protected abstract TeamEvent? Decide(TeamSchedule state, DecisionContext context, TeamPlanner planner);
}

/// <summary>A step of one work in the schedule of a team.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id.</param>
public abstract record WorkCommand(SubjectId Team, SubjectId Requirement) : TeamStep(Team)
{
    private protected sealed override TeamEvent? Decide(TeamSchedule state, DecisionContext context, TeamPlanner planner)
    {
        if (state.Find(Requirement) is not { IsOpen: true } work) throw new RuleViolationException("RF-56", "schedule.no-work", Requirement);
        return Decide(state, planner.At(state, work, context.At), context, planner);
    }

    private protected abstract TeamEvent? Decide(TeamSchedule state, ScheduledWork work, DecisionContext context, TeamPlanner planner);

    private protected static void RequireInHand(ScheduledWork work)
    {
        if (work.Stage != ItemStage.InHand) throw new RuleViolationException("RF-56", "schedule.not-in-hand", work.Requirement.Number);
    }
}

/// <summary>Where a team stands after a command.</summary>
/// <param name="Team">The id of its schedule.</param>
/// <param name="Version">The journal entry that the command made; <see cref="ScheduleChanges"/> tells what moved with it.</param>
/// <param name="AtRisk">The promises at risk, the most pressing first.</param>
public sealed record TeamProgress(SubjectId Team, long Version, ImmutableArray<PromiseAtRisk> AtRisk);
