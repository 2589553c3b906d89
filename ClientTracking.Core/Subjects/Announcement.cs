using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>A notice about another subject than the one something happened to: a requirement of which a plan says that it will be late, say.</summary>
/// <param name="Key">What tells it from the other announcements of the same event.</param>
/// <param name="Name">The name of the notice.</param>
/// <param name="Subject">The subject it is about.</param>
/// <param name="Kind">The kind of that subject.</param>
/// <param name="Number">Its number, if it has one.</param>
public sealed record Announcement(string Key, string Name, SubjectId Subject, SubjectKind Kind, string? Number)
{
    /// <summary>The rule of what is owed on it.</summary>
    public RuleId? Rule { get; init; }

    /// <summary>The role that is told.</summary>
    public Role? Role { get; init; }

    /// <summary>Until when it is owed.</summary>
    public Instant? Due { get; init; }

    /// <summary>When it will be done as planned now.</summary>
    public Instant? Forecast { get; init; }
}
