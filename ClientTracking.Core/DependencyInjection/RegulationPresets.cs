using ClientTracking.Bugs;
using ClientTracking.Meetings;
using ClientTracking.Requirements;
using ClientTracking.Schedules;

namespace ClientTracking.DependencyInjection;

/// <summary>The regulations that ship with the engine.</summary>
public static class RegulationPresets
{
    /// <summary>Client requirements, the meetings that decide on them, the schedules of those who build them, and bugs: collect → decide → plan → estimate → build and accept → feed back (RF).</summary>
    public static RegulationPreset RequirementFollowUp { get; } =
        new(RequirementFollowUpRegulation.Published, RequirementKind.Instance, MeetingKind.Instance, BugKind.Instance, TeamScheduleKind.Instance)
        {
            FollowUps = [new DecisionFollowUp(), new BugFollowUp(), new ScheduleFollowUp()],
        };
}
