using ClientTracking.Storage;
using NodaTime;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Finding 100,000 overdue subjects a page of 4,000 at a time, as the sweeper does, against one raw stream of the same, and the same pages raw.</summary>
internal static class SweepRun
{
    private const int Overdue = 100_000;
    private const int Page = 4000; // the sweeper's
    private const int Rounds = 25; // of a tenth of a second; the first ones still compile
    private const string Due = "SELECT tenant, id, due_from FROM client_tracking_subjects WHERE due_from <= @now ";
    private const string Order = "ORDER BY due_from, tenant, id";
    private static readonly Instant Now = Records.Noon + Duration.FromDays(1);

    internal static async Task RunAsync(Database database)
    {
        var notice = $"{Records.Noon.ToUnixTimeMilliseconds()} + (CAST(n AS bigint) * 7919) % 1000003";
        await Filling.FillAsync(database, 1, Overdue, openOneIn: 1, notice);
        var (mine, bare) = await Figures.MedianAsync(Rounds, () => PagesAsync(database), () => StreamAsync(database));
        Print(database, "find 100,000 overdue in pages of 4,000, to a raw stream", mine, bare, "≤ 1.5");
        (mine, bare) = await Figures.MedianAsync(Rounds, () => PagesAsync(database), () => RawPagesAsync(database));
        Print(database, "the same, to the same pages by ADO.NET", mine, bare, "");
    }

    private static async Task PagesAsync(Database database)
    {
        var (found, last) = (0, (DueSubject?)null);
        while (await database.Store.FindDueAsync(Now, last, Page, default) is { IsEmpty: false } page) (found, last) = (found + page.Length, page[^1]);
        if (found != Overdue) throw new InvalidOperationException($"{found} found.");
    }

    private static async Task StreamAsync(Database database)
    {
        var (found, _, _, _) = await ReadAsync(database, Due + Order);
        if (found != Overdue) throw new InvalidOperationException($"{found} found.");
    }

    private static async Task RawPagesAsync(Database database)
    {
        var (found, last) = (0, ("", Guid.Empty, 0L));
        while (true)
        {
            var (count, tenant, id, from) = await ReadAsync(
                database, $"{Due} AND (due_from, tenant, id) > (@from, @tenant, @id) {Order} LIMIT {Page}",
                ("tenant", last.Item1), ("id", last.Item2), ("from", last.Item3));
            if (count == 0) break;
            (found, last) = (found + count, (tenant, id, from));
        }
        if (found != Overdue) throw new InvalidOperationException($"{found} found.");
    }

    /// <summary>Reads each row, and says how many there were and which was the last.</summary>
    private static async Task<(int Count, string Tenant, Guid Id, long From)> ReadAsync(Database database, string statement, params (string Name, object Value)[] after)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in after.Append(("now", Now.ToUnixTimeMilliseconds())))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var last = (Count: 0, "", Guid.Empty, 0L);
        while (await reader.ReadAsync()) last = (last.Count + 1, reader.GetString(0), reader.GetGuid(1), reader.GetInt64(2));
        return last;
    }

    private static void Print(Database database, string what, double mine, double bare, string target) =>
        Figures.Print(database.Name, what, mine / bare, target, Figures.Text($"{mine / Overdue * 1e6:0.00} µs each, raw {bare / Overdue * 1e6:0.00} µs"));
}
