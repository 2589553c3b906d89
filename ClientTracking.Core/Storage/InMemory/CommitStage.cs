namespace ClientTracking.Storage.InMemory;

/// <summary>How far a commit has come.</summary>
internal enum CommitStage
{
    /// <summary>Nothing is looked at yet.</summary>
    Beginning,

    /// <summary>The subjects are checked and changed, the notices are not, and nobody can see any of it.</summary>
    Middle,

    /// <summary>Everybody can see everything, but the caller has no answer yet.</summary>
    End,
}
