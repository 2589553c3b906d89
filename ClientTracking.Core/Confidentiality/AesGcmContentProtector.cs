using System.Security.Cryptography;
using System.Text;
using ClientTracking.Errors;

namespace ClientTracking.Confidentiality;

/// <summary>Protects content with AES-256-GCM. Form: version (1 byte), length of the key id (1), key id, nonce (12), tag (16), ciphertext.</summary>
/// <param name="keys">The keys.</param>
public sealed class AesGcmContentProtector(ContentKeys keys) : IContentProtector
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <inheritdoc/>
    public byte[] Protect(ReadOnlySpan<byte> content, ContentBinding binding)
    {
        var id = Encoding.UTF8.GetBytes(keys.Present.Id);
        var whole = new byte[2 + id.Length + NonceLength + TagLength + content.Length];
        (whole[0], whole[1]) = (Version, (byte)id.Length);
        id.CopyTo(whole.AsSpan(2));
        var nonce = whole.AsSpan(2 + id.Length, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Present.Secret, TagLength);
        var tag = whole.AsSpan(2 + id.Length + NonceLength, TagLength);
        aes.Encrypt(nonce, content, whole.AsSpan(whole.Length - content.Length), tag, BoundTo(keys.Present.Id, binding));
        return whole;
    }

    /// <inheritdoc/>
    public byte[] Unprotect(ReadOnlySpan<byte> protectedContent, ContentBinding binding)
    {
        var id = KeyIdOf(protectedContent, out var rest);
        var secret = keys.Find(id) ?? throw new ContentProtectionException("protection.key-missing", id);
        var content = new byte[rest.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(secret, TagLength);
            var tag = rest.Slice(NonceLength, TagLength);
            aes.Decrypt(rest[..NonceLength], rest[(NonceLength + TagLength)..], tag, content, BoundTo(id, binding));
            return content;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new ContentProtectionException("protection.tampered", e);
        }
    }

    /// <inheritdoc/>
    public bool NeedsRotation(ReadOnlySpan<byte> protectedContent) => KeyIdOf(protectedContent, out _) != keys.Present.Id;

    private static string KeyIdOf(ReadOnlySpan<byte> whole, out ReadOnlySpan<byte> rest)
    {
        if (whole.Length < 2 || whole[0] != Version || whole.Length < 2 + whole[1] + NonceLength + TagLength)
            throw new ContentProtectionException("protection.tampered");
        rest = whole[(2 + whole[1])..];
        return Encoding.UTF8.GetString(whole.Slice(2, whole[1]));
    }

    private static ReadOnlySpan<byte> BoundTo(string keyId, ContentBinding binding) => new CanonicalBytes("ClientTracking.Content.1")
        .Add(keyId).Add(binding.Tenant.Value).Add(binding.Subject.Value).Add(binding.Field ?? "").Bytes;
}
