namespace ClientTracking.Storage.Conformance;

/// <summary>Where a commit is made to fail.</summary>
public enum CommitFailure
{
    /// <summary>Nothing has been sent to the database yet.</summary>
    BeforeAnything,

    /// <summary>A part has been sent to the database, not all of it.</summary>
    InTheMiddle,

    /// <summary>Everything is written, but the answer is lost: the caller sees <see cref="Errors.StorageUnavailableException"/>.</summary>
    AfterEverything,
}
