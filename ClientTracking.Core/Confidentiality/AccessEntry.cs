namespace ClientTracking.Confidentiality;

/// <summary>
/// One line of a subject's access log (知悉日志, CL-11), chained to the one before. Made by <see cref="AccessLog.Append"/> only; never changed.
/// </summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Sequence">The place in the subject's log, from 1; unique, so that two writers cannot fork the chain.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Previous">The digest of the entry before; of the first one, that of tenant and subject.</param>
/// <param name="KeyId">The id of the host's key the entry is signed with; null where the host gives none.</param>
/// <param name="Digest">The digest of everything above.</param>
/// <param name="Mac">The HMAC-SHA256 of the digest under the host's key; null with <paramref name="KeyId"/>.</param>
public sealed record AccessEntry(
    TenantId Tenant, SubjectId Subject, long Sequence, LoggedDecision Decision, LogDigest Previous, string? KeyId, LogDigest Digest, LogDigest? Mac)
{
    /// <summary>The head of the log that ends with this entry.</summary>
    public LogHead Head => new(Sequence, Digest);
}
