namespace ClientTracking.TestServers;

/// <summary>MongoDB itself in containers, which all tests of this process share; each has databases of its own.</summary>
public static class MongoContainer
{
    /// <summary>Which server it is, for the log of every test.</summary>
    public const string Image = "mongo:7";

    private static readonly Lazy<Task<string>> Standalone = new(() => StartAsync(standalone: true));
    private static readonly Lazy<Task<string>> ReplicaSet = new(() => StartAsync(standalone: false));

    /// <summary>How to connect to it, started when first asked for; null where no Docker answers.</summary>
    /// <param name="standalone">Without transactions and retryable writes; otherwise the only member of a replica set.</param>
    public static async Task<string?> ConnectionStringAsync(bool standalone) =>
        Container.IsPossible ? await (standalone ? Standalone : ReplicaSet).Value : null;

    private static async Task<string> StartAsync(bool standalone)
    {
        var container = await Container.StartAsync(27017, [Image, .. standalone ? Array.Empty<string>() : ["--replSet", "rs0"]]);
        for (var attempt = 1; ; attempt++)
            try
            {
                await container.ExecuteAsync("mongosh", "--quiet", "--eval", standalone ? "db.hello()" : Primary);
                // Outside it the member has another address than the one it knows of itself.
                return $"mongodb://{container.Address}/?directConnection=true";
            }
            catch (InvalidOperationException) when (attempt < 120)
            {
                await Task.Delay(500);
            }
    }

    /// <summary>Makes the set where there is none, and fails until its member is the primary.</summary>
    private const string Primary =
        "try { rs.status() } catch { rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'localhost:27017' }] }) } if (!db.hello().isWritablePrimary) quit(1)";
}
