using System.Text.Json.Serialization;
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
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamSchedule))]
[JsonSerializable(typeof(TeamEvent))]
internal sealed partial class TeamScheduleJsonContext : JsonSerializerContext;
