namespace ClientTracking.Confidentiality;

/// <summary>
/// The head of a subject's access log: how many entries there are and the digest of the last. It is kept in the subject and offered to the host
/// to anchor elsewhere.
/// </summary>
/// <param name="Count">How many entries.</param>
/// <param name="Digest">The digest of the last one; of an empty log, that of its tenant and subject.</param>
public readonly record struct LogHead(long Count, LogDigest Digest);
