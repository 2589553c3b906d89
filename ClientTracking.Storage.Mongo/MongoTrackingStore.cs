using System.Collections.Immutable;
using ClientTracking.Errors;
using MongoDB.Bson;
using MongoDB.Driver;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>Keeps tracking data in MongoDB 5.0 or later, standalone, replica set or sharded by tenant: one subject is one document.</summary>
/// <remarks>
/// A commit is one write of one document, so no transaction is needed anywhere. Unique indexes whose first field is the tenant keep numbers,
/// claims and command ids unique. A subject's document must stay below the server's 16 MB, which is some ten thousand journal entries.
/// </remarks>
public sealed class MongoTrackingStore : ITrackingStore, IDisposable
{
    private readonly Collections _collections;
    private readonly MongoTrackingOptions _options;
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private volatile bool _prepared;

    /// <summary>Creates a store in a database of the host's. Its collections and indexes are created with the first use, or by <see cref="PrepareAsync"/>.</summary>
    /// <param name="database">The database. The client's retryable writes should stay on, as they are by default; see <see cref="MongoTrackingClient"/>.</param>
    /// <param name="options">What the host wants otherwise.</param>
    public MongoTrackingStore(IMongoDatabase database, MongoTrackingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        _options = options ?? new();
        _collections = new(database, _options.CollectionPrefix);
        Outbox = new MongoOutbox(this);
        AccessLogs = new MongoAccessLogs(this);
    }

    /// <inheritdoc/>
    public bool CommitsSeveralSubjects => false;

    /// <inheritdoc/>
    public IOutbox Outbox { get; }

    /// <inheritdoc/>
    public IAccessLogStore AccessLogs { get; }

    /// <summary>Called at every step of a write; what it throws is what the write throws. For tests of writes that fail.</summary>
    internal Action<WriteStep>? OnStep { get; set; }

    internal TimeSpan SerialPatience => _options.SerialPatience;

    /// <inheritdoc/>
    public ITrackingSession OpenSession(TenantId tenant) => new MongoSession(this, tenant);

    /// <inheritdoc/>
    public Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken) =>
        RunAsync(async collections =>
        {
            var until = Bson.Doc(Field.DueFrom, Bson.Doc("$lte", now.ToUnixTimeMilliseconds()));
            var wanted = after is { } last
                ? Bson.Doc("$and", new BsonArray
                {
                    // Implied by the rest, but it lets the server start in the index where the page starts.
                    until, Bson.Doc(Field.DueFrom, Bson.Doc("$gte", last.From.ToUnixTimeMilliseconds())),
                    Keyset.After(
                        (Field.DueFrom, last.From.ToUnixTimeMilliseconds()), (Field.TenantPath, last.Tenant.Value), (Field.SubjectPath, Bson.Of(last.Subject))),
                })
                : until;
            var due = await collections.Subjects.Find(wanted)
                .Sort(new BsonDocument { { Field.DueFrom, 1 }, { Field.TenantPath, 1 }, { Field.SubjectPath, 1 } }).Limit(most)
                .Project(new BsonDocument(Field.DueFrom, 1)).ToListAsync(cancellationToken).ConfigureAwait(false);
            return due.Select(row => new DueSubject(
                new TenantId(row[Field.Id][Field.Tenant].AsString), Bson.SubjectId(row[Field.Id][Field.Subject]),
                Instant.FromUnixTimeMilliseconds(row[Field.DueFrom].ToInt64()))).ToImmutableArray();
        }, cancellationToken);

    /// <summary>Creates the indexes that are missing. Repeating it, also from several hosts at once, changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">The server is not there or refuses.</exception>
    /// <exception cref="InvalidOperationException">An index is there in another form.</exception>
    public Task EnsureIndexesAsync(CancellationToken cancellationToken = default) =>
        GuardAsync(async () => { await IndexPlan.EnsureAsync(_collections, cancellationToken).ConfigureAwait(false); return true; });

    /// <summary>Checks that every index is there, and creates none.</summary>
    /// <exception cref="StorageUnavailableException">The server is not there or refuses.</exception>
    /// <exception cref="InvalidOperationException">An index is missing or there in another form; the message names them all.</exception>
    public Task VerifyIndexesAsync(CancellationToken cancellationToken = default) =>
        GuardAsync(async () => { await IndexPlan.VerifyAsync(_collections, cancellationToken).ConfigureAwait(false); return true; });

    /// <summary>Does what <see cref="MongoTrackingOptions.Indexes"/> says, once; every use of the store waits for it.</summary>
    /// <inheritdoc cref="VerifyIndexesAsync"/>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        if (_prepared) return;
        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_prepared) return;
            await (_options.Indexes == IndexMode.Ensure ? EnsureIndexesAsync(cancellationToken) : VerifyIndexesAsync(cancellationToken)).ConfigureAwait(false);
            _prepared = true;
        }
        finally
        {
            _preparing.Release();
        }
    }

    internal async Task<T> RunAsync<T>(Func<Collections, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await GuardAsync(() => work(_collections)).ConfigureAwait(false);
    }

    /// <summary>Ends the store; the client and its connections are the host's, or shared.</summary>
    public void Dispose() => _preparing.Dispose();

    internal void Reach(WriteStep step) => OnStep?.Invoke(step);

    /// <summary>What goes wrong between here and the server is the store's, not the caller's. Conflicts were recognised before.</summary>
    private static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is MongoException or TimeoutException)
        {
            throw new StorageUnavailableException(e);
        }
    }
}
