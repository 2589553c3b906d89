using System.Collections.Immutable;
using ClientTracking.Requirements;
using static ClientTracking.Requirements.RequirementStatus;

namespace ClientTracking.Schedules;

/// <summary>What a team does with requirements, and so which promises its schedule can foresee.</summary>
public enum TeamTask
{
    /// <summary>It builds them (开发): RF-41, and RF-42 that follows.</summary>
    Development,

    /// <summary>It writes the planning documents (策划文档): RF-40.</summary>
    PlanningDocuments,
}

internal static class TeamTasks
{
    private static readonly ImmutableArray<RequirementStatus> BeforeDocument = [Accepted, Converted, RequirementStatus.Planning];

    private static readonly ImmutableArray<RequirementStatus> BeforeHandOver = [.. BeforeDocument, Estimating, InDevelopment];

    public static bool IsOpenIn(this TeamTask task, RequirementStatus status) =>
        (task == TeamTask.PlanningDocuments ? BeforeDocument : BeforeHandOver).Contains(status);

    public static bool IsDoneIn(this TeamTask task, Requirement state) => task == TeamTask.PlanningDocuments
        ? state.PlanningDocument is not null
        : state.Status is InAcceptance or Delivered || state.ActualDelivery is not null;

    /// <summary>Who keeps the schedule of such a team.</summary>
    public static AccessRule Access(this TeamTask task) => task == TeamTask.PlanningDocuments
        ? new("RF-05", RequirementRoles.ProductManager, RequirementRoles.Planning)
        : new("RF-04", RequirementRoles.IT, RequirementRoles.ITHead);
}
