using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClientTracking.Errors;
using ClientTracking.Samples.Input;

namespace ClientTracking.Samples.Try;

/// <summary>Answers requests line by line; a bad line gets an error for its answer, and the rest goes on.</summary>
internal static class TryOut
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(Stream input, Stream output)
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

    private static void Answer(ReadOnlyMemory<byte> line, Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer)
    {
        JsonElement? id = null;
        try
        {
            using var document = JsonLines.Parse(line);
            var root = document.RootElement;
            if (root.TryGetProperty("id", out var given)) id = given.Clone();
            var asked = Requests.Of(root);
            // The answer is worked out before anything of it is written, so that an error is an answer of its own.
            var write = asked.Answer(new Fields(root));
            Write(writer, buffer, id, write);
        }
        catch (InputException e)
        {
            Fail(e.Code, e.Message, e.Path);
        }
        catch (NotationException e)
        {
            Fail(e.Code, e.Message, Requests.PathOfNotation);
        }
        catch (InvalidRequestException e)
        {
            Fail(e.Faults[0].Code, e.Message, e.Faults[0].Path);
        }
        catch (ArgumentOutOfRangeException e)
        {
            Fail("range", e.Message, "$");
        }

        void Fail(string code, string message, string path) => Write(writer, buffer, id, json =>
        {
            json.WriteStartObject("error");
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteString("path", path);
            json.WriteEndObject();
        });
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
