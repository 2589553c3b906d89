using System.Collections.Immutable;
using System.Security.Cryptography;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ClientTracking.Storage.EfCore;

/// <summary>The outbox in portable statements: a lease is an update that only the first of several hosts gets through.</summary>
/// <param name="open">Opens a context, or gives the host's.</param>
/// <param name="ownsContext">Whether the context ends with the call.</param>
internal sealed class EfCoreOutbox(Func<DbContext> open, bool ownsContext) : IOutbox
{
    public Task<ImmutableArray<OutboxMessage>> LeaseAsync(string owner, Instant now, Instant until, int most, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var lease = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return UseAsync(async context =>
        {
            var (from, to) = (now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
            var free = context.Set<StoredNotice>().AsNoTracking().Where(row => row.State == StoredNotice.Waiting && row.FreeFrom <= from);
            var won = 0;
            while (won == 0)
            {
                var wanted = await free.OrderBy(row => row.Position).Select(row => row.Position).Take(most)
                    .ToArrayAsync(cancellationToken).ConfigureAwait(false);
                if (wanted.Length == 0) return [];
                won = await WriteAsync(context, () => free.Where(row => wanted.Contains(row.Position)).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.LeasedBy, owner).SetProperty(row => row.Lease, lease).SetProperty(row => row.FreeFrom, to),
                    cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            return await ReadAsync(context.Set<StoredNotice>().Where(row => row.Lease == lease), cancellationToken).ConfigureAwait(false);
        });
    }

    public Task DeliveredAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        UseAsync(context => WriteAsync(context, () => Leased(context, message).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, StoredNotice.Delivered)
                .SetProperty(row => row.LeasedBy, (string?)null).SetProperty(row => row.Lease, (string?)null),
            cancellationToken), cancellationToken));

    public Task FailedAsync(OutboxMessage message, string reason, Instant? retryAt, CancellationToken cancellationToken)
    {
        var (state, freeFrom) = retryAt is { } at ? (StoredNotice.Waiting, at.ToUnixTimeMilliseconds()) : (StoredNotice.SetAside, long.MaxValue);
        return UseAsync(context => WriteAsync(context, () => Leased(context, message).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.FreeFrom, freeFrom)
                .SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.LastFailure, reason)
                .SetProperty(row => row.LeasedBy, (string?)null).SetProperty(row => row.Lease, (string?)null),
            cancellationToken), cancellationToken));
    }

    public Task<ImmutableArray<OutboxMessage>> SetAsideAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        var owner = tenant.Value;
        return UseAsync(context => ReadAsync(
            context.Set<StoredNotice>().Where(row => row.Tenant == owner && row.State == StoredNotice.SetAside)
                .OrderBy(row => row.Position).Take(most),
            cancellationToken));
    }

    public Task<bool> RequeueAsync(OutboxMessage message, Instant from, CancellationToken cancellationToken)
    {
        var (tenant, key, freeFrom) = (message.Notice.Tenant.Value, message.Notice.Key, from.ToUnixTimeMilliseconds());
        return UseAsync(async context => await WriteAsync(
            context,
            () => context.Set<StoredNotice>().Where(row => row.Tenant == tenant && row.Key == key && row.State == StoredNotice.SetAside).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, StoredNotice.Waiting).SetProperty(row => row.Attempts, 0).SetProperty(row => row.FreeFrom, freeFrom),
                cancellationToken),
            cancellationToken).ConfigureAwait(false) > 0);
    }

    private static IQueryable<StoredNotice> Leased(DbContext context, OutboxMessage message)
    {
        var (tenant, key, owner) = (message.Notice.Tenant.Value, message.Notice.Key, message.LeasedBy);
        return context.Set<StoredNotice>()
            .Where(row => row.Tenant == tenant && row.Key == key && row.State == StoredNotice.Waiting && row.LeasedBy == owner);
    }

    private static async Task<ImmutableArray<OutboxMessage>> ReadAsync(IQueryable<StoredNotice> rows, CancellationToken cancellationToken)
    {
        var found = await rows.AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(row => row.Read())];
    }

    private static async Task<int> WriteAsync(DbContext context, Func<Task<int>> write, CancellationToken cancellationToken)
    {
        using var turn = await SqliteTurn.WaitAsync(context, cancellationToken).ConfigureAwait(false);
        return await write().ConfigureAwait(false);
    }

    private async Task<T> UseAsync<T>(Func<DbContext, Task<T>> work)
    {
        var context = open();
        try
        {
            return await StoreFailure.TranslateAsync(() => work(context)).ConfigureAwait(false);
        }
        finally
        {
            if (ownsContext) await context.DisposeAsync().ConfigureAwait(false);
        }
    }
}
