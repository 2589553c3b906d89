using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Numbering;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>Something that is followed up (跟踪对象): its stored record together with the typed state of its kind. Immutable.</summary>
/// <param name="Record">What the store keeps.</param>
/// <param name="State">The state of the kind.</param>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public sealed record Subject<TState>(SubjectRecord Record, TState State) where TState : class
{
    /// <summary>The identity.</summary>
    public SubjectId Id => Record.Id;

    /// <summary>The number, once it has one.</summary>
    public DocumentNumber? Number => Record.Number;

    /// <summary>Which of its fields who asked is shown (CL-12); null: all of them. What is not shown is masked or absent in the state.</summary>
    public Redaction? Redaction => Record.Redaction;

    /// <summary>What is or was owed on it, in the order of opening.</summary>
    public ImmutableArray<Obligation> Obligations => Record.Obligations;

    /// <summary>What happened to it, in the order of entering.</summary>
    public ImmutableArray<JournalEntry> Journal => Record.Journal;
}
