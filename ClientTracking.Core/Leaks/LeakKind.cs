using System.Text.Json.Serialization;
using ClientTracking.Confidentiality;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Leaks;

/// <summary>The kind <c>leak-incident</c>: how leaks are stored and indexed. Concerned are who discovered, reported or contained one.</summary>
public sealed class LeakKind : KindDefinition<LeakIncident>
{
    internal static readonly SubjectKind Name = new("leak-incident");
    private static readonly LeakJsonContext Json = new(SubjectJson.CreateOptions());

    private LeakKind()
        : base(Name, ConfidentialityRegulation.Name, Json.LeakIncident, Json.LeakEvent)
    {
    }

    /// <summary>The kind.</summary>
    public static LeakKind Instance { get; } = new();

    /// <inheritdoc/>
    public override PersonalData Personal { get; } = new(
        PersonalBlock.Id("discoveredBy"), PersonalBlock.Id("reportedBy"), new PersonalBlock("responsible[]", ""), PersonalBlock.Id("containments[].by"),
        PersonalBlock.Id("findings[].person"), PersonalBlock.Id("person"), PersonalBlock.Id("by"));

    /// <inheritdoc/>
    public override SearchFields Index(LeakIncident state) => new(state.Findings.IsEmpty ? "Reported" : "Judged")
    {
        Closed = !state.Findings.IsEmpty,
        Participants = [.. state.Containments.Select(containment => containment.By).Append(state.DiscoveredBy).Append(state.ReportedBy!.Value).Distinct()],
    };

    /// <inheritdoc/>
    public override Holder HolderOf(Role role, LeakIncident state) => role == LeakRoles.Discoverer ? new(state.DiscoveredBy) : default;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeakIncident))]
[JsonSerializable(typeof(LeakEvent))]
internal sealed partial class LeakJsonContext : JsonSerializerContext;
