using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Schedules;

/// <summary>The kind <c>team-schedule</c>: how the schedules of teams are stored and indexed.</summary>
public sealed class TeamScheduleKind : KindDefinition<TeamSchedule>
{
    private static readonly TeamScheduleJsonContext Json = new(SubjectJson.CreateOptions());

    private TeamScheduleKind()
        : base(new SubjectKind("team-schedule"), RequirementFollowUpRegulation.Name, Json.TeamSchedule, Json.TeamEvent)
    {
    }

    /// <summary>The kind.</summary>
    public static TeamScheduleKind Instance { get; } = new();

    /// <inheritdoc/>
    public override SearchFields Index(TeamSchedule state) => new(state.AtRisk.IsEmpty ? "OnTime" : "AtRisk");

    /// <inheritdoc/>
    public override ImmutableArray<SubjectId> Mentions(TeamSchedule state) => [.. state.Work.Select(work => work.Requirement.Id), .. state.AtRisk.Select(risk => risk.Requirement)];

    /// <inheritdoc/>
    public override TeamSchedule Knowing(TeamSchedule state, ImmutableDictionary<SubjectId, Redaction> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        // The place of a work tells its grade, and its dates what is promised.
        var hidden = others.Where(other => !other.Value.Shows(RequirementFields.Grade) || !other.Value.Shows(RequirementFields.Delivery))
            .Select(other => other.Key).ToHashSet();
        return state with
        {
            Work = [.. state.Work.Where(work => !hidden.Contains(work.Requirement.Id))
                .Select(work => work with { DependsOn = work.DependsOn.RemoveAll(hidden.Contains) })],
            AtRisk = state.AtRisk.RemoveAll(risk => hidden.Contains(risk.Requirement)),
        };
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamSchedule))]
[JsonSerializable(typeof(TeamEvent))]
internal sealed partial class TeamScheduleJsonContext : JsonSerializerContext;
