using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage;
using Microsoft.Extensions.Options;

namespace ClientTracking.Tracking.Secrecy;

/// <summary>Writes decisions into the access logs. What cannot be logged is not handed out: whatever the store throws ends the command or query.</summary>
internal sealed class AccessRecorder(ITrackingStore store, IOptions<Registrations> registrations, IEnumerable<IAccessLogAnchor> anchors)
{
    /// <summary>More than ever append at once; a log somebody tampered with may refuse every entry.</summary>
    private const int Attempts = 1000;

    public async Task RecordAsync(TenantId tenant, SubjectId subject, LoggedDecision decision, CancellationToken cancellationToken)
    {
        var logs = store.AccessLogs;
        for (var attempt = 1; ; attempt++)
        {
            var head = await logs.FindHeadAsync(tenant, subject, cancellationToken).ConfigureAwait(false) ?? AccessLog.Empty(tenant, subject);
            var entry = AccessLog.Append(tenant, subject, head, decision, registrations.Value.LogKeys.FirstOrDefault());
            try
            {
                await logs.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException) when (attempt < Attempts)
            {
                // Somebody else got on: of those who append at the same time one always does.
                continue;
            }
            foreach (var anchor in anchors) await anchor.AnchorAsync(tenant, subject, entry.Head, cancellationToken).ConfigureAwait(false);
            return;
        }
    }
}
