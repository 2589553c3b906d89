using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>The counter of a scope in the words that PostgreSQL and SQLite share, within the transaction that is open.</summary>
internal sealed class ScopeCounter(DbContext context, TenantId tenant, NumberScope scope)
{
    internal static bool Serves(DbContext context) => context.IsPostgres() || context.IsSqlite();

    /// <summary>Locks the scope until the transaction ends; null where another keeps it by a mark.</summary>
    /// <returns>The last serial; one before the first where there is none.</returns>
    internal async Task<long?> LockAsync(long first, CancellationToken cancellationToken)
    {
        var statement = $"""
            INSERT INTO {context.TableOf<StoredCounter>()} AS t (tenant, series, period, last) VALUES (@tenant, @series, @period, @last)
            ON CONFLICT (tenant, series, period) DO UPDATE SET last = CASE WHEN t.last < @last THEN @last ELSE t.last END
            WHERE t.holder IS NULL RETURNING last
            """;
        var command = context.BareCommand(statement, Values(first - 1));
        await using var _ = command.ConfigureAwait(false);
        return (long?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves the counter with the rows that have its serials.</summary>
    internal void Advance(RowInserts rows, long last) => rows.AddLast(
        $"UPDATE {context.TableOf<StoredCounter>()} SET last = @last WHERE tenant = @tenant AND series = @series AND period = @period", Values(last));

    private (string Name, object Value)[] Values(long last) =>
        [("@tenant", tenant.Value), ("@series", scope.Series), ("@period", scope.Period), ("@last", last)];
}
