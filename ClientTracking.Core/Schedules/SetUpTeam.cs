using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Priorities;
using ClientTracking.Subjects;

namespace ClientTracking.Schedules;

/// <summary>Gives a team a schedule of its own (RF-56).</summary>
/// <param name="Name">The name of the team.</param>
/// <param name="Task">What it does.</param>
/// <param name="Workers">How many work in parallel, 1 or more.</param>
public sealed record SetUpTeam(string Name, TeamTask Task, int Workers) : TeamCommand
{
    private protected override SubjectId? Target => null;

    private protected override void Validate(FaultList faults)
    {
        faults.Required("name", Name, 100);
        faults.Defined("task", Task);
    }

    private protected override TeamEvent? Decide(TeamSchedule? state, DecisionContext context)
    {
        RequireRole(Task, context);
        return new TeamSetUp(Name, Task, Workers);
    }
}

/// <summary>Says how many work in a team, and when which of them is away; replaces what was said before.</summary>
/// <param name="Team">The team's schedule, by id.</param>
/// <param name="Workers">How many work in parallel, 1 or more.</param>
/// <param name="Absences">Every absence that is not over.</param>
public sealed record ChangeTeam(SubjectId Team, int Workers, ImmutableArray<Absence> Absences) : TeamStep(Team)
{
    private protected override void Validate(FaultList faults)
    {
        if (Absences.IsDefault) faults.Add("absences", "request.required");
    }

    private protected override TeamEvent? Decide(TeamSchedule state, DecisionContext context, TeamPlanner planner) =>
        // What was worked so far was worked by the former absences.
        new TeamChanged(
            Workers, Absences, [.. state.Work.Where(work => work.Stage == ItemStage.InHand).Select(work => planner.At(state, work, context.At))]);
}

/// <summary>
/// Plans a team anew where nobody did anything: after a change of the calendar, and every day, for what was not taken up as planned is late by then.
/// </summary>
/// <remarks>Nothing is written where the same promises are at risk as before. Anybody may send it, so that a host's timer can.</remarks>
/// <param name="Team">The team's schedule, by id.</param>
public sealed record ReplanTeam(SubjectId Team) : TeamCommand
{
    private protected override SubjectId? Target => Team;

    private protected override TeamEvent? Decide(TeamSchedule? state, DecisionContext context) => new TeamReplanned();
}
