using System.Buffers.Text;
using System.Text;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;

namespace ClientTracking.Storage.Protection;

/// <summary>Encrypts one JSON text into another, a string, which every store keeps like any JSON.</summary>
internal sealed class TextSeal(IContentProtector protector)
{
    /// <summary>How an encrypted text begins; no state and no event does, because they are objects.</summary>
    private const string Begin = "\"ctp1.";

    internal static bool IsSealed(string? json) => json?.StartsWith(Begin, StringComparison.Ordinal) == true;

    internal string Seal(string json, ContentBinding binding) =>
        $"{Begin}{Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes(json), binding))}\"";

    /// <exception cref="ContentProtectionException">It cannot be opened; the error names the subject, the inner one says why.</exception>
    internal string Open(string sealedJson, ContentBinding binding)
    {
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(Bytes(sealedJson), binding));
        }
        catch (Exception e) when (e is ContentProtectionException or FormatException)
        {
            throw Unreadable(binding.Subject, e);
        }
    }

    /// <summary>Whether it was encrypted under a former key.</summary>
    internal bool IsOutdated(string sealedJson) => protector.NeedsRotation(Bytes(sealedJson));

    internal static ContentProtectionException Unreadable(SubjectId subject, Exception? inner = null) =>
        new("protection.unreadable", inner ?? new ContentProtectionException("protection.tampered"), subject);

    private static byte[] Bytes(string sealedJson) =>
        IsSealed(sealedJson) && sealedJson.Length > Begin.Length && sealedJson[^1] == '"'
            ? Base64Url.DecodeFromChars(sealedJson.AsSpan(Begin.Length..^1))
            : throw new ContentProtectionException("protection.tampered");
}
