using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;

namespace ClientTracking.Subjects;

/// <summary>What every event of the engine's own kinds has, none of which is stored with it: the type says it.</summary>
/// <typeparam name="TState">The immutable state of the kind.</typeparam>
public abstract record SubjectEvent<TState> : ISubjectEvent<TState> where TState : class
{
    private protected SubjectEvent()
    {
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public abstract ImmutableArray<Trigger> Triggers { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual string Name => Triggers[0].Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual NumberRequest? Numbering => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual string? Because => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual long? Reverses => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual ImmutableArray<Role> Tells => [];

    /// <inheritdoc/>
    [JsonIgnore]
    public virtual ImmutableArray<Announcement> Announces => [];

    ImmutableArray<Trigger> ISubjectEvent<TState>.Triggers => TakesEffectAs;

    private protected virtual ImmutableArray<Trigger> TakesEffectAs => Triggers;

    /// <inheritdoc/>
    public abstract TState Apply(TState? before);

    private protected static TState Existing(TState? before) => before ?? throw new ArgumentNullException(nameof(before));
}
