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

    /// <summary>
    /// Set where what is stored already is written anew (ErasePerson, encryption): the commit then also replaces the former entries of the journal by
    /// those of <see cref="After"/>; it brings no number. Null: what is stored stays, and the journal only grows.
    /// </summary>
    public Rewriting? Rewrites { get; init; }

    /// <summary>The journal entries the commit adds.</summary>
    public IEnumerable<JournalEntry> NewEntries => After.Journal.Skip(Before?.Journal.Length ?? 0);
}

/// <summary>What a commit writes anew besides the record, in the same atomic write and fenced by the same version.</summary>
/// <param name="Notices">
/// The notices in the place of those with the same key; of each its last failure is dropped, as it may quote. One that the store has no more is passed over.
/// </param>
/// <param name="Claims">The claims that get another key; the former one is gone, as if it had never been held.</param>
public sealed record Rewriting(ImmutableArray<Notice> Notices, ImmutableArray<(Claim From, Claim To)> Claims);
