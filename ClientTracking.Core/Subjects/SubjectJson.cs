using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientTracking.Deadlines;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Subjects;

/// <summary>How states, events and journals are written as JSON; a kind's source-generated context is made with these options.</summary>
public static class SubjectJson
{
    /// <summary>Fresh options: camelCase, absent instead of null, instants in UTC to the millisecond, readable Chinese, properties in any order.</summary>
    public static JsonSerializerOptions CreateOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        Converters =
        {
            new NotatedJsonConverter<Instant>(InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'").Format, Read(InstantPattern.ExtendedIso)),
            new NotatedJsonConverter<LocalDate>(LocalDatePattern.Iso.Format, Read(LocalDatePattern.Iso)),
            new NotatedJsonConverter<Duration>(DurationPattern.JsonRoundtrip.Format, Read(DurationPattern.JsonRoundtrip)),
            new NotatedJsonConverter<YearMonth>(YearMonthPattern.Iso.Format, Read(YearMonthPattern.Iso)),
            new NotatedJsonConverter<DeadlineRule>(rule => rule.ToString(), DeadlineRule.Parse),
        },
    };

    private static Func<string, T> Read<T>(IPattern<T> pattern) => text => pattern.Parse(text).GetValueOrThrow();

    /// <summary>A value written as a JSON string in its own notation.</summary>
    private sealed class NotatedJsonConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
