using System.Security.Cryptography;

namespace ClientTracking.Confidentiality;

/// <summary>A key of the host's with which log entries are signed (HMAC-SHA256); it must not lie where the log lies.</summary>
public sealed class LogKey
{
    private readonly byte[] _secret;

    /// <summary>Takes a key.</summary>
    /// <param name="id">Its name, kept in every entry; 1 to 64 characters.</param>
    /// <param name="secret">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The id is blank or too long, or the secret too short.</exception>
    public LogKey(string id, ReadOnlySpan<byte> secret)
    {
        Id = TextCheck.Identifier(id, 64);
        if (secret.Length < 32) throw new ArgumentException("At least 32 bytes.", nameof(secret));
        _secret = secret.ToArray();
    }

    /// <summary>The name of the key.</summary>
    public string Id { get; }

    internal LogDigest Sign(ReadOnlySpan<byte> bytes) => new(HMACSHA256.HashData(_secret, bytes));
}
