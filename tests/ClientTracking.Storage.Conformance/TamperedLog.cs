using ClientTracking.Confidentiality;
using NodaTime;

namespace ClientTracking.Storage.Conformance;

/// <summary>A signed access log of three entries that a test changes behind the engine's back, by the means of the database, and then verifies.</summary>
public static class TamperedLog
{
    private static readonly LogKey Key = new("2026", new byte[32]);

    /// <summary>Writes the three refusals, to a, b and c.</summary>
    /// <returns>The head, as a host would anchor it elsewhere.</returns>
    public static async Task<LogHead> WriteAsync(IAccessLogStore logs, TenantId tenant, SubjectId subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var head = AccessLog.Empty(tenant, subject);
        foreach (var person in new[] { "a", "b", "c" })
        {
            var entry = AccessLog.Append(tenant, subject, head, Decision(person), Key);
            await logs.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
            head = entry.Head;
        }
        return head;
    }

    /// <summary>The same log as somebody without the key computes it who wants it to say that all was granted.</summary>
    public static IEnumerable<AccessEntry> Recomputed(TenantId tenant, SubjectId subject)
    {
        var head = AccessLog.Empty(tenant, subject);
        foreach (var person in new[] { "a", "b", "c" })
        {
            var entry = AccessLog.Append(tenant, subject, head, Decision(person) with { IsAllowed = true });
            head = entry.Head;
            yield return entry;
        }
    }

    /// <summary>What the check says of the log as it is stored now.</summary>
    public static async Task<LogVerification> VerifyAsync(
        IAccessLogStore logs, TenantId tenant, SubjectId subject, LogHead? anchor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var entries = await logs.ReadAsync(tenant, subject, 0, 100, cancellationToken).ConfigureAwait(false);
        var head = await logs.FindHeadAsync(tenant, subject, cancellationToken).ConfigureAwait(false);
        return AccessLog.Verify(tenant, subject, entries, new() { Head = head, Keys = [Key], Anchors = anchor is { } known ? [known] : [] });
    }

    private static LoggedDecision Decision(string person) => new(
        new(person), AccessAction.Read, false, "CL-04", "access.closed.not-concerned", ConfidentialityLevel.Secret, Instant.FromUtc(2026, 3, 11, 4, 0));
}
