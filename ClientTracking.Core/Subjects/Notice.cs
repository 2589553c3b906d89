using NodaTime;

namespace ClientTracking.Subjects;

/// <summary>What a host is told (通知) so that it can tell people: something happened on a subject or to an obligation on it.</summary>
/// <remarks>Delivered at least once; <see cref="Key"/> tells a repetition. It names, it does not quote: what a reader may see is asked by query.</remarks>
public sealed record Notice
{
    /// <summary>What the notice is, once and for all; the same key is the same notice.</summary>
    public required string Key { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The subject.</summary>
    public required SubjectId Subject { get; init; }

    /// <summary>Its kind.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>Its number, if it has one.</summary>
    public string? Number { get; init; }

    /// <summary>What happened: the event's name, or <c>obligation.opened</c>, <c>obligation.fulfilled</c> and so on.</summary>
    public required string Name { get; init; }

    /// <summary>When it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>The obligation within the subject, where it is about one.</summary>
    public int? Obligation { get; init; }

    /// <summary>The rule of that obligation.</summary>
    public RuleId? Rule { get; init; }

    /// <summary>The role it concerns.</summary>
    public Role? Role { get; init; }

    /// <summary>The person it concerns, where one is named.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Until when that obligation is owed.</summary>
    public Instant? Due { get; init; }

    /// <summary>When it will be done as planned now, where that is later (RF-57).</summary>
    public Instant? Forecast { get; init; }

    /// <summary>The level of a reminder (negative), of the word that it is overdue (0), or of an escalation (positive).</summary>
    public int? Level { get; init; }

    /// <summary>Whether a commit of this subject brought it, be it about that subject or about another.</summary>
    public bool IsBroughtBy(SubjectId subject) => Key.StartsWith($"{subject}/", StringComparison.Ordinal);
}
