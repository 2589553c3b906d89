using System.Collections.Immutable;
using ClientTracking.Confidentiality;

namespace ClientTracking.Subjects;

/// <summary>What a state may keep of the other subjects it names.</summary>
internal static class Mention
{
    /// <summary>The id of another subject, unless who asks may not know that there is one.</summary>
    public static SubjectId? Known(this ImmutableDictionary<SubjectId, Redaction> others, SubjectId? id) =>
        id is { } other && others.TryGetValue(other, out var part) && part.Visibility == Visibility.Hidden ? null : id;
}
