using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientTracking;

/// <summary>A value that is one checked text, such as a person's id; stored and compared as that text, ordinally.</summary>
public interface ITextValue<TSelf> where TSelf : struct, ITextValue<TSelf>
{
    /// <summary>The text; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Checks the text and makes the value.</summary>
    /// <exception cref="ArgumentException">The text is empty, too long, or has a character the value does not allow.</exception>
    static abstract TSelf Create(string value);
}

/// <summary>Reads and writes a <see cref="ITextValue{TSelf}"/> as a JSON string.</summary>
public sealed class TextValueJsonConverter<T> : JsonConverter<T> where T : struct, ITextValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return T.Create(reader.GetString() ?? "");
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
