using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>The identity of a subject, given when it is born and never changed; its number, if it gets one, comes later.</summary>
/// <param name="Value">A UUID; ordered by creation where the host's generator makes version 7.</param>
[JsonConverter(typeof(SubjectIdJsonConverter))]
public readonly record struct SubjectId(Guid Value)
{
    /// <summary>The UUID in its hyphenated form.</summary>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Reads and writes a <see cref="SubjectId"/> as a JSON string.</summary>
public sealed class SubjectIdJsonConverter : JsonConverter<SubjectId>
{
    /// <inheritdoc/>
    public override SubjectId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SubjectId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
