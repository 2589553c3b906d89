using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClientTracking.Samples.Input;
using ClientTracking.Time;

namespace ClientTracking.Samples.Try;

/// <summary>Answers requests line by line; a bad line gets an error for its answer, and the rest goes on.</summary>
/// <param name="calendar">The calendar the company counts on.</param>
internal sealed class TryOut(WorkCalendar calendar)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Requests _requests = new(calendar);

    public void Run(Stream input, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var writer = new Utf8JsonWriter(buffer, Options);
        foreach (var (_, line) in JsonLines.Read(input))
        {
            Answer(line, writer, buffer);
            buffer.Write("\n"u8);
            if (buffer.WrittenCount < 1 << 15) continue;
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }

    private void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer)
    {
        JsonElement? id = null;
        try
        {
            using var document = JsonLines.Parse(line);
            var root = document.RootElement;
            if (root.TryGetProperty("id", out var given)) id = given.Clone();
            var asked = _requests.Of(root);
            // The answer is worked out before anything of it is written, so that an error is an answer of its own.
            var write = asked.Answer(new Fields(root));
            Write(writer, buffer, id, write);
        }
        catch (InputException e)
        {
            Write(writer, buffer, id, json =>
            {
                json.WriteStartObject("error");
                json.WriteString("code", e.Code);
                json.WriteString("message", e.Message);
                json.WriteString("path", e.Path);
                json.WriteEndObject();
            });
        }
    }

    private static void Write(Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer, JsonElement? id, Action<Utf8JsonWriter> body)
    {
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (id is { } given) given.WriteTo(writer);
        else writer.WriteNullValue();
        body(writer);
        writer.WriteEndObject();
        writer.Flush();
    }
}
