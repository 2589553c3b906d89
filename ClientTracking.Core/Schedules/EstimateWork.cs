using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using NodaTime;

namespace ClientTracking.Schedules;

/// <summary>Estimates the work on a requirement, which takes it into the schedule of a team; sent again, estimates it anew (RF-56).</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Requirement">The requirement, by id; the board must have said do or convert, and the team must not be done with it.</param>
/// <param name="Estimate">The estimate of the whole, in working time; more than zero.</param>
public sealed record EstimateWork(SubjectId Team, SubjectId Requirement, Duration Estimate) : TeamStep(Team)
{
    private protected override ImmutableArray<SubjectReference> References => [new("requirement", RequirementKind.Instance.Kind, Requirement)];

    private protected override void Validate(FaultList faults)
    {
        if (Estimate == Duration.Zero || !BacklogCheck.IsTime(Estimate)) faults.Add("estimate", "schedule.estimated-nothing");
    }

    private protected override TeamEvent? Decide(TeamSchedule state, DecisionContext context, TeamPlanner planner)
    {
        var requirement = ScheduledRequirement.Of(context.Referred[Requirement], state.Task, planner.Schedule.Calendar);
        if (requirement is not { Grade: not null })
            throw new RuleViolationException("RF-56", "schedule.nothing-to-do", requirement?.Number ?? Requirement.ToString());
        var fresh = new ScheduledWork { Requirement = requirement, Estimate = Estimate, Remaining = Estimate, AsOf = context.At };
        if (state.Find(Requirement) is not { } known) return new WorkChanged(WorkStep.Estimated, [fresh]);
        known = planner.At(state, known, context.At);
        var left = Duration.Max(Estimate - known.Spent, Duration.Zero);
        return new WorkChanged(WorkStep.Estimated, [known with { Requirement = requirement, Estimate = Estimate, Remaining = left }]);
    }
}
