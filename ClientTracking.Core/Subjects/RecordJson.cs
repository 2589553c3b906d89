using System.Text.Json;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>The JSON form of what all subjects have in common, for stores that keep documents.</summary>
public static class RecordJson
{
    private static readonly RecordJsonContext Context = new(SubjectJson.CreateOptions());

    /// <summary>Writes a record.</summary>
    public static string Write(SubjectRecord record) => JsonSerializer.Serialize(record, Context.SubjectRecord);

    /// <summary>Reads a record.</summary>
    public static SubjectRecord ReadSubject(string json) => Read(json, Context.SubjectRecord);

    /// <summary>Writes a journal entry.</summary>
    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry, Context.JournalEntry);

    /// <summary>Reads a journal entry.</summary>
    public static JournalEntry ReadEntry(string json) => Read(json, Context.JournalEntry);

    /// <summary>Writes an obligation.</summary>
    public static string Write(Obligation obligation) => JsonSerializer.Serialize(obligation, Context.Obligation);

    /// <summary>Reads an obligation.</summary>
    public static Obligation ReadObligation(string json) => Read(json, Context.Obligation);

    /// <summary>Writes search fields.</summary>
    public static string Write(SearchFields search) => JsonSerializer.Serialize(search, Context.SearchFields);

    /// <summary>Reads search fields.</summary>
    public static SearchFields ReadSearch(string json) => Read(json, Context.SearchFields);

    /// <summary>Writes a notice.</summary>
    public static string Write(Notice notice) => JsonSerializer.Serialize(notice, Context.Notice);

    /// <summary>Reads a notice.</summary>
    public static Notice ReadNotice(string json) => Read(json, Context.Notice);

    private static T Read<T>(string json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(SubjectRecord))]
[JsonSerializable(typeof(Notice))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
