namespace ClientTracking.Benchmarks.Storage;

/// <summary>All storage figures: <c>dotnet run -c Release -- storage [save|numbers|due|sweep|import] [postgres|sqlite|mongo]</c>.</summary>
internal static class StorageRun
{
    internal static async Task RunAsync(string[] wanted)
    {
        Console.WriteLine("| database | what | ratio | target | figures |");
        Console.WriteLine("| --- | --- | --: | --- | --- |");
        string[] databases = [.. wanted.Intersect(Databases)];
        string[] runs = [.. wanted.Except(Databases)];
        foreach (var isPostgres in new[] { true, false }.Where(isPostgres => databases.Length == 0 || databases.Contains(Databases[isPostgres ? 0 : 1])))
            foreach (var (name, run) in Runs)
                if (runs.Length == 0 || runs.Contains(name))
                {
                    await using var database = await Database.CreateAsync(isPostgres);
                    // Not empty: on tables that it knows to be empty PostgreSQL plans the checks of foreign keys as scans, and keeps those plans.
                    await Filling.FillAsync(database, 10_000_001, 10_005_000, openOneIn: 5, "CAST(NULL AS bigint)");
                    await run(database);
                }
        if ((databases.Length == 0 || databases.Contains("mongo")) && (runs.Length == 0 || runs.Contains("save"))) await MongoSaveRun.RunAsync();
    }

    private static readonly string[] Databases = ["postgres", "sqlite", "mongo"];

    private static readonly (string Name, Func<Database, Task> Run)[] Runs =
        [("save", SaveRun.RunAsync), ("numbers", NumberRun.RunAsync), ("import", ImportRun.RunAsync), ("due", DueRun.RunAsync), ("sweep", SweepRun.RunAsync)];
}
