using System.Reflection;

namespace ClientTracking.PublicApi;

/// <summary>The public surface of the package under test is the one in its PublicAPI.txt; whoever changes it sees what hosts will see.</summary>
/// <remarks>Accept a change with <c>CLIENTTRACKING_ACCEPT=1 ./test.sh</c>, and read the difference before committing it.</remarks>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_one_written_down()
    {
        var name = typeof(PublicApiTests).Assembly.GetName().Name![..^".Tests".Length];
        var path = Path.Combine(Root(), name, "PublicAPI.txt");
        var surface = string.Join('\n', Surface.Of(Assembly.Load(name))) + "\n";
        if (Environment.GetEnvironmentVariable("CLIENTTRACKING_ACCEPT") == "1") File.WriteAllText(path, surface);
        Assert.Equal(File.ReadAllText(path), surface);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ClientTracking.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
