using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MongoDB.Bson;
using NodaTime.Text;

namespace ClientTracking.Storage.Mongo;

/// <summary>JSON as real BSON, so that a host can query and index a state, and back without loss.</summary>
/// <remarks>
/// Whole numbers become int64, all others decimal128: binary floating point would change them. Names that MongoDB gives a meaning (a dot, a
/// leading dollar sign) or cannot hold (NUL, the empty name) are escaped with a percent sign.
/// </remarks>
internal static class BsonJson
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static BsonValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value(document.RootElement);
    }

    /// <summary>An object whose named members, where present, are instants: they become dates.</summary>
    internal static BsonDocument Parse(string json, params ReadOnlySpan<string> instants)
    {
        var document = Parse(json).AsBsonDocument;
        foreach (var name in instants)
            if (document.TryGetValue(name, out var value))
                document[name] = Bson.Of(InstantPattern.ExtendedIso.Parse(value.AsString).GetValueOrThrow());
        return document;
    }

    internal static string Write(BsonValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static BsonValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json),
        JsonValueKind.Array => new BsonArray(json.EnumerateArray().Select(Value)),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json.GetRawText()),
        JsonValueKind.True => BsonBoolean.True,
        JsonValueKind.False => BsonBoolean.False,
        _ => BsonNull.Value,
    };

    private static BsonDocument Object(JsonElement json)
    {
        var document = new BsonDocument();
        foreach (var member in json.EnumerateObject()) document[Escape(member.Name)] = Value(member.Value);
        return document;
    }

    private static BsonValue Number(string text)
    {
        if (text != "-0" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        return Decimal128.TryParse(text, out var exact) && !Decimal128.IsInfinity(exact)
            ? exact
            : throw new NotSupportedException($"A state cannot have the number {text}: MongoDB keeps 34 digits.");
    }

    private static void Write(Utf8JsonWriter writer, BsonValue value)
    {
        switch (value.BsonType)
        {
            case BsonType.Document:
                writer.WriteStartObject();
                foreach (var element in value.AsBsonDocument)
                {
                    writer.WritePropertyName(Unescape(element.Name));
                    Write(writer, element.Value);
                }
                writer.WriteEndObject();
                break;
            case BsonType.Array:
                writer.WriteStartArray();
                foreach (var element in value.AsBsonArray) Write(writer, element);
                writer.WriteEndArray();
                break;
            case BsonType.String: writer.WriteStringValue(value.AsString); break;
            case BsonType.Int32 or BsonType.Int64: writer.WriteNumberValue(value.ToInt64()); break;
            case BsonType.Decimal128: writer.WriteRawValue(value.AsDecimal128.ToString()); break;
            case BsonType.Boolean: writer.WriteBooleanValue(value.AsBoolean); break;
            case BsonType.DateTime: writer.WriteStringValue(Pattern.Format(Bson.Instant(value))); break;
            case BsonType.Null: writer.WriteNullValue(); break;
            default: throw new JsonException($"A stored document has a {value.BsonType}, which this store never writes.");
        }
    }

    private static string Escape(string name)
    {
        if (name.Length == 0) return "%";
        var escaped = name.Replace("%", "%25", StringComparison.Ordinal).Replace(".", "%2E", StringComparison.Ordinal).Replace("\0", "%00", StringComparison.Ordinal);
        return escaped[0] == '$' ? $"%24{escaped[1..]}" : escaped;
    }

    private static string Unescape(string name)
    {
        if (!name.Contains('%', StringComparison.Ordinal)) return name;
        if (name.Length == 1) return "";
        // The percent sign comes last: what it escapes must not be taken for an escape.
        return name.Replace("%24", "$", StringComparison.Ordinal).Replace("%00", "\0", StringComparison.Ordinal)
            .Replace("%2E", ".", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
    }
}
