using System.Security.Cryptography;
using ClientTracking.Time;

namespace ClientTracking.Confidentiality;

/// <summary>
/// The access log of a subject (CL-11): append-only, each entry chained to the one before by SHA-256. Pure; a store keeps the entries.
/// </summary>
/// <remarks>
/// A store writes an entry and the new head in one commit, with (tenant, subject, sequence) unique and the head compared to the one read:
/// who comes second gets a conflict, reads the head again and appends anew, so that the chain never forks.
/// </remarks>
public static partial class AccessLog
{
    /// <summary>The head of an empty log; bound to tenant and subject, so that the log of another one does not fit.</summary>
    public static LogHead Empty(TenantId tenant, SubjectId subject) =>
        new(0, Digest(new CanonicalBytes("ClientTracking.AccessLog.1.empty").Add(tenant.Value).Add(subject.Value)));

    /// <summary>The next entry.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="head">The head so far, <see cref="Empty"/> at first.</param>
    /// <param name="decision">What was decided; its instant is cut to the millisecond, which is what every store keeps.</param>
    /// <param name="key">The host's key, if it gives one.</param>
    public static AccessEntry Append(TenantId tenant, SubjectId subject, LogHead head, LoggedDecision decision, LogKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var kept = decision with { At = decision.At.CutToMilliseconds() };
        var entry = new AccessEntry(tenant, subject, head.Count + 1, kept, head.Digest, key?.Id, default, null);
        entry = entry with { Digest = DigestOf(entry) };
        return key is null ? entry : entry with { Mac = key.Sign(SignedBytes(entry).Bytes) };
    }

    private static LogDigest DigestOf(AccessEntry entry)
    {
        var decision = entry.Decision;
        return Digest(new CanonicalBytes("ClientTracking.AccessLog.1.entry")
            .Add(entry.Tenant.Value).Add(entry.Subject.Value).Add(entry.Sequence).Add(entry.Previous.Value).AddOptional(entry.KeyId)
            .Add(decision.Person.Value).Add((long)decision.Action).Add(decision.IsAllowed ? (byte)1 : (byte)0)
            .Add(decision.Rule.Value).Add(decision.Code)
            .Add((long)(decision.Level ?? 0)).Add(decision.At.ToUnixTimeMilliseconds()));
    }

    private static CanonicalBytes SignedBytes(AccessEntry entry) => new CanonicalBytes("ClientTracking.AccessLog.1.mac").Add(entry.Digest.Value);

    private static LogDigest Digest(CanonicalBytes bytes) => new(SHA256.HashData(bytes.Bytes));
}
