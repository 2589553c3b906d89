using System.Text.RegularExpressions;
using ClientTracking.Core.Tests.Readme;
using ClientTracking.Errors;
using ClientTracking.Tracking;

namespace ClientTracking.Core.Tests.Architecture;

/// <summary>Inside Core dependencies run one way; namespaces are folders, so the names a folder's files use tell them.</summary>
public sealed partial class DependencyTests
{
    private static readonly string[] Layers =
        ["Time", "Deadlines", "Obligations", "Sanctions", "Regulations", "Subjects", "Storage", "Tracking", "Leaks", "Oversight", "Requirements", "Schedules", "Meetings", "Bugs", "Statements", "DependencyInjection"];

    private static readonly string[] KnowOnlyTime = ["Confidentiality", "Numbering", "Priorities"];

    [Fact]
    public void Dependencies_inside_Core_run_one_way()
    {
        var core = Path.Combine(ReadmeTests.Root(), "ClientTracking.Core");
        var wrong =
            from folder in Layers.Concat(KnowOnlyTime)
            from file in Directory.EnumerateFiles(Path.Combine(core, folder), "*.cs", SearchOption.AllDirectories)
            from Match use in Used().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where used != folder && Layers.Concat(KnowOnlyTime).Contains(used) && !May(folder, used)
            select $"{Path.GetRelativePath(core, file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_Core_has_its_place_in_the_order()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(ReadmeTests.Root(), "ClientTracking.Core")).Select(Path.GetFileName)
            .Where(name => name is not ("Errors" or "bin" or "obj"));
        Assert.Equal(Layers.Concat(KnowOnlyTime).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_knows_NodaTime_and_the_abstractions_of_the_framework_only() =>
        Assert.All(typeof(ITracker).Assembly.GetReferencedAssemblies(), assembly => Assert.Matches("^(NodaTime|System\\..*|Microsoft\\.Extensions\\..*|netstandard)$", assembly.Name!));

    [Fact]
    public void No_type_has_the_name_of_a_namespace()
    {
        var types = typeof(ITracker).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("ClientTracking", StringComparison.Ordinal) == true).ToArray();
        var names = types.SelectMany(type => type.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(types, type => names.Contains(type.Name));
    }

    [Fact]
    public void Every_public_exception_is_one_of_ours() => Assert.All(
        typeof(ITracker).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception))),
        type => Assert.True(type == typeof(ClientTrackingException) || type.IsSubclassOf(typeof(ClientTrackingException)), type.Name));

    private static bool May(string folder, string used) =>
        KnowOnlyTime.Contains(folder) ? used == "Time"
        : (folder, used) == ("Sanctions", "Obligations") ? false
        : KnowOnlyTime.Contains(used) ? Array.IndexOf(Layers, folder) >= Array.IndexOf(Layers, "Regulations")
        : Array.IndexOf(Layers, used) < Array.IndexOf(Layers, folder);

    [GeneratedRegex(@"(?:using (?:static )?ClientTracking\.)(\w+)")]
    private static partial Regex Used();
}
