using ClientTracking.Confidentiality;

namespace ClientTracking.Subjects;

/// <summary>One text held on a person.</summary>
/// <param name="Subject">The subject whose record holds it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number, if it has one.</param>
/// <param name="Where">In which part of the record.</param>
/// <param name="Entry">The place in the journal, where it stands there.</param>
/// <param name="Item">Path and text.</param>
public sealed record HeldText(SubjectId Subject, SubjectKind Kind, string? Number, HeldIn Where, long? Entry, PersonalItem Item);

/// <summary>A part of a record.</summary>
public enum HeldIn
{
    /// <summary>The state of the kind.</summary>
    State,

    /// <summary>A line of the journal: who did it, why, and what it did to duties and secrecy.</summary>
    Entry,

    /// <summary>The kind's event of a line of the journal.</summary>
    Event,

    /// <summary>A notice to the host that the store has, delivered or not.</summary>
    Notice,
}
