using System.Data.Common;
using ClientTracking.Numbering;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>Reserves serials for many requests of one scope at once in the words of PostgreSQL or SQLite: all writers of it wait for that.</summary>
/// <remarks>Both move the counter by as many as are wanted, enter those of the serials that nobody imported, and answer with these and their places.</remarks>
internal sealed class QuickReservation(DbContext context, TenantId tenant)
{
    /// <summary>Reserves a serial for each request, for good; null for those for which an imported one was in the way, and on other databases for all.</summary>
    internal Task<long?[]> ReserveAsync(IReadOnlyList<SerialRequest> requests) =>
        context.IsPostgres() ? OnPostgresAsync(requests)
        : context.IsSqlite() && context.IsPlain<StoredNumber>(nameof(StoredNumber.Subject)) ? OnSqliteAsync(requests)
        : Task.FromResult(new long?[requests.Count]);

    /// <summary>One statement, which is a transaction by itself.</summary>
    private Task<long?[]> OnPostgresAsync(IReadOnlyList<SerialRequest> requests) => RunAsync(
        $"""
        WITH c AS (INSERT INTO {context.TableOf<StoredCounter>()} AS t (tenant, series, period, last) VALUES (@tenant, @series, @period, @first - 1 + @count)
            ON CONFLICT (tenant, series, period) DO UPDATE SET last = greatest(t.last, @first - 1) + @count RETURNING last),
        n AS (INSERT INTO {context.TableOf<StoredNumber>()} (tenant, series, period, serial, use, subject, at)
            SELECT @tenant, @series, @period, c.last - @count + u.place, {(int)NumberUse.Reserved}, u.subject, u.at
            FROM c, unnest(@subjects, @ats) WITH ORDINALITY AS u(subject, at, place)
            ON CONFLICT (tenant, series, period, serial) DO NOTHING RETURNING serial)
        SELECT serial, c.last FROM n, c
        """,
        requests,
        ReadAsync,
        ("@subjects", requests.Select(request => request.Subject.Value).ToArray()),
        ("@ats", requests.Select(request => request.At.ToUnixTimeMilliseconds()).ToArray()));

    /// <summary>Two statements in one command, as SQLite writes to one table a statement.</summary>
    private async Task<long?[]> OnSqliteAsync(IReadOnlyList<SerialRequest> requests)
    {
        var transaction = await WriteTransaction.BeginAsync(context, CancellationToken.None).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        // Ids as Entity Framework keeps them there: text in capitals.
        var lines = requests.Select(request => $"[\"{request.Subject.Value.ToString().ToUpperInvariant()}\",{request.At.ToUnixTimeMilliseconds()}]");
        var serials = await RunAsync(
            $"""
            INSERT INTO {context.TableOf<StoredCounter>()} AS t (tenant, series, period, last) VALUES (@tenant, @series, @period, @first - 1 + @count)
                ON CONFLICT (tenant, series, period) DO UPDATE SET last = max(t.last, @first - 1) + @count RETURNING last;
            INSERT INTO {context.TableOf<StoredNumber>()} (tenant, series, period, serial, use, subject, at)
                SELECT @tenant, @series, @period, c.last - @count + 1 + u.key, {(int)NumberUse.Reserved}, json_extract(u.value, '$[0]'), json_extract(u.value, '$[1]')
                FROM {context.TableOf<StoredCounter>()} AS c, json_each(@lines) AS u WHERE c.tenant = @tenant AND c.series = @series AND c.period = @period
                ON CONFLICT (tenant, series, period, serial) DO NOTHING RETURNING serial
            """,
            requests,
            ReadBothAsync,
            ("@lines", $"[{string.Join(',', lines)}]")).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return serials;
    }

    private async Task<long?[]> RunAsync(
        string statement, IReadOnlyList<SerialRequest> requests, Func<DbDataReader, long?[], Task<long?[]>> read, params (string Name, object Value)[] lines)
    {
        var (scope, first) = (requests[0].Scope, requests[0].First);
        var command = context.BareCommand(
            statement,
            [("@tenant", tenant.Value), ("@series", scope.Series), ("@period", scope.Period), ("@first", first), ("@count", (long)requests.Count), .. lines]);
        await using var _ = command.ConfigureAwait(false);
        await context.Database.OpenConnectionAsync().ConfigureAwait(false);
        try
        {
            var reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            return await read(reader, new long?[requests.Count]).ConfigureAwait(false);
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Rows of a serial and the last one that was taken.</summary>
    private static async Task<long?[]> ReadAsync(DbDataReader reader, long?[] serials)
    {
        while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false)) Place(serials, reader.GetInt64(0), reader.GetInt64(1));
        return serials;
    }

    /// <summary>A row of the last serial that was taken, then the others.</summary>
    private static async Task<long?[]> ReadBothAsync(DbDataReader reader, long?[] serials)
    {
        await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        var last = reader.GetInt64(0);
        await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false)) Place(serials, reader.GetInt64(0), last);
        return serials;
    }

    private static void Place(long?[] serials, long serial, long last) => serials[serials.Length - 1 - (last - serial)] = serial;
}
