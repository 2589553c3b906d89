namespace ClientTracking.Errors;

/// <summary>Encrypted content cannot be opened: it was changed, belongs to another tenant, subject or field, or its key is not there.</summary>
public sealed class ContentProtectionException : ClientTrackingException
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">The code of the text.</param>
    /// <param name="arguments">What the text is filled with.</param>
    public ContentProtectionException(string code, params object[] arguments)
        : base(code, [.. arguments])
    {
    }

    /// <summary>Wraps what the cipher reported.</summary>
    public ContentProtectionException(string code, Exception inner, params object[] arguments)
        : base(code, [.. arguments], inner)
    {
    }
}
