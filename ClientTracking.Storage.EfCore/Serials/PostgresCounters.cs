using System.Data;
using System.Data.Common;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>What <see cref="NumberLedger"/> does in several portable statements, in one of PostgreSQL: all writers of a scope wait while it runs.</summary>
internal sealed class PostgresCounters(DbContext context, TenantId tenant)
{
    /// <summary>Locks a scope and finds its next serial; null where one that was imported is in the way.</summary>
    internal async Task<long?> NextAsync(SerialRequest request, long after, CancellationToken cancellationToken)
    {
        // The snapshot is older than the lock; but what came in between is at most the last serial, which the locked row tells as it is.
        var statement = $"""
            WITH c AS (INSERT INTO {context.TableOf<StoredCounter>()} AS t (tenant, series, period, last) VALUES (@tenant, @series, @period, @first - 1)
                ON CONFLICT (tenant, series, period) DO UPDATE SET last = t.last RETURNING greatest(last, @after, @first - 1) + 1 AS next)
            SELECT next, EXISTS (SELECT 1 FROM {context.TableOf<StoredNumber>()} n
                WHERE n.tenant = @tenant AND n.series = @series AND n.period = @period AND n.serial = next) FROM c
            """;
        var command = Command(statement, request.Scope, ("first", request.First), ("after", after));
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return reader.GetBoolean(1) ? null : reader.GetInt64(0);
    }

    private DbCommand Command(string statement, NumberScope scope, params ReadOnlySpan<(string Name, object Value)> values) => context.BareCommand(
        statement, [.. values, ("tenant", tenant.Value), ("series", scope.Series), ("period", scope.Period)]);
}
