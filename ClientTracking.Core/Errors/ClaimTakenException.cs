namespace ClientTracking.Errors;

/// <summary>A name that belongs to one subject only belongs to another one already; nothing was written.</summary>
public sealed class ClaimTakenException : ClientTrackingException
{
    /// <summary>Creates the error.</summary>
    /// <param name="scope">What kind of name it is.</param>
    /// <param name="key">The name.</param>
    public ClaimTakenException(string scope, string key)
        : base("storage.claim-taken", [scope, key]) => (Scope, Key) = (scope, key);

    /// <summary>What kind of name it is.</summary>
    public string Scope { get; }

    /// <summary>The name.</summary>
    public string Key { get; }
}
