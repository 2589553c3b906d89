using ClientTracking.Errors;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking.Persons;

/// <summary>Who may ask what is held on a person, and have it erased: who may do so under every regulation, as a person's data knows no bounds between them.</summary>
internal static class PersonRights
{
    internal const string Access = "PIPL-45", Erasure = "PIPL-47";

    /// <exception cref="AccessDeniedException">A regulation names nobody for it, or not the acting person.</exception>
    public static void RequirePersonalInformation(this TrackingModel model, Actor actor, RuleId rule)
    {
        foreach (var name in model.Kinds.Select(kind => kind.Regulation).Distinct())
        {
            if (model.Regulation(name).PersonalInformation is not { } access) throw new AccessDeniedException(rule, "access.no-personal-information", name);
            if (!actor.IsAny(access.Roles)) throw new AccessDeniedException(access.Rule, "access.role-needed", string.Join(", ", access.Roles));
        }
    }

    /// <exception cref="InvalidOperationException">The host runs no such kind, so nobody knows what of its records is personal.</exception>
    public static KindDefinition KindOf(this TrackingModel model, SubjectRecord record) =>
        model.FindKind(record.Kind)
        ?? throw new InvalidOperationException($"{record.Id} is of the kind {record.Kind}, which is not registered: what is personal in it is not known.");
}
