using ClientTracking.Storage.EfCore.Tables;
using ClientTracking.Subjects;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Fills a database with subjects that owe one thing each, by SQL alone.</summary>
internal static class Filling
{
    /// <param name="database">The database.</param>
    /// <param name="from">The first subject's number.</param>
    /// <param name="to">The last one's.</param>
    /// <param name="openOneIn">One in so many is open; the others are fulfilled.</param>
    /// <param name="noticeFrom">The notice of the open ones, as SQL.</param>
    internal static async Task FillAsync(Database database, int from, int to, int openOneIn, string noticeFrom)
    {
        var record = Records.Born(null, 0, 1);
        var subject = StoredSubject.Of(Records.Tenant, record);
        var (json, tenant) = (RecordJson.Write(record.Obligations[0]), Records.Tenant.Value);
        var series = database.IsPostgres
            ? $"(SELECT generate_series({from}, {to}) AS n) AS s"
            : $"(WITH RECURSIVE c(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM c WHERE n < {to}) SELECT n FROM c) AS s";
        var id = database.IsPostgres ? "md5(n::text)::uuid" : "printf('%08X-0000-0000-0000-%012X', (n * 2654435761) % 4294967296, n)";
        var cast = database.IsPostgres ? "::jsonb" : "";
        await database.ExecuteAsync($"""
            INSERT INTO client_tracking_subjects (tenant, id, version, kind, regulation, regulation_version, schema_version, state, search, status, closed, due_from)
            SELECT '{tenant}', {id}, 1, 'requirement', 'RequirementFollowUp', 1, 1, '{subject.State}'{cast}, '{subject.Search}'{cast}, 'Registered', {(database.IsPostgres ? "false" : "0")},
                CASE WHEN n % {openOneIn} = 0 THEN {noticeFrom} END FROM {series}
            """);
        await database.ExecuteAsync($"""
            INSERT INTO client_tracking_obligations (tenant, subject, id, kind, rule, responsible, assignee, status, due, detail)
            SELECT '{tenant}', {id}, 1, 'requirement', 'RF-31', 'Collector', '王小明', CASE WHEN n % {openOneIn} = 0 THEN 0 ELSE 2 END,
                {Records.Noon.ToUnixTimeMilliseconds()} + (CAST(n AS bigint) * 7919) % 1000003, '{json}'{cast} FROM {series}
            """);
        await database.ExecuteAsync(database.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE");
    }
}
