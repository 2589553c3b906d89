using ClientTracking.Storage;
using NodaTime;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Finding 100,000 overdue subjects a page of 1,000 at a time, as the sweeper does, against one raw stream of the same.</summary>
internal static class SweepRun
{
    private const int Overdue = 100_000;
    private const int Page = 1000; // the sweeper's

    internal static async Task RunAsync(Database database)
    {
        var notice = $"{Records.Noon.ToUnixTimeMilliseconds()} + (CAST(n AS bigint) * 7919) % 1000003";
        await Filling.FillAsync(database, 1, Overdue, openOneIn: 1, notice);
        var now = Records.Noon + Duration.FromDays(1);
        var (mine, bare) = await Figures.MedianAsync(
            3,
            async () =>
            {
                var (found, last) = (0, (DueSubject?)null);
                while (await database.Store.FindDueAsync(now, last, Page, default) is { IsEmpty: false } page) (found, last) = (found + page.Length, page[^1]);
                if (found != Overdue) throw new InvalidOperationException($"{found} found.");
            },
            async () =>
            {
                await using var connection = await database.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT tenant, id, due_from FROM client_tracking_subjects WHERE due_from <= {now.ToUnixTimeMilliseconds()} ORDER BY due_from, tenant, id";
                await using var reader = await command.ExecuteReaderAsync();
                var found = 0;
                while (await reader.ReadAsync())
                {
                    _ = (reader.GetString(0), reader.GetGuid(1), reader.GetInt64(2));
                    found++;
                }
                if (found != Overdue) throw new InvalidOperationException($"{found} found.");
            });
        Figures.Print(database.Name, "find 100,000 overdue in pages of 1,000, to a raw stream", mine / bare, "≤ 1.5", Figures.Text($"{mine / Overdue * 1e6:0.00} µs each, raw {bare / Overdue * 1e6:0.00} µs"));
    }
}
