namespace ClientTracking.Storage.Mongo;

/// <summary>What a store does about its indexes before the first use. Without the unique ones nothing is safe, so there is no way to skip them.</summary>
public enum IndexMode
{
    /// <summary>Creates those that are missing.</summary>
    Ensure,

    /// <summary>Creates none and refuses to work when one is missing or differs, for hosts whose account must not create indexes.</summary>
    Verify,
}
