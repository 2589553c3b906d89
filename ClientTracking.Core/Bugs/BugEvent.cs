using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ClientTracking.Obligations;
using ClientTracking.Subjects;

namespace ClientTracking.Bugs;

/// <summary>Something that happened to a bug.</summary>
[JsonDerivedType(typeof(BugReported), "bug.reported")]
[JsonDerivedType(typeof(BugReproduced), "bug.reproduced")]
[JsonDerivedType(typeof(BugNotReproduced), "bug.not-reproducible")]
[JsonDerivedType(typeof(BugRecorded), "bug.recorded")]
[JsonDerivedType(typeof(BugFixed), "bug.fixed")]
[JsonDerivedType(typeof(BugFixVerified), "bug.verified")]
[JsonDerivedType(typeof(BugReporterTold), "bug.reporter-told")]
[JsonDerivedType(typeof(BugUserTold), "bug.user-told")]
[JsonDerivedType(typeof(BugLinked), "bug.became-requirement")]
public abstract record BugEvent : ISubjectEvent<Bug>
{
    private protected BugEvent()
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
    public virtual ImmutableArray<Role> Tells => [];

    /// <inheritdoc/>
    public abstract Bug Apply(Bug? before);
}

/// <summary>An event of a bug that exists already.</summary>
public abstract record BugChange : BugEvent
{
    private protected BugChange()
    {
    }

    /// <inheritdoc/>
    public sealed override Bug Apply(Bug? before) => Change(before ?? throw new ArgumentNullException(nameof(before)));

    private protected abstract Bug Change(Bug before);
}
