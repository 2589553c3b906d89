using System.Collections.Immutable;
using ClientTracking.Subjects;

namespace ClientTracking.Storage;

/// <summary>What a commit does to one subject.</summary>
/// <param name="Before">The record as it was read; null for a new subject. Its version must still be the stored one.</param>
/// <param name="After">The record to store; its version is one more.</param>
/// <param name="Notices">The notices that become deliverable with the commit.</param>
public sealed record SubjectChange(SubjectRecord? Before, SubjectRecord After, ImmutableArray<Notice> Notices)
{
    /// <summary>The version the stored subject must have; 0 where there must be none.</summary>
    public long ExpectedVersion => Before?.Version ?? 0;

    /// <summary>The journal entries the commit adds.</summary>
    public IEnumerable<JournalEntry> NewEntries => After.Journal.Skip(Before?.Journal.Length ?? 0);
}
