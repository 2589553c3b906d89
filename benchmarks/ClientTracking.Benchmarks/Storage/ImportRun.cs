using ClientTracking.Subjects;
using Npgsql;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>Importing 100,000 historic subjects with two obligations each, against COPY of the same rows or one prepared transaction.</summary>
internal static class ImportRun
{
    private const int Subjects = 100_000;
    private const int Batch = 500;

    internal static async Task RunAsync(Database database)
    {
        await using var context = database.CreateDbContext();
        var raw = new RawRecords(context).With(Make("raw"));
        var ours = Make("ours");
        var bare = await Figures.SecondsAsync(async () =>
        {
            await using var connection = await database.OpenAsync();
            if (connection is NpgsqlConnection postgres) await raw.CopyAsync(postgres);
            else await raw.InsertAsync(connection);
        });
        var mine = await Figures.SecondsAsync(async () =>
        {
            foreach (var batch in ours.Chunk(Batch)) await database.Store.ImportAsync(Records.Tenant, [.. batch], default);
        });
        Figures.Print(
            database.Name, database.IsPostgres ? "import 100,000 subjects to COPY of the same rows" : "import 100,000 subjects to one prepared transaction",
            mine / bare, database.IsPostgres ? "≤ 2.5" : "≤ 2", Figures.Text($"{mine / Subjects * 1e6:0} µs a subject, raw {bare / Subjects * 1e6:0} µs"));
    }

    private static List<SubjectRecord> Make(string series) => [.. Enumerable.Range(1, Subjects).Select(serial => Records.Born(Records.Scope(series), serial, 2))];
}
