using System.Globalization;
using System.Reflection;

namespace ClientTracking.Core.Tests.Architecture;

/// <summary>
/// Which tests show which rule. To print the table:
/// <c>dotnet artifacts/bin/ClientTracking.Core.Tests/release/ClientTracking.Core.Tests.dll -class "*RuleTable*" -showLiveOutput</c>.
/// </summary>
public sealed class RuleTableTests
{
    /// <summary>The requirement regulation without reports, sanctions and rewards.</summary>
    private static readonly string[] Wanted =
    [
        .. Range(1, 6), .. Range(10, 14), .. Range(20, 24), .. Range(30, 47), .. Range(50, 51), .. Range(55, 57), .. Range(60, 65), .. Range(80, 82),
    ];

    [Fact]
    public void Every_rule_of_the_requirement_regulation_has_a_test_named_after_it()
    {
        var tests = Tests().ToLookup(test => test.Rule, test => test.Name);
        foreach (var rule in tests.Select(rule => rule.Key).Order(StringComparer.Ordinal))
            TestContext.Current.TestOutputHelper!.WriteLine($"{rule}: {string.Join("; ", tests[rule].Order(StringComparer.Ordinal))}");
        Assert.DoesNotContain(Wanted, rule => !tests.Contains(rule));
    }

    private static IEnumerable<(string Rule, string Name)> Tests() =>
        from type in typeof(RuleTableTests).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(FactAttribute))
        from trait in method.GetCustomAttributes<TraitAttribute>().SelectMany(attribute => attribute.GetTraits())
        where trait.Key == "rule"
        select (trait.Value, $"{type.Name}.{method.Name}");

    private static IEnumerable<string> Range(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"RF-{number:00}"));
}
