namespace ClientTracking.Storage.Mongo;

/// <summary>The steps between which a process may die; tests make it die there.</summary>
internal enum WriteStep
{
    /// <summary>A session holds the scope of a gap-free serial, and has no serial yet.</summary>
    ScopeHeld,

    /// <summary>A session has taken a gap-free serial.</summary>
    SerialTaken,

    /// <summary>A serial of a scope that allows gaps is counted, and its line is not yet where it stays.</summary>
    SerialCounted,

    /// <summary>A commit begins; nothing was sent.</summary>
    CommitBegins,

    /// <summary>A commit has looked at everything it depends on, and the one write is next.</summary>
    CommitChecked,

    /// <summary>The subject is written; the counter does not know it yet.</summary>
    SubjectWritten,

    /// <summary>Everything is written, and the caller has no answer yet.</summary>
    CommitEnds,
}
