using ClientTracking.Bugs;
using ClientTracking.Meetings;
using ClientTracking.Requirements;

namespace ClientTracking.DependencyInjection;

/// <summary>The regulations that ship with the engine.</summary>
public static class RegulationPresets
{
    /// <summary>Client requirements, the meetings that decide on them, and bugs: collect → decide → plan → estimate → build and accept → feed back (RF).</summary>
    public static RegulationPreset RequirementFollowUp { get; } =
        new(RequirementFollowUpRegulation.Published, RequirementKind.Instance, MeetingKind.Instance, BugKind.Instance)
        {
            FollowUps = [new DecisionFollowUp(), new BugFollowUp()],
        };
}
