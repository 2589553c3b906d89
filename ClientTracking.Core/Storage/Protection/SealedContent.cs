using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Storage.Protection;

/// <summary>What of a record, besides its journal, is encrypted as one piece.</summary>
/// <param name="State">The state as JSON.</param>
/// <param name="Obligations">The obligations with the reasons people gave.</param>
internal sealed record SealedContent(string State, ImmutableArray<Obligation> Obligations);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SealedContent))]
internal sealed partial class SealedJson : JsonSerializerContext
{
    internal static SealedJson Stored { get; } = new(SubjectJson.CreateOptions());
}
