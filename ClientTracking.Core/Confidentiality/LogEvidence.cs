using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>What a log is held against when it is verified; the more of it lies out of reach of who can change the log, the more is proved.</summary>
public sealed record LogEvidence
{
    /// <summary>The head kept in the subject: shows a cut tail, unless the head was changed with it.</summary>
    public LogHead? Head { get; init; }

    /// <summary>Heads the host anchored elsewhere: nothing up to them can have been changed, not even by recomputing the whole chain.</summary>
    public ImmutableArray<LogHead> Anchors { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The host's keys, present and former: who has none of them cannot have written an entry.</summary>
    public ImmutableArray<LogKey> Keys { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The first entry that must be signed where keys are given; earlier ones may be from before the host gave a key.</summary>
    public long SignedFrom { get; init; } = 1;
}
