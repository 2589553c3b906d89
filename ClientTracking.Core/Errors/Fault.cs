using System.Collections.Immutable;
using System.Globalization;

namespace ClientTracking.Errors;

/// <summary>One thing wrong with an input: where, which rule of form it breaks, and what would be right.</summary>
/// <param name="Path">Where in the input, for example <c>gist</c> or <c>Rules:RF-33:Deadline</c>.</param>
/// <param name="Code">The stable code of the text.</param>
/// <param name="Arguments">What the text is filled with.</param>
public sealed record Fault(string Path, string Code, params ImmutableArray<object> Arguments)
{
    /// <summary>The text in the language of <paramref name="culture"/>, with the path in front.</summary>
    public string Describe(CultureInfo culture) => $"{Path}: {Text(culture)}";

    /// <summary>The text alone in the language of <paramref name="culture"/>, for who shows the path in another way.</summary>
    public string Text(CultureInfo culture) => Texts.Format(culture, Code, Arguments.AsSpan());

    /// <summary>The text in the current UI culture.</summary>
    public override string ToString() => Describe(CultureInfo.CurrentUICulture);
}
