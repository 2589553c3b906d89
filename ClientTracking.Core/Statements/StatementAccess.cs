using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Oversight;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Tracking;

namespace ClientTracking.Statements;

/// <summary>Who may look at and decide on what misses cost: the roles that oversee duties, and never on one's own case.</summary>
internal static class StatementAccess
{
    /// <exception cref="AccessDeniedException">Who asks has none of the roles.</exception>
    public static void RequireOverseer(this QueryContext context)
    {
        var oversight = context.Model.Regulation(RequirementFollowUpRegulation.Name).Oversight;
        if (oversight is null) throw new AccessDeniedException("CV-14", "access.no-oversight", RequirementFollowUpRegulation.Name);
        if (!context.Actor.IsAny(oversight.Roles)) throw new AccessDeniedException(oversight.Rule, "access.role-needed", string.Join(", ", oversight.Roles));
    }

    /// <exception cref="AccessDeniedException">Who decides has none of the roles, or is one of those it is about.</exception>
    public static void RequireJudge(this DecisionContext context, params ImmutableArray<PersonId> concerned)
    {
        context.RequireOversight();
        var oversight = context.Regulation.Oversight!;
        if (concerned.Contains(context.Actor.Id)) throw new AccessDeniedException(oversight.Rule, "access.own-statement", string.Join(", ", oversight.Roles));
    }
}
