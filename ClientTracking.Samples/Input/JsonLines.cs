using System.Text.Json;
using System.Text.Unicode;

namespace ClientTracking.Samples.Input;

/// <summary>Reads JSON Lines (UTF-8, one object a line) line by line, so that a broken line spoils only itself.</summary>
internal static class JsonLines
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The lines that are not blank, with their numbers from 1. The memory is valid until the next line is asked for.</summary>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte> Line)> Read(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        int start = 0, end = 0, number = 0;
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length < 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var read = stream.Read(buffer, end, buffer.Length - end);
                end += read;
                if (read > 0) continue;
                if (end == 0) yield break;
                length = end;
            }
            var line = Trim(buffer.AsMemory(start, length), first: ++number == 1);
            start = Math.Min(start + length + 1, end);
            if (!line.IsEmpty) yield return (number, line);
        }
    }

    /// <summary>The object on a line.</summary>
    /// <exception cref="InputException">The line is not UTF-8 or not one JSON object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span)) throw new InputException("$", "line.utf8", Words.NotUtf8);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line, Strict);
        }
        catch (JsonException e)
        {
            throw new InputException("$", "line.json", Words.NotJson((e.BytePositionInLine ?? 0) + 1));
        }
        if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        throw new InputException("$", "line.object", Words.NotAnObject);
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line, bool first)
    {
        if (first && line.Span.StartsWith("\uFEFF"u8)) line = line[3..];
        var text = line.Span;
        var (from, to) = (text.IndexOfAnyExcept(" \t\r"u8), text.LastIndexOfAnyExcept(" \t\r"u8));
        return from < 0 ? default : line[from..(to + 1)];
    }
}
