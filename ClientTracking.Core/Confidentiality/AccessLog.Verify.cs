using System.Collections.Immutable;

namespace ClientTracking.Confidentiality;

/// <content>The check for tampering.</content>
public static partial class AccessLog
{
    /// <summary>Checks a subject's whole log.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="entries">Every entry the store has, in the order of their sequence.</param>
    /// <param name="evidence">What it is held against.</param>
    /// <returns>Every finding; where there is none, what that proves.</returns>
    public static LogVerification Verify(TenantId tenant, SubjectId subject, IEnumerable<AccessEntry> entries, LogEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(evidence);
        var findings = ImmutableArray.CreateBuilder<LogFinding>();
        var digests = new Dictionary<long, LogDigest> { [0] = Empty(tenant, subject).Digest };
        var last = Empty(tenant, subject);
        var count = 0L;
        foreach (var entry in entries)
        {
            count++;
            if (entry.Tenant != tenant || entry.Subject != subject || entry.Sequence <= last.Count)
            {
                findings.Add(new(entry.Sequence, LogFindingKind.Inserted));
                continue;
            }

            if (entry.Sequence > last.Count + 1) findings.Add(new(last.Count + 1, LogFindingKind.Missing));
            if (DigestOf(entry) != entry.Digest) findings.Add(new(entry.Sequence, LogFindingKind.Changed));
            if (entry.Sequence == last.Count + 1 && entry.Previous != last.Digest) findings.Add(new(entry.Sequence, LogFindingKind.Unlinked));
            if (!evidence.Keys.IsEmpty && entry.Sequence >= evidence.SignedFrom && !IsSigned(entry, evidence.Keys))
                findings.Add(new(entry.Sequence, LogFindingKind.Unsigned));
            last = entry.Head;
            digests[entry.Sequence] = entry.Digest;
        }

        if (evidence.Head is { } head)
        {
            Hold(head);
            if (last.Count > head.Count) findings.Add(new(head.Count + 1, LogFindingKind.Inserted));
        }

        foreach (var anchor in evidence.Anchors) Hold(anchor);
        return new(count, findings.ToImmutable(), findings.Count > 0 ? LogProof.None : ProofsOf(evidence));

        void Hold(LogHead known)
        {
            if (known.Count > last.Count) findings.Add(new(last.Count + 1, LogFindingKind.CutTail));
            else if (digests.TryGetValue(known.Count, out var digest) && digest != known.Digest)
                findings.Add(new(known.Count, LogFindingKind.Recomputed));
        }
    }

    private static bool IsSigned(AccessEntry entry, ImmutableArray<LogKey> keys) =>
        entry.Mac is { } mac && keys.FirstOrDefault(key => key.Id == entry.KeyId) is { } key && key.Sign(SignedBytes(entry).Bytes) == mac;

    private static LogProof ProofsOf(LogEvidence evidence) =>
        LogProof.Chain
        | (evidence.Head is null ? 0 : LogProof.Complete)
        | (evidence.Anchors.IsEmpty ? 0 : LogProof.Anchored)
        | (evidence.Keys.IsEmpty ? 0 : LogProof.Signed);
}
