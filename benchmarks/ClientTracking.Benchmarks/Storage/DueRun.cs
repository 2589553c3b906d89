using System.Data.Common;
using ClientTracking.Obligations;
using ClientTracking.Storage;
using ClientTracking.Subjects;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>"Due before t, take 100" at 10k, 100k and 1M obligations (one in five open) and at depth, against the raw prepared statement.</summary>
internal static class DueRun
{
    private const int Times = 100;

    internal static async Task RunAsync(Database database)
    {
        var (filled, first) = (0, 0.0);
        foreach (var size in new[] { 10_000, 100_000, 1_000_000 })
        {
            await Filling.FillAsync(database, filled + 1, size, openOneIn: 5, "CAST(NULL AS bigint)");
            filled = size;
            var (mine, bare) = await CompareAsync(database, null);
            if (first == 0) first = mine;
            Figures.Print(database.Name, Figures.Text($"100 due of {size:N0} obligations"), mine / bare, "≤ 3", Figures.Text($"{mine * 1e6:0} µs, raw {bare * 1e6:0} µs; growth from 10,000: {mine / first:0.00} (≤ 1.3)"));
        }
        var surface = await CompareAsync(database, null);
        var deep = await CompareAsync(database, await CursorAtAsync(database, 100_000));
        Figures.Print(database.Name, "the same at depth 100,000, to depth 0", deep.Ours / surface.Ours, "≤ 1.3", Figures.Text($"{deep.Ours * 1e6:0} µs, at 0 {surface.Ours * 1e6:0} µs"));
    }

    private static async Task<(double Ours, double Raw)> CompareAsync(Database database, string? after)
    {
        var query = new ObligationQuery { DueBefore = Records.Noon + NodaTime.Duration.FromDays(1), After = after };
        var (mine, bare) = await Figures.MedianAsync(
            5,
            async () =>
            {
                for (var i = 0; i < Times; i++)
                {
                    await using var session = database.Store.OpenSession(Records.Tenant);
                    if ((await session.QueryAsync(query, default)).Items.Length != 100) throw new InvalidOperationException("Not a full page.");
                }
            },
            async () =>
            {
                for (var i = 0; i < Times; i++) await RawAsync(database);
            });
        return (mine / Times, bare / Times);
    }

    /// <summary>The same columns, which a list needs: the number of the subject and the whole obligation.</summary>
    private static async Task RawAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT o.subject, o.kind, s.number, o.detail FROM client_tracking_obligations o
            JOIN client_tracking_subjects s ON s.tenant = o.tenant AND s.id = o.subject
            WHERE o.tenant = @tenant AND o.status = 0 AND o.due < @before ORDER BY o.due, o.subject, o.id LIMIT 101
            """;
        Add(command, "tenant", Records.Tenant.Value);
        Add(command, "before", (Records.Noon + NodaTime.Duration.FromDays(1)).ToUnixTimeMilliseconds());
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Obligation>();
        while (await reader.ReadAsync())
        {
            _ = (reader.GetGuid(0), reader.GetString(1), await reader.IsDBNullAsync(2));
            rows.Add(RecordJson.ReadObligation(reader.GetString(3)));
        }
        if (rows.Count != 101) throw new InvalidOperationException("Not a full page.");
    }

    private static async Task<string?> CursorAtAsync(Database database, int depth)
    {
        var query = new ObligationQuery { DueBefore = Records.Noon + NodaTime.Duration.FromDays(1), Take = PagedQuery.LargestPage };
        for (var seen = 0; seen < depth; seen += PagedQuery.LargestPage)
        {
            await using var session = database.Store.OpenSession(Records.Tenant);
            query = query with { After = (await session.QueryAsync(query, default)).Next };
        }
        return query.After;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
