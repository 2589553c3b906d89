using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>What the engine must know of a kind, whatever its state.</summary>
public abstract partial class KindDefinition
{
    private protected KindDefinition(SubjectKind kind, string regulation) => (Kind, Regulation) = (kind, regulation);

    /// <summary>The name of the kind.</summary>
    public SubjectKind Kind { get; }

    /// <summary>The name of the regulation that governs it.</summary>
    public string Regulation { get; }

    /// <summary>The type of its state.</summary>
    public abstract Type StateType { get; }

    /// <summary>The version of the form in which it writes states and events; a kind that changes the form counts it up and says how the older is read.</summary>
    public virtual int SchemaVersion => 1;
}

/// <summary>A kind of subject: how its state and events are stored, indexed and rebuilt.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
/// <param name="kind">The name of the kind.</param>
/// <param name="regulation">The name of the regulation that governs it.</param>
/// <param name="stateJson">How the state is written, made with <see cref="SubjectJson.CreateOptions"/>.</param>
/// <param name="eventJson">How the events are written: the type info of their common base with a discriminator each.</param>
public abstract partial class KindDefinition<TState>(SubjectKind kind, string regulation, JsonTypeInfo<TState> stateJson, JsonTypeInfo eventJson)
    : KindDefinition(kind, regulation)
    where TState : class
{
    /// <inheritdoc/>
    public sealed override Type StateType => typeof(TState);

    /// <summary>What stores index of a state.</summary>
    public abstract SearchFields Index(TState state);

    /// <summary>What a new subject is in the words of CL-02, besides what its kind is; the highest default of all of them is its level.</summary>
    public virtual ImmutableArray<string> CategoriesOf(TState state) => [];

    /// <summary>Who holds a role on this very subject; by default nobody is named.</summary>
    public virtual Holder HolderOf(Role role, TState state) => default;

    /// <summary>Brings a stored state from a version to the next one. Pure; never changed once released.</summary>
    /// <param name="state">The state, which may be changed in place.</param>
    /// <param name="from">The version it has.</param>
    protected virtual JsonObject UpcastState(JsonObject state, int from) => state;

    /// <summary>Brings a stored event from a version to the next one; its name is the property <c>$type</c>. Pure; never changed once released.</summary>
    /// <param name="happened">The event, which may be changed in place.</param>
    /// <param name="from">The version it has.</param>
    protected virtual JsonObject UpcastEvent(JsonObject happened, int from) => happened;

    /// <summary>The typed view of a stored record.</summary>
    /// <exception cref="NotSupportedException">The state was written by a later version of the program.</exception>
    public Subject<TState> Read(SubjectRecord record) =>
        new(record, (TState?)ReadJson(record.State, record.SchemaVersion, stateJson, UpcastState) ?? throw new JsonException($"The state of {record.Id} is null."));

    /// <summary>The typed view of what a store found; null when it found nothing, or a subject of another kind.</summary>
    public Subject<TState>? ReadOrNull(SubjectRecord? record) => record is null || record.Kind != Kind ? null : Read(record);

    /// <summary>The event of a journal entry; none where the engine itself acted.</summary>
    /// <exception cref="NotSupportedException">The event was written by a later version of the program.</exception>
    public ISubjectEvent<TState>? ReadEvent(JournalEntry entry) =>
        entry.Event is null ? null : (ISubjectEvent<TState>?)ReadJson(entry.Event, entry.SchemaVersion ?? 1, eventJson, UpcastEvent);

    /// <summary>An event as its journal entry keeps it.</summary>
    public string WriteEvent(ISubjectEvent<TState> happened) => JsonSerializer.Serialize(happened, eventJson);

    /// <summary>The record after one more entry.</summary>
    /// <param name="before">The record so far: for a new subject its identity alone, at version 0.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="after">The state after it.</param>
    public SubjectRecord Append(SubjectRecord before, JournalEntry entry, TState after) =>
        before.After(Stamped(entry), JsonSerializer.Serialize(after, stateJson), Index(after)) with { SchemaVersion = SchemaVersion };

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
        return new(rebuilt with { State = JsonSerializer.Serialize(state!, stateJson), Search = Index(state!), SchemaVersion = SchemaVersion }, state!);
    }

    private JournalEntry Stamped(JournalEntry entry) =>
        SchemaVersion == 1 || entry.Event is null ? entry : entry with { SchemaVersion = SchemaVersion };

    private object? ReadJson(string json, int version, JsonTypeInfo type, Func<JsonObject, int, JsonObject> upcast)
    {
        if (version == SchemaVersion) return JsonSerializer.Deserialize(json, type);
        if (version > SchemaVersion)
            throw new NotSupportedException($"A {Kind} in the form {version} was written by a later version of the program; this one reads up to {SchemaVersion}.");
        var older = JsonNode.Parse(json)!.AsObject();
        for (var from = version; from < SchemaVersion; from++) older = upcast(older, from);
        return older.Deserialize(type);
    }
}
