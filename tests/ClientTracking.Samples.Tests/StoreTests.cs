using ClientTracking.TestServers;

namespace ClientTracking.Samples.Tests;

/// <summary>The same story on every store prints the same, to the letter.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task In_memory() => await IsTheSameAsync("memory");

    [Fact]
    public async Task On_PostgreSQL()
    {
        Require("PostgreSQL", PostgresServer.Unavailable);
        var server = await PostgresServer.SharedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(server.Description);
        await IsTheSameAsync("postgres", server.ConnectionString(await server.CreateDatabaseAsync()));
    }

    [Fact]
    public async Task On_MongoDB()
    {
        var (server, unavailable) = await MongoStandIn.StartAsync(standalone: true);
        Require("MongoDB", unavailable);
        await using var _ = server;
        TestContext.Current.TestOutputHelper?.WriteLine("MongoDB-protocol stand-in on mongomock (standalone)");
        await IsTheSameAsync("mongo", server!.ConnectionString);
    }

    [Fact]
    public async Task A_store_that_needs_a_connection_says_so()
    {
        using var run = new Run();
        Assert.Equal(1, await run.StoryAsync(null, "--store", "postgres"));
        Assert.Contains("--connection", run.Error, StringComparison.Ordinal);
    }

    private static async Task IsTheSameAsync(string store, string? connection = null)
    {
        using var sqlite = new Run();
        using var other = new Run();
        string[] kept = ["--store", store, .. connection is null ? Array.Empty<string>() : ["--connection", connection]];
        Assert.Equal(0, await sqlite.StoryAsync());
        Assert.Equal(0, await other.StoryAsync(null, kept));
        Assert.Equal(sqlite.Output, other.Output);
        Assert.Contains(other.Output, line => line.StartsWith("14061910 李小四 王总 做 A ", StringComparison.Ordinal));

        var picture = sqlite.File("plan.svg");
        Assert.Equal(0, await sqlite.Async("", "gantt", "--live", "--database", sqlite.File("live.db"), "--out", picture));
        var drawn = await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken);
        Assert.Equal(0, await other.Async("", ["gantt", "--live", "--database", other.File("live.db"), "--out", picture, .. kept]));
        Assert.Equal(sqlite.Output, other.Output);
        Assert.Equal(drawn, await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken));
    }

    private static void Require(string product, string? unavailable)
    {
        if (unavailable is null) return;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CLIENTTRACKING_REQUIRE_SERVERS") == "1", unavailable);
        Assert.Fail($"CLIENTTRACKING_REQUIRE_SERVERS=1 asks for {product}: {unavailable}");
    }
}
