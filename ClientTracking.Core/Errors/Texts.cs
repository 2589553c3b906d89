using System.Globalization;
using System.Resources;

namespace ClientTracking.Errors;

/// <summary>The texts of Texts.resx (English) and Texts.zh-Hans.resx (Chinese), by code.</summary>
internal static class Texts
{
    internal static ResourceManager Resources { get; } = new("ClientTracking.Errors.Texts", typeof(Texts).Assembly);

    /// <summary>The text of a code, or the code itself where a host's own code has none.</summary>
    internal static string Format(CultureInfo culture, string code, params ReadOnlySpan<object> arguments)
    {
        var text = Resources.GetString(code, culture);
        return text is null ? $"{code} {string.Join(", ", arguments.ToArray())}".TrimEnd() : string.Format(culture, text, arguments);
    }
}
