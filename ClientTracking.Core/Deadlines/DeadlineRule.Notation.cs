using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Deadlines;

/// <content>
/// The text form. <c>rule = (period | "same-day" | "at-once" ["+" n ("min" | "h")] | weekday) ["@" ending] ["~" roll]</c> with
/// <c>period = n unit | n ("h" | "min") "^open"</c>, <c>unit = h min wh wmin wd d mo y</c>, <c>weekday = mon … sun</c>,
/// <c>ending = cob | 24:00 | HH:mm</c>, <c>roll = next previous none</c>; lower case, no spaces.
/// </content>
public readonly partial record struct DeadlineRule : ISpanParsable<DeadlineRule>
{
    /// <summary>Reads the text form, for example <c>5wd</c>, <c>2d@24:00~none</c> or <c>fri@12:00</c>.</summary>
    /// <exception cref="NotationException">The text is no deadline rule; the error names the position.</exception>
    public static DeadlineRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static DeadlineRule Parse(ReadOnlySpan<char> text)
    {
        var reader = new DeadlineNotation(text);
        return reader.TryRead(out var rule) ? rule : throw reader.Error();
    }

    /// <summary>Reads the text form without an exception where it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DeadlineRule rule)
    {
        rule = default;
        return text is not null && TryParse(text.AsSpan(), out rule);
    }

    /// <inheritdoc cref="TryParse(string?, out DeadlineRule)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out DeadlineRule rule) => new DeadlineNotation(text).TryRead(out rule);

    static DeadlineRule IParsable<DeadlineRule>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static DeadlineRule ISpanParsable<DeadlineRule>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DeadlineRule>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeadlineRule result) =>
        TryParse(s, out result);

    static bool ISpanParsable<DeadlineRule>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DeadlineRule result) =>
        TryParse(s, out result);

    /// <summary>The canonical text: reads back as this rule, defaults left out (a weekday rule always says its ending).</summary>
    public override string ToString() => PeriodText + StartText + EndingText + RollText;

    private string PeriodText => Unit switch
    {
        DeadlineUnit.SameDay => "same-day",
        DeadlineUnit.AtOnce when Amount == DefaultGraceMinutes => "at-once",
        DeadlineUnit.AtOnce => string.Create(CultureInfo.InvariantCulture, $"at-once+{Amount}min"),
        DeadlineUnit.Weekday => DeadlineUnits.Weekdays[Weekday - IsoDayOfWeek.Monday],
        _ => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Unit.Symbol()}"),
    };

    private string StartText => StartsAtOpening ? "^open" : "";

    private string EndingText => Ending.IsCloseOfBusiness && Unit != DeadlineUnit.Weekday ? "" : $"@{Ending}";

    private string RollText => OffDay == Unit.DefaultRoll() ? "" : OffDay switch
    {
        RollRule.Next => "~next",
        RollRule.Previous => "~previous",
        _ => "~none",
    };
}
