using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using ClientTracking.Errors;

namespace ClientTracking.Storage;

/// <summary>The opaque text of <see cref="Page{T}.Next"/>, for stores: the last row's sort key, and the order it is a key of.</summary>
public static class PageCursor
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes the key of the last row of a page.</summary>
    /// <param name="order">The name of the order, so that a cursor of another one is refused; letters only.</param>
    /// <param name="key">The parts of the sort key; any text.</param>
    public static string Write(string order, params ImmutableArray<string> key) =>
        string.Join('.', [order, .. key.Select(part => Base64Url.EncodeToString(Utf8.GetBytes(part)))]);

    /// <summary>Reads a cursor back; null where the query starts at the beginning.</summary>
    /// <param name="after">The text of <see cref="PagedQuery.After"/>.</param>
    /// <param name="order">The name of the query's order.</param>
    /// <param name="parts">How many parts its sort key has.</param>
    /// <param name="read">
    /// Turns the parts into the key; what it cannot read it refuses by <see cref="FormatException"/>, <see cref="OverflowException"/> or
    /// <see cref="ArgumentException"/>.
    /// </param>
    /// <exception cref="InvalidRequestException">The text is no cursor of this order; its fault has the path <c>after</c>.</exception>
    public static T? Read<T>(string? after, string order, int parts, Func<ImmutableArray<string>, T> read) where T : struct
    {
        if (after is null) return null;
        try
        {
            var texts = after.Split('.');
            if (texts.Length != parts + 1 || texts[0] != order) throw new FormatException();
            return read([.. texts.Skip(1).Select(text => Utf8.GetString(Base64Url.DecodeFromChars(text)))]);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidRequestException(new Fault("after", "request.malformed-cursor", after));
        }
    }
}
