using System.Collections.Immutable;
using System.Data.Common;
using ClientTracking.Confidentiality;
using ClientTracking.Errors;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>The access logs. Rows are written by statements of their own and not by <c>SaveChanges</c>, which would write what the host has pending.</summary>
internal sealed class EfCoreAccessLogs(Func<DbContext> open, bool ownsContext) : IAccessLogStore
{
    public Task<LogHead?> FindHeadAsync(TenantId tenant, SubjectId subject, CancellationToken cancellationToken) => UseAsync(async context =>
        await HeadOf(context, tenant, subject).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } row
            ? new LogHead(row.Count, new(row.Digest))
            : default(LogHead?));

    public Task AppendAsync(AccessEntry entry, CancellationToken cancellationToken) => UseAsync(async context =>
    {
        try
        {
            var transaction = await WriteTransaction.BeginAsync(context, cancellationToken).ConfigureAwait(false);
            await using var _ = transaction.ConfigureAwait(false);
            await MoveAsync(context, entry, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
        }
        catch (DbException e) when (!e.IsTransient)
        {
            // Two began the log at the same time; every provider words that differently, so it is looked at again.
            var head = await HeadOf(context, entry.Tenant, entry.Subject).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if ((head?.Count ?? 0) != entry.Sequence - 1) throw new ConcurrencyConflictException(entry.Subject.ToString(), e);
            throw;
        }
        return true;
    });

    public Task<ImmutableArray<AccessEntry>> ReadAsync(
        TenantId tenant, SubjectId subject, long after, int most, CancellationToken cancellationToken)
    {
        var (owner, id) = (tenant.Value, subject.Value);
        return UseAsync(async context =>
        {
            var rows = await context.Set<StoredLogEntry>().AsNoTracking()
                .Where(row => row.Tenant == owner && row.Subject == id && row.Sequence > after)
                .OrderBy(row => row.Sequence).Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
            return rows.Select(row => row.Read()).ToImmutableArray();
        });
    }

    /// <summary>The head's row is changed first: who comes second waits for its lock and then finds another head.</summary>
    private static async Task MoveAsync(DbContext context, AccessEntry entry, CancellationToken cancellationToken)
    {
        var (count, previous, digest) = (entry.Sequence - 1, entry.Previous.Value, entry.Digest.Value);
        if (count == 0)
            await context.InsertAsync(
                new StoredLogHead { Tenant = entry.Tenant.Value, Subject = entry.Subject.Value, Count = 1, Digest = digest }, cancellationToken)
                .ConfigureAwait(false);
        else if (await HeadOf(context, entry.Tenant, entry.Subject).Where(row => row.Count == count && row.Digest == previous)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, count + 1).SetProperty(row => row.Digest, digest), cancellationToken)
            .ConfigureAwait(false) == 0)
            throw new ConcurrencyConflictException(entry.Subject.ToString());
        await context.InsertAsync(StoredLogEntry.Of(entry), cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<StoredLogHead> HeadOf(DbContext context, TenantId tenant, SubjectId subject)
    {
        var (owner, id) = (tenant.Value, subject.Value);
        return context.Set<StoredLogHead>().AsNoTracking().Where(row => row.Tenant == owner && row.Subject == id);
    }

    private Task<T> UseAsync<T>(Func<DbContext, Task<T>> work) => StoreFailure.TranslateAsync(async () =>
    {
        var context = open();
        try
        {
            return await WithoutRetries.RunAsync(context, () => work(context)).ConfigureAwait(false);
        }
        finally
        {
            if (ownsContext) await context.DisposeAsync().ConfigureAwait(false);
        }
    });
}
