using System.Collections.Immutable;
using NodaTime;

namespace ClientTracking.Storage.InMemory;

/// <summary>Keeps tracking data in memory: the same promises as a database, thread-safe, gone with the process.</summary>
/// <remarks>
/// All data is one immutable value. A commit makes the next one and swaps it in, so readers never wait, a page is of one moment, and
/// nothing is ever half-written. Queries look at every subject of the tenant; beyond some hundred thousand use a database.
/// </remarks>
public sealed class InMemoryTrackingStore : ITrackingStore
{
    private readonly Lock _writing = new();
    private Tables _tables = Tables.Empty;

    /// <summary>Creates an empty store.</summary>
    public InMemoryTrackingStore() => Outbox = new InMemoryOutbox(this);

    /// <inheritdoc/>
    public bool CommitsSeveralSubjects => true;

    /// <inheritdoc/>
    public IOutbox Outbox { get; }

    /// <inheritdoc/>
    public IAccessLogStore AccessLogs => Logs;

    internal InMemoryAccessLogs Logs { get; } = new();

    /// <summary>Called within every commit; what it throws is what the commit throws. For tests of failing commits.</summary>
    internal Action<CommitStage>? OnCommit { get; set; }

    internal ScopeGates Gates { get; } = new();

    /// <summary>Everything as it is now; it never changes.</summary>
    internal Tables Tables => Volatile.Read(ref _tables);

    /// <inheritdoc/>
    public ITrackingSession OpenSession(TenantId tenant) => new InMemorySession(this, tenant);

    /// <inheritdoc/>
    public Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var due =
            from tenant in Tables.Tenants
            from subject in tenant.Value.Subjects.Values
            let since = subject.DueFrom
            where since <= now
            let key = (since.Value, tenant.Key.Value, subject.Id.Value)
            where after is not { } last || Comparer<(Instant, string, Guid)>.Default.Compare(key, (last.From, last.Tenant.Value, last.Subject.Value)) > 0
            orderby key
            select new DueSubject(tenant.Key, subject.Id, since.Value);
        return Task.FromResult(due.Take(most).ToImmutableArray());
    }

    /// <summary>Makes one change after the other; a change that throws changes nothing.</summary>
    internal T Change<T>(Func<Tables, (Tables After, T Answer)> change)
    {
        lock (_writing)
        {
            var (after, answer) = change(_tables);
            Volatile.Write(ref _tables, after);
            return answer;
        }
    }
}
