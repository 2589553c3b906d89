using System.Runtime.CompilerServices;
using ClientTracking.Confidentiality;
using ClientTracking.Storage;
using Microsoft.Extensions.Options;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Shows and checks access logs (CL-11), for auditors; who may call it is the host's to say.</summary>
public sealed class AccessLogAudit
{
    private const int Page = 500;
    private readonly ITrackingStore _store;
    private readonly IOptions<Registrations> _registrations;

    internal AccessLogAudit(ITrackingStore store, IOptions<Registrations> registrations) => (_store, _registrations) = (store, registrations);

    /// <summary>Checks a subject's whole log against its head, the host's keys and the heads the host anchored elsewhere.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="anchors">Heads from <see cref="IAccessLogAnchor"/>; the more, the more is proved.</param>
    /// <param name="signedFrom">The first entry that must be signed, where the host began later than the log.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Every sign of tampering; where there is none, what that proves.</returns>
    public async Task<LogVerification> VerifyAsync(
        TenantId tenant, SubjectId subject, IEnumerable<LogHead>? anchors = null, long signedFrom = 1, CancellationToken cancellationToken = default)
    {
        // The head first: entries that come meanwhile are then behind it, and are left out.
        var head = await _store.AccessLogs.FindHeadAsync(tenant, subject, cancellationToken).ConfigureAwait(false) ?? AccessLog.Empty(tenant, subject);
        var entries = new List<AccessEntry>();
        await foreach (var entry in ReadAsync(tenant, subject, cancellationToken).ConfigureAwait(false)) entries.Add(entry);
        var after = await _store.AccessLogs.FindHeadAsync(tenant, subject, cancellationToken).ConfigureAwait(false) ?? head;
        return AccessLog.Verify(tenant, subject, entries.Where(entry => entry.Sequence <= head.Count || entry.Sequence > after.Count), new()
        {
            Head = head,
            Anchors = [.. anchors ?? []],
            Keys = [.. _registrations.Value.LogKeys],
            SignedFrom = signedFrom,
        });
    }

    /// <summary>Who asked for what, when, and what was decided and why, oldest first.</summary>
    public async IAsyncEnumerable<AccessEntry> ReadAsync(
        TenantId tenant, SubjectId subject, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var after = 0L;
        while (true)
        {
            var page = await _store.AccessLogs.ReadAsync(tenant, subject, after, Page, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page) yield return entry;
            if (page.Length < Page) yield break;
            after = page[^1].Sequence;
        }
    }
}
