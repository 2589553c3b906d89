using System.Text.Json.Serialization;
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
public abstract record BugEvent : SubjectEvent<Bug>
{
    private protected BugEvent()
    {
    }
}

/// <summary>An event of a bug that exists already.</summary>
public abstract record BugChange : BugEvent
{
    private protected BugChange()
    {
    }

    /// <inheritdoc/>
    public sealed override Bug Apply(Bug? before) => Change(Existing(before));

    private protected abstract Bug Change(Bug before);
}
