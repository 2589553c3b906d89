using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Requirements;
using ClientTracking.Subjects;

namespace ClientTracking.Meetings;

/// <summary>The kind <c>decision-meeting</c>: how meetings are stored and indexed.</summary>
public sealed class MeetingKind : KindDefinition<DecisionMeeting>
{
    private static readonly MeetingJsonContext Json = new(SubjectJson.CreateOptions());

    private MeetingKind()
        : base(new SubjectKind("decision-meeting"), RequirementFollowUpRegulation.Name, Json.DecisionMeeting, Json.MeetingEvent)
    {
    }

    /// <summary>The kind.</summary>
    public static MeetingKind Instance { get; } = new();

    /// <inheritdoc/>
    public override PersonalData Personal { get; } = new(PersonalBlock.Id("tellsCollector"));

    /// <inheritdoc/>
    public override SearchFields Index(DecisionMeeting state) => new(state.Status.ToString()) { Closed = state.Status != MeetingStatus.Scheduled };
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(DecisionMeeting))]
[JsonSerializable(typeof(MeetingEvent))]
internal sealed partial class MeetingJsonContext : JsonSerializerContext;
