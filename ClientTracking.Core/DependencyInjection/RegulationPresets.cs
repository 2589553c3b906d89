using ClientTracking.Requirements;

namespace ClientTracking.DependencyInjection;

/// <summary>The regulations that ship with the engine.</summary>
public static class RegulationPresets
{
    /// <summary>Client requirements: collect → decide → plan → estimate → build and accept → feed back (RF).</summary>
    public static RegulationPreset RequirementFollowUp { get; } = new(RequirementFollowUpRegulation.Published, RequirementKind.Instance);
}
