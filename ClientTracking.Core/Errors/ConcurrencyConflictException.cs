namespace ClientTracking.Errors;

/// <summary>Someone else changed the same thing first; nothing was written. Reading again and repeating is safe.</summary>
public sealed class ConcurrencyConflictException : ClientTrackingException
{
    /// <summary>Creates the error for the thing that was changed by someone else.</summary>
    public ConcurrencyConflictException(string what, Exception? inner = null)
        : base("storage.conflict", [what], inner)
    {
    }
}
