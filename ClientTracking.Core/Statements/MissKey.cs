using System.Globalization;
using ClientTracking.Obligations;

namespace ClientTracking.Statements;

/// <summary>What a miss is known by: its subject, the obligation on it, and which of its due instants was missed where an extension came too late.</summary>
internal static class MissKey
{
    /// <summary>The first miss of an obligation is named by the obligation alone, so that it keeps its key when a late extension is approved.</summary>
    public static string Of(SubjectId subject, Obligation obligation, int missed = 0) => missed == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{subject}#{obligation.Id}")
        : string.Create(CultureInfo.InvariantCulture, $"{subject}#{obligation.Id}.{missed + 1}");

    /// <summary>The subject a key names; none where it is no key.</summary>
    public static SubjectId? SubjectOf(string key) =>
        key.IndexOf('#', StringComparison.Ordinal) is > 0 and var end && Guid.TryParseExact(key.AsSpan(0, end), "D", out var id) ? new SubjectId(id) : null;
}
