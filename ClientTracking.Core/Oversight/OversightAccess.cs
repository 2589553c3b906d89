using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Oversight;

internal static class OversightAccess
{
    /// <exception cref="AccessDeniedException">The regulation lets nobody act on duties directly, or not this person.</exception>
    public static void RequireOversight(this DecisionContext context)
    {
        if (context.Regulation.Oversight is not { } oversight) throw new AccessDeniedException("CV-14", "access.no-oversight", context.Regulation.Name);
        if (!context.Actor.IsAny(oversight.Roles)) throw new AccessDeniedException(oversight.Rule, "access.role-needed", string.Join(", ", oversight.Roles));
    }
}
