using System.Collections.Immutable;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;

namespace ClientTracking.Storage.InMemory;

/// <summary>The access logs of the embedded store.</summary>
internal sealed class InMemoryAccessLogs : IAccessLogStore
{
    private readonly Lock _writing = new();

    /// <summary>What is there now; a test of tampering changes it as somebody with a debugger would.</summary>
    internal ImmutableDictionary<(TenantId, SubjectId), (LogHead Head, ImmutableList<AccessEntry> Entries)> Logs { get; set; } =
        ImmutableDictionary<(TenantId, SubjectId), (LogHead, ImmutableList<AccessEntry>)>.Empty;

    public Task<LogHead?> FindHeadAsync(TenantId tenant, SubjectId subject, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Logs.TryGetValue((tenant, subject), out var log) ? log.Head : default(LogHead?));
    }

    public Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = (entry.Tenant, entry.Subject);
        lock (_writing)
        {
            var (head, entries) = Logs.GetValueOrDefault(key, (AccessLog.Empty(entry.Tenant, entry.Subject), []));
            if (head != new LogHead(entry.Sequence - 1, entry.Previous)) return Task.FromException(new ConcurrencyConflictException(entry.Subject.ToString()));
            Logs = Logs.SetItem(key, (entry.Head, entries.Add(entry)));
        }
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<AccessEntry>> ReadAsync(TenantId tenant, SubjectId subject, long after, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableArray<AccessEntry> found = Logs.TryGetValue((tenant, subject), out var log) ? [.. log.Entries.Where(entry => entry.Sequence > after).Take(most)] : [];
        return Task.FromResult(found);
    }
}
