using System.Collections.Immutable;
using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>Keeps tracking data in a relational database, through a context that has the tables of <c>UseClientTracking()</c>.</summary>
/// <remarks>
/// <para>
/// Given the host's context, a commit is one <c>SaveChanges</c> of it: what the host has pending is saved with the tracking data or not at all.
/// A transaction the host has open is joined and left to the host to commit; rolled back, it frees a gap-free number again.
/// After a conflict only the engine's rows leave the context; what the host has pending stays for the next attempt.
/// </para>
/// <para>
/// Given a factory, every session has a context of its own: for work in the background, and for hosts without a context per scope. Then, on PostgreSQL
/// and SQLite, number and commit in one step are done in one transaction for all of the process who number in the scope at the same time.
/// </para>
/// <para>
/// Taking a serial opens a transaction; on databases other than SQLite a gap-free one keeps it open until the commit. A provider that retries
/// (<c>EnableRetryOnFailure</c>) retries reads; what writes is not repeated by it but by the sender, who gave the command an id.
/// </para>
/// </remarks>
/// <typeparam name="TContext">The context that has the tables.</typeparam>
public sealed class EfCoreTrackingStore<TContext> : ITrackingStore where TContext : DbContext
{
    private readonly Func<DbContext> _open;
    private readonly bool _ownsContext;

    /// <summary>Works in the host's context of the present scope.</summary>
    public EfCoreTrackingStore(TContext context)
        : this(() => context, ownsContext: false) => ArgumentNullException.ThrowIfNull(context);

    /// <summary>Works in a context of its own for every session.</summary>
    public EfCoreTrackingStore(IDbContextFactory<TContext> contexts)
        : this(() => contexts.CreateDbContext(), ownsContext: true) => ArgumentNullException.ThrowIfNull(contexts);

    private EfCoreTrackingStore(Func<DbContext> open, bool ownsContext)
    {
        (_open, _ownsContext) = (open, ownsContext);
        Outbox = new EfCoreOutbox(Open, ownsContext);
        AccessLogs = new EfCoreAccessLogs(Open, ownsContext);
    }

    /// <inheritdoc/>
    public bool CommitsSeveralSubjects => true;

    /// <inheritdoc/>
    public IOutbox Outbox { get; }

    /// <inheritdoc/>
    /// <remarks>In a transaction that the host has open an entry is written with it, and goes with it where the host rolls back.</remarks>
    public IAccessLogStore AccessLogs { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The context lacks the tables: <c>UseClientTracking()</c> was not called.</exception>
    public ITrackingSession OpenSession(TenantId tenant) => new EfCoreSession(Open(), _ownsContext, tenant);

    /// <inheritdoc/>
    public Task<ImmutableArray<DueSubject>> FindDueAsync(Instant now, DueSubject? after, int most, CancellationToken cancellationToken) =>
        StoreFailure.TranslateAsync(async () =>
        {
            var context = Open();
            try
            {
                return await DueReader.FindAsync(context, now.ToUnixTimeMilliseconds(), after, most, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (_ownsContext) await context.DisposeAsync().ConfigureAwait(false);
            }
        });

    /// <inheritdoc/>
    /// <remarks>All in one transaction, as bulk inserts where the database has them; the host's pending changes are not saved with it.</remarks>
    public async Task<ImmutableArray<ImportFate>> ImportAsync(
        TenantId tenant, ImmutableArray<SubjectRecord> records, CancellationToken cancellationToken)
    {
        var context = Open();
        try
        {
            return await StoreFailure.TranslateAsync(() => WithoutRetries.RunAsync(
                context, () => new Import(context, tenant, records).RunAsync(cancellationToken))).ConfigureAwait(false)
                // Somebody took a number, an id or a claim between looking and writing; then it is found out which record it was.
                ?? await ImportFate.OneByOneAsync(this, tenant, records, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (_ownsContext) await context.DisposeAsync().ConfigureAwait(false);
        }
    }

    private DbContext Open()
    {
        var context = _open();
        return context.Model.FindEntityType(typeof(StoredSubject)) is not null
            ? context
            : throw new InvalidOperationException(
                $"{typeof(TContext).Name} has no tables of ClientTracking: call UseClientTracking() on its options or in its OnModelCreating.");
    }
}
