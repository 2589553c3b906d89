namespace ClientTracking.Errors;

/// <summary>The store could not carry out the work; nothing is half-written. Repeating with the same command id is safe.</summary>
public sealed class StorageUnavailableException : ClientTrackingException
{
    /// <summary>Wraps the store's own exception.</summary>
    public StorageUnavailableException(Exception inner)
        : base("storage.unavailable", [inner?.Message ?? ""], inner)
    {
    }
}
