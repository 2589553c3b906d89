namespace ClientTracking.Benchmarks.Storage;

/// <summary>All storage figures: <c>dotnet run -c Release -- storage [save|numbers|due|sweep|import]</c>.</summary>
internal static class StorageRun
{
    internal static async Task RunAsync(string[] wanted)
    {
        Console.WriteLine("| database | what | ratio | target | figures |");
        Console.WriteLine("| --- | --- | --: | --- | --- |");
        foreach (var isPostgres in new[] { true, false })
            foreach (var (name, run) in Runs)
                if (wanted.Length == 0 || wanted.Contains(name))
                {
                    await using var database = await Database.CreateAsync(isPostgres);
                    // Not empty: on tables that it knows to be empty PostgreSQL plans the checks of foreign keys as scans, and keeps those plans.
                    await Filling.FillAsync(database, 10_000_001, 10_005_000, openOneIn: 5, "CAST(NULL AS bigint)");
                    await run(database);
                }
    }

    private static readonly (string Name, Func<Database, Task> Run)[] Runs =
        [("save", SaveRun.RunAsync), ("numbers", NumberRun.RunAsync), ("import", ImportRun.RunAsync), ("due", DueRun.RunAsync), ("sweep", SweepRun.RunAsync)];
}
