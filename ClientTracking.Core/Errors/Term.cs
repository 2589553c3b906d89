using System.Collections.Immutable;
using System.Globalization;

namespace ClientTracking.Errors;

/// <summary>A word that stands inside a text and is translated with it.</summary>
internal sealed record Term(string Code) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Texts.Format(formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture, Code);

    public override string ToString() => ToString(null, null);
}

/// <summary>Several such words, as a list; a dash where there are none.</summary>
internal sealed record Terms(ImmutableArray<string> Codes) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Codes.IsEmpty ? "–" : string.Join(", ", Codes.Select(code => new Term(code).ToString(null, formatProvider)));

    public override string ToString() => ToString(null, null);
}
