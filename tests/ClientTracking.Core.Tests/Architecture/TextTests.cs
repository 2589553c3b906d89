using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ClientTracking.Tracking;

namespace ClientTracking.Core.Tests.Architecture;

/// <summary>Every text exists in English and in Chinese and is filled with the same arguments.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Every_text_has_its_twin_in_the_other_language()
    {
        var (english, chinese) = (Texts(CultureInfo.InvariantCulture), Texts(CultureInfo.GetCultureInfo("zh-Hans")));
        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Arguments(text.Value), Arguments(chinese[text.Key])));
    }

    /// <summary>Joins a holiday and a document number, and 国办发明电〔…〕…号 says by itself that it is a notice.</summary>
    private const string NeedsNoWord = "explain.by-notice";

    [Fact]
    public void Every_text_that_has_words_in_English_has_Chinese_ones()
    {
        var chinese = Texts(CultureInfo.GetCultureInfo("zh-Hans"));
        Assert.All(
            Texts(CultureInfo.InvariantCulture).Where(text => text.Key != NeedsNoWord && Placeholder().Replace(text.Value, "").Any(char.IsLetter)),
            text => Assert.Matches("[\u4e00-\u9fff]", chinese[text.Key]));
    }

    private static Dictionary<string, string> Texts(CultureInfo culture) =>
        new ResourceManager("ClientTracking.Errors.Texts", typeof(ITracker).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Arguments(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\{)\{(\d+)")]
    private static partial Regex Placeholder();
}
