using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Requirements;

/// <summary>Who may act for the reporter: that person, whoever owes it in the reporter's place, and the promotion department (RF-02).</summary>
public static class RequirementAccess
{
    /// <exception cref="AccessDeniedException">The acting person is none of them.</exception>
    public static void RequireReporter(SubjectRecord subject, PersonId reporter, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(context);
        if (context.Actor.Id == reporter || context.Actor.Roles.Contains(RequirementRoles.Promotion)) return;
        if (subject.Obligations.Any(owed => owed.IsOwed && owed.Responsible == RequirementRoles.Reporter && owed.Assignee == context.Actor.Id)) return;
        throw new AccessDeniedException("RF-02", "access.role-needed", $"{RequirementRoles.Promotion}, {RequirementRoles.Reporter}");
    }
}
