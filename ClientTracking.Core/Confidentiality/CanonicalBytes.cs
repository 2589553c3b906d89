using System.Buffers;
using System.Buffers.Binary;

namespace ClientTracking.Confidentiality;

/// <summary>
/// Writes values so that different values never give the same bytes: every text has its length in front, every optional one a byte that says
/// whether it is there.
/// </summary>
internal sealed class CanonicalBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    /// <summary>Begins with what the bytes are for, so that bytes made for one purpose never pass for another.</summary>
    internal CanonicalBytes(string purpose) => Add(purpose);

    internal ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>
    /// Every UTF-16 unit as it is: no encoder that would take two ill-formed texts for the same one, or refuse what a tamperer wrote.
    /// </summary>
    internal CanonicalBytes Add(string text)
    {
        var bytes = _bytes.GetSpan(4 + 2 * text.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes, text.Length);
        for (var i = 0; i < text.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes[(4 + 2 * i)..], text[i]);
        _bytes.Advance(4 + 2 * text.Length);
        return this;
    }

    internal CanonicalBytes AddOptional(string? text) => text is null ? Add((byte)0) : Add((byte)1).Add(text);

    internal CanonicalBytes Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), number);
        _bytes.Advance(8);
        return this;
    }

    internal CanonicalBytes Add(Guid id)
    {
        id.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out var written);
        _bytes.Advance(written);
        return this;
    }

    internal CanonicalBytes Add(byte one)
    {
        _bytes.GetSpan(1)[0] = one;
        _bytes.Advance(1);
        return this;
    }
}
