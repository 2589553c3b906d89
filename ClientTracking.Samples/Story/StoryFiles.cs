namespace ClientTracking.Samples.Story;

/// <summary>The files of a story.</summary>
/// <param name="Actions">The actions.</param>
/// <param name="Database">The SQLite file.</param>
internal sealed record StoryFiles(string Actions, string Database)
{
    /// <summary>What the team of the sample's own story plans.</summary>
    public static string Team => Path.Combine(AppContext.BaseDirectory, "data", "team-2014-06.jsonl");

    /// <summary>The notices the host received.</summary>
    public string Notices => Path.ChangeExtension(Database, ".notices.txt");

    /// <summary>The files asked for, or the defaults: the sample's own story, and a database in artifacts/sample named like it.</summary>
    public static StoryFiles Of(string? actions, string? database)
    {
        actions ??= Path.Combine(AppContext.BaseDirectory, "data", "requirements-2014-06.jsonl");
        database ??= Path.Combine(Artifacts(), "sample", Path.GetFileNameWithoutExtension(actions) + ".db");
        return new(actions, Path.GetFullPath(database));
    }

    public void Reset()
    {
        foreach (var file in new[] { Database, $"{Database}-wal", $"{Database}-shm", $"{Database}-journal", Notices }) File.Delete(file);
    }

    /// <summary>The artifacts folder of the repository the program was built in; outside of one, beside the program.</summary>
    public static string Artifacts()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ClientTracking.sln")))
                return Path.Combine(folder.FullName, "artifacts");
        return Path.Combine(AppContext.BaseDirectory, "artifacts");
    }
}
