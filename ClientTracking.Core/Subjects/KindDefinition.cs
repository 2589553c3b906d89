using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>What the engine must know of a kind, whatever its state.</summary>
public abstract class KindDefinition
{
    private protected KindDefinition(SubjectKind kind, string regulation) => (Kind, Regulation) = (kind, regulation);

    /// <summary>The name of the kind.</summary>
    public SubjectKind Kind { get; }

    /// <summary>The name of the regulation that governs it.</summary>
    public string Regulation { get; }

    /// <summary>The type of its state.</summary>
    public abstract Type StateType { get; }
}

/// <summary>A kind of subject: how its state and events are stored, indexed and rebuilt.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <param name="kind">The name of the kind.</param>
/// <param name="regulation">The name of the regulation that governs it.</param>
/// <param name="stateJson">How the state is written, made with <see cref="SubjectJson.CreateOptions"/>.</param>
/// <param name="eventJson">How the events are written: the type info of their common base with a discriminator each.</param>
public abstract class KindDefinition<TState>(SubjectKind kind, string regulation, JsonTypeInfo<TState> stateJson, JsonTypeInfo eventJson)
    : KindDefinition(kind, regulation)
    where TState : class
{
    /// <inheritdoc/>
    public sealed override Type StateType => typeof(TState);

    /// <summary>What stores index of a state.</summary>
    public abstract SearchFields Index(TState state);

    /// <summary>Who holds a role on this very subject; by default nobody is named.</summary>
    public virtual Holder HolderOf(Role role, TState state) => default;

    /// <summary>The typed view of a stored record.</summary>
    public Subject<TState> Read(SubjectRecord record) =>
        new(record, JsonSerializer.Deserialize(record.State, stateJson) ?? throw new JsonException($"The state of {record.Id} is null."));

    /// <summary>The typed view of what a store found; null when it found nothing, or a subject of another kind.</summary>
    public Subject<TState>? ReadOrNull(SubjectRecord? record) => record is null || record.Kind != Kind ? null : Read(record);

    /// <summary>The event of a journal entry; none where the engine itself acted.</summary>
    public ISubjectEvent<TState>? ReadEvent(JournalEntry entry) =>
        entry.Event is null ? null : (ISubjectEvent<TState>?)JsonSerializer.Deserialize(entry.Event, eventJson);

    /// <summary>An event as its journal entry keeps it.</summary>
    public string WriteEvent(ISubjectEvent<TState> happened) => JsonSerializer.Serialize(happened, eventJson);

    /// <summary>The record after one more entry.</summary>
    /// <param name="before">The record so far: for a new subject its identity alone, at version 0.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="after">The state after it.</param>
    public SubjectRecord Append(SubjectRecord before, JournalEntry entry, TState after) =>
        before.After(entry, JsonSerializer.Serialize(after, stateJson), Index(after));

    /// <summary>Rebuilds the subject as it was after an entry, from the journal alone.</summary>
    /// <param name="record">The record whose journal is read; its state is not.</param>
    /// <param name="sequence">The last entry to apply.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry, or no event brings the subject to life by then.</exception>
    public Subject<TState> Replay(SubjectRecord record, long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, record.Version);
        TState? state = null;
        var rebuilt = record.AsOf(sequence);
        foreach (var entry in rebuilt.Journal)
            state = ReadEvent(entry)?.Apply(state) ?? state ?? throw new ArgumentOutOfRangeException(nameof(sequence), "The journal does not begin with an event.");
        return new(rebuilt with { State = JsonSerializer.Serialize(state!, stateJson), Search = Index(state!) }, state!);
    }
}
