namespace ClientTracking.Core.Tests.Readme;

/// <summary>What the README shows is what is compiled and run here.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_test_in_the_README_is_the_one_that_runs(string readme)
    {
        var root = Root();
        var source = File.ReadAllText(Path.Combine(root, "tests/ClientTracking.Core.Tests/Readme/OverdueTest.cs"));
        var lines = source[(source.IndexOf("// readme\n", StringComparison.Ordinal) + 10)..source.IndexOf("    // end", StringComparison.Ordinal)]
            .Split('\n').Select(line => line.Length > 4 ? line[4..] : line.Trim());
        Assert.Contains(string.Join('\n', lines).TrimEnd(), File.ReadAllText(Path.Combine(root, readme)), StringComparison.Ordinal);
    }

    internal static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ClientTracking.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
