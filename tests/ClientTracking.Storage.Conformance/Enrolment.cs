using System.Reflection;

namespace ClientTracking.Storage.Conformance;

/// <summary>Finds the suites a store's test project has forgotten; every such project has a fact that calls it.</summary>
public static class Enrolment
{
    /// <summary>The suites without a runnable subclass, for every fixture of the assembly; all of them when it has no fixture.</summary>
    /// <param name="assembly">The test project of one store.</param>
    /// <returns>Texts such as <c>ClaimConformance for SqliteFixture</c>, in ordinal order; empty when nothing is missing.</returns>
    public static IReadOnlyList<string> MissingIn(Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var fixtures = types.Where(type => type.IsSubclassOf(typeof(StoreFixture))).Select(type => type.Name).DefaultIfEmpty("any fixture");
        var enrolled = types.Select(type => type.BaseType!).Where(IsSuite).Select(Name).ToHashSet(StringComparer.Ordinal);
        var wanted =
            from suite in typeof(Enrolment).Assembly.GetTypes()
            where suite.IsAbstract && IsSuite(suite)
            from fixture in fixtures
            select Name(suite, fixture);
        return [.. wanted.Where(name => !enrolled.Contains(name)).Order(StringComparer.Ordinal)];
    }

    private static bool IsSuite(Type type) =>
        type is { IsGenericType: true, BaseType: { IsGenericType: true } parent }
        && parent.GetGenericTypeDefinition() == typeof(StoreSuite<>);

    private static string Name(Type suite) => Name(suite, suite.GenericTypeArguments[0].Name);

    private static string Name(Type suite, string fixture) =>
        $"{suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)]} for {fixture}";
}
