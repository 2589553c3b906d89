using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <summary>What is particular about the secrecy of one kind of record; what it does not say is as for every kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rule">The rule that says so, named where the kind's own handlers or minimum rank open a record.</param>
public sealed record KindSecrecy(SubjectKind Kind, RuleId Rule)
{
    /// <summary>What the records are in the words of CL-02; the highest default of all of them is that of the kind.</summary>
    public ImmutableArray<string> Categories { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The lowest rank that reads without permission, in the record's department or over the company (PT-09); none: no rank does.</summary>
    public Rank? MinimumRank { get; init; }

    /// <summary>The roles that handle the records under the duty of secrecy (PT-09).</summary>
    public ImmutableArray<Role> HandlerRoles { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Levels at which the kind has its own rule instead of the general one.</summary>
    public ImmutableArray<LevelRule> Levels { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Fields that have a level of their own, by the name registers and reports use.</summary>
    public ImmutableDictionary<string, ConfidentialityLevel> Fields { get; init; } = ImmutableDictionary<string, ConfidentialityLevel>.Empty;

    /// <summary>Fields that belong to the header, shown to who sees no more than that.</summary>
    public ImmutableArray<string> HeaderFields { get => field.IsDefault ? [] : field; init; } = [];
}
