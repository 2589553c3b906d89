using ClientTracking.Bugs;
using ClientTracking.Leaks;
using ClientTracking.Meetings;
using ClientTracking.Requirements;
using ClientTracking.Schedules;
using ClientTracking.Statements;

namespace ClientTracking.DependencyInjection;

/// <summary>The regulations that ship with the engine.</summary>
public static class RegulationPresets
{
    /// <summary>
    /// Client requirements, the meetings that decide on them, the schedules of those who build them, and bugs: collect → decide → plan → estimate →
    /// build and accept → feed back (RF); with what lateness costs and what is rewarded (RF-90 to RF-97, RF-A1 to RF-A5).
    /// </summary>
    public static RegulationPreset RequirementFollowUp { get; } =
        new(
            RequirementFollowUpRegulation.Published,
            RequirementKind.Instance, MeetingKind.Instance, BugKind.Instance, TeamScheduleKind.Instance, SanctionMonthKind.Instance, AwardKind.Instance)
        {
            FollowUps = [new DecisionFollowUp(), new BugFollowUp(), new ScheduleFollowUp()],
        };

    /// <summary>Leaks of secrets: reported to the head office's leadership, contained, judged (CL-10, CL-13).</summary>
    public static RegulationPreset Leaks { get; } = new(LeakRegulation.Published, LeakKind.Instance);
}
