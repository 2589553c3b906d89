using System.Collections.Immutable;
using ClientTracking.Errors;
using ClientTracking.Numbering;
using ClientTracking.Subjects;
using MongoDB.Bson;
using MongoDB.Driver;
using NodaTime;

namespace ClientTracking.Storage.Mongo;

/// <summary>A unit of work: it reads, and its commit is one write of one document.</summary>
internal sealed class MongoSession(MongoTrackingStore store, TenantId tenant) : ITrackingSession
{
    private readonly Dictionary<NumberScope, GapFreeScope> _scopes = [];
    private bool _committed;
    private bool _disposed;

    public TenantId Tenant => tenant;

    public Task<SubjectRecord?> FindAsync(SubjectId id, CancellationToken cancellationToken) =>
        FirstAsync(Bson.Doc(Field.Id, SubjectDocument.IdOf(tenant, id)), cancellationToken);

    public Task<SubjectRecord?> FindByNumberAsync(string numberText, CancellationToken cancellationToken) =>
        FirstAsync(new() { { Field.Tenant, tenant.Value }, { "number.text", numberText } }, cancellationToken);

    public Task<SubjectRecord?> FindByCommandAsync(CommandId command, CancellationToken cancellationToken) =>
        FirstAsync(new() { { Field.Tenant, tenant.Value }, { Field.Commands, command.Value } }, cancellationToken);

    public Task<SubjectId?> FindByClaimAsync(Claim claim, CancellationToken cancellationToken) => RunAsync(
        async collections =>
        {
            var holder = await collections.Subjects.Find(new BsonDocument { { Field.Tenant, tenant.Value }, { Field.Held, SubjectDocument.Of(claim) } })
                .Project(Bson.Doc(Field.Id, 1)).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return holder is null ? default(SubjectId?) : Bson.SubjectId(holder[Field.Id][Field.Subject]);
        },
        cancellationToken);

    public Task<ImmutableArray<Notice>> NoticesAsync(SubjectId id, CancellationToken cancellationToken) => RunAsync(
        async collections =>
        {
            var document = await collections.Subjects.Find(Bson.Doc(Field.Id, SubjectDocument.IdOf(tenant, id))).Project(Bson.Doc(Field.Outbox, 1))
                .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return document is null ? [] : document.Documents(Field.Outbox).Select(line => OutboxLines.Message(line).Notice).ToImmutableArray();
        },
        cancellationToken);

    public Task<Page<SubjectRecord>> QueryAsync(SubjectQuery query, CancellationToken cancellationToken) =>
        RunAsync(collections => SubjectRows.PageAsync(collections, tenant, query, cancellationToken), cancellationToken);

    public Task<Page<ObligationRow>> QueryAsync(ObligationQuery query, CancellationToken cancellationToken) =>
        RunAsync(collections => ObligationRows.PageAsync(collections, tenant, query, cancellationToken), cancellationToken);

    public Task<Page<NumberEntry>> QueryAsync(NumberQuery query, CancellationToken cancellationToken) =>
        RunAsync(collections => Ledger(collections).PageAsync(query, cancellationToken), cancellationToken);

    public Task<long> TakeSerialAsync(SerialRequest request, CancellationToken cancellationToken) => RunAsync(
        async collections =>
        {
            if (request.Mode == NumberingMode.GapsAllowed) return await Ledger(collections).ReserveAsync(request, cancellationToken).ConfigureAwait(false);
            if (!_scopes.TryGetValue(request.Scope, out var scope))
            {
                // Entered before it is held: where the answer of the server is lost, the disposal lets go all the same.
                _scopes.Add(request.Scope, scope = new(collections, tenant, request.Scope));
                await scope.HoldAsync(store.SerialPatience, cancellationToken).ConfigureAwait(false);
                store.Reach(WriteStep.ScopeHeld);
            }
            var serial = await scope.TakeAsync(request, Ledger(collections), cancellationToken).ConfigureAwait(false);
            store.Reach(WriteStep.SerialTaken);
            return serial;
        },
        cancellationToken);

    public Task VoidAsync(NumberScope scope, long serial, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return RunAsync(
            async collections =>
            {
                await Ledger(collections).VoidAsync(scope, serial, reason, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    public Task CommitAsync(ImmutableArray<SubjectChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Length > 1) throw new NotSupportedException("This store commits one subject at a time.");
        if (_committed) throw new InvalidOperationException("A session has one commit; open another one.");
        return RunAsync(
            async collections =>
            {
                _committed = true;
                store.Reach(WriteStep.CommitBegins);
                if (changes is [var change]) await CommitAsync(collections, change, cancellationToken).ConfigureAwait(false);
                store.Reach(WriteStep.CommitEnds);
                return true;
            },
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        await ReleaseAsync(null).ConfigureAwait(false);
    }

    private async Task CommitAsync(Collections collections, SubjectChange change, CancellationToken cancellationToken)
    {
        var numberedAt = SubjectWrite.BringsNumber(change) ? await NumberedAtAsync(collections, change, cancellationToken).ConfigureAwait(false) : default(Instant?);
        store.Reach(WriteStep.CommitChecked);
        cancellationToken.ThrowIfCancellationRequested();
        if (change.Rewrites is null) await new SubjectWrite(tenant, change, numberedAt).RunAsync(collections.Subjects).ConfigureAwait(false);
        else await new SubjectRewrite(tenant, change).RunAsync(collections.Subjects).ConfigureAwait(false);
        store.Reach(WriteStep.SubjectWritten);
        await ReleaseAsync(change.After.Number).ConfigureAwait(false);
    }

    /// <summary>The instant the ledger notes: when the serial was taken, here or before; of a number nobody took, when it was entered.</summary>
    private async Task<Instant> NumberedAtAsync(Collections collections, SubjectChange change, CancellationToken cancellationToken)
    {
        var number = change.After.Number!;
        if (_scopes.TryGetValue(number.Scope, out var scope) && scope.TakenAt(number.Serial) is { } takenAt) return takenAt;
        var line = await Ledger(collections).FindReservedAsync(number.Scope, number.Serial, cancellationToken).ConfigureAwait(false);
        if (line is null) return change.NewEntries.Last().RecordedAt;
        return line.Use == NumberUse.Reserved && line.SubjectId == change.After.Id.Value ? line.At : throw new ConcurrencyConflictException(number.Text);
    }

    /// <summary>Lets go of the scopes. What fails here changes nothing: a holder that does not let go is replaced by the next who waits for it.</summary>
    private async Task ReleaseAsync(DocumentNumber? committed)
    {
        foreach (var (place, scope) in _scopes)
            try
            {
                await scope.ReleaseAsync(committed?.Scope == place && scope.TakenAt(committed.Serial) is not null ? committed.Serial : null).ConfigureAwait(false);
            }
            catch (Exception e) when (e is MongoException or TimeoutException)
            {
            }
        _scopes.Clear();
    }

    private Task<SubjectRecord?> FirstAsync(BsonDocument filter, CancellationToken cancellationToken) => RunAsync(
        async collections =>
            await collections.Subjects.Find(filter).Project(SubjectDocument.RecordOnly).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
                is { } document ? SubjectDocument.Read(document) : null,
        cancellationToken);

    private Task<T> RunAsync<T>(Func<Collections, Task<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return store.RunAsync(work, cancellationToken);
    }

    private NumberLedger Ledger(Collections collections) => new(collections, tenant);
}
