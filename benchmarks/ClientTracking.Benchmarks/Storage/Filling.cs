using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Fills a database with subjects that owe one thing each: one is stored by the engine and copied by SQL.</summary>
internal static class Filling
{
    /// <param name="database">The database.</param>
    /// <param name="from">The first subject's number.</param>
    /// <param name="to">The last one's.</param>
    /// <param name="openOneIn">One in so many is open; the others are fulfilled.</param>
    /// <param name="dueFrom">From when the sweep finds the open ones, as SQL.</param>
    internal static async Task FillAsync(Database database, int from, int to, int openOneIn, string dueFrom)
    {
        var pattern = Records.Born(null, 0, 1);
        await database.Store.ImportAsync(new("pattern"), [pattern], default);
        var series = database.IsPostgres
            ? $"(SELECT generate_series({from}, {to}) AS n) AS s"
            : $"(WITH RECURSIVE c(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM c WHERE n < {to}) SELECT n FROM c) AS s";
        var id = database.IsPostgres ? "md5(n::text)::uuid" : "printf('%08X-0000-0000-0000-%012X', (n * 2654435761) % 4294967296, n)";
        var due = $"{Records.Noon.ToUnixTimeMilliseconds()} + (CAST(n AS bigint) * 7919) % 1000003";
        await CopyAsync<StoredSubject>(database, series, "id", pattern.Id.Value, new()
        {
            ["id"] = id,
            ["due_from"] = $"CASE WHEN n % {openOneIn} = 0 THEN {dueFrom} END",
        });
        await CopyAsync<StoredObligation>(database, series, "subject", pattern.Id.Value, new()
        {
            ["subject"] = id,
            ["due"] = due,
            ["status"] = $"CASE WHEN n % {openOneIn} = 0 THEN 0 ELSE 2 END",
        });
        await database.ExecuteAsync("UPDATE client_tracking_subjects SET due_from = NULL WHERE tenant = 'pattern'");
        await database.ExecuteAsync(database.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE");
    }

    /// <summary>Copies the row of the pattern once for every n of the series, with some columns of each copy's own.</summary>
    private static async Task CopyAsync<TRow>(Database database, string series, string key, Guid pattern, Dictionary<string, string> own)
    {
        await using var context = database.CreateDbContext();
        var type = context.Model.FindEntityType(typeof(TRow))!;
        var columns = type.GetProperties().Select(property => property.GetColumnName()).ToList();
        own.Add("tenant", $"'{Records.Tenant.Value}'");
        var values = columns.Select(column => own.GetValueOrDefault(column, $"p.{column}"));
        await database.ExecuteAsync($"""
            INSERT INTO {type.GetTableName()} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)}
            FROM {type.GetTableName()} AS p, {series} WHERE p.tenant = 'pattern' AND p.{key} = '{(database.IsPostgres ? pattern.ToString() : pattern.ToString().ToUpperInvariant())}'
            """);
    }
}
