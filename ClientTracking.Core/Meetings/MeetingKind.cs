using System.Collections.Immutable;
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

    /// <inheritdoc/>
    public override ImmutableArray<SubjectId> Mentions(DecisionMeeting state) =>
        [.. state.Decisions.Select(decision => decision.Requirement), .. state.NotEntered.Select(decision => decision.Requirement)];

    /// <inheritdoc/>
    public override DecisionMeeting Knowing(DecisionMeeting state, ImmutableDictionary<SubjectId, Redaction> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return state with
        {
            Decisions = [.. state.Decisions.Select(decision => decision.ShownAs(others.GetValueOrDefault(decision.Requirement))).OfType<MeetingDecision>()],
            NotEntered = state.NotEntered.RemoveAll(decision => others.TryGetValue(decision.Requirement, out var part) && !part.Shows(RequirementFields.Outcome)),
        };
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(DecisionMeeting))]
[JsonSerializable(typeof(MeetingEvent))]
internal sealed partial class MeetingJsonContext : JsonSerializerContext;
