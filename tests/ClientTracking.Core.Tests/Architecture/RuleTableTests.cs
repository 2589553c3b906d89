using System.Globalization;
using System.Reflection;

namespace ClientTracking.Core.Tests.Architecture;

/// <summary>
/// Which tests show which rule; the table is left in <c>artifacts/rules.txt</c>. To print it:
/// <c>dotnet artifacts/bin/ClientTracking.Core.Tests/release/ClientTracking.Core.Tests.dll -class "*RuleTable*" &amp;&amp; cat artifacts/rules.txt</c>.
/// </summary>
public sealed class RuleTableTests
{
    /// <summary>The requirement regulation without the reports.</summary>
    private static readonly string[] Wanted =
    [
        .. Range(1, 6), .. Range(10, 14), .. Range(20, 24), .. Range(30, 47), .. Range(50, 51), .. Range(55, 57), .. Range(60, 65), .. Range(80, 82),
        .. Range(90, 97), "RF-A1", "RF-A2", "RF-A3", "RF-A4", "RF-A5",
    ];

    [Fact]
    public void Every_rule_of_the_requirement_regulation_has_a_test_named_after_it()
    {
        var tests = Tests().ToLookup(test => test.Rule, test => test.Name);
        File.WriteAllLines(
            Path.Combine(Readme.ReadmeTests.Root(), "artifacts", "rules.txt"),
            tests.OrderBy(rule => rule.Key, StringComparer.Ordinal).SelectMany(rule => rule.Order(StringComparer.Ordinal).Select(test => $"{rule.Key} {test}")));
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
