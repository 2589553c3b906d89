using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace ClientTracking.Confidentiality;

/// <summary>The keys of <see cref="AesGcmContentProtector"/>: the present one encrypts, former ones only decrypt.</summary>
/// <remarks>
/// To rotate, put a new key in front, encrypt anew what needs it, then drop the old key.
/// Nonces are random: one key is good for 2^32 encryptions, after which it must be rotated.
/// </remarks>
public sealed class ContentKeys
{
    private readonly FrozenDictionary<string, byte[]> _byId;

    /// <summary>Takes the present key and the former ones.</summary>
    /// <exception cref="ArgumentException">An id is blank, longer than 64 bytes or twice there, or a key has not 32 bytes.</exception>
    public ContentKeys(ContentKey present, params ImmutableArray<ContentKey> former)
    {
        ArgumentNullException.ThrowIfNull(present);
        Present = present;
        _byId = former.Insert(0, present).ToFrozenDictionary(key => key.Id, key => key.Secret, StringComparer.Ordinal);
    }

    internal ContentKey Present { get; }

    internal byte[]? Find(string id) => _byId.GetValueOrDefault(id);
}

/// <summary>An AES-256 key with the id kept beside what it encrypted.</summary>
public sealed class ContentKey
{
    /// <summary>Takes a key.</summary>
    /// <param name="id">Its name: 1 to 64 bytes of UTF-8.</param>
    /// <param name="secret">32 bytes.</param>
    /// <exception cref="ArgumentException">The id is blank or too long, or the secret has another length.</exception>
    public ContentKey(string id, ReadOnlySpan<byte> secret)
    {
        Id = TextCheck.Identifier(id, 64);
        if (Encoding.UTF8.GetByteCount(id) > 64) throw new ArgumentException("At most 64 bytes of UTF-8.", nameof(id));
        if (secret.Length != 32) throw new ArgumentException("AES-256 takes 32 bytes.", nameof(secret));
        Secret = secret.ToArray();
    }

    /// <summary>The name of the key.</summary>
    public string Id { get; }

    internal byte[] Secret { get; }
}
