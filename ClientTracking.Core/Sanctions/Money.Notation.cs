using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientTracking.Errors;

namespace ClientTracking.Sanctions;

/// <content>The text form.</content>
public readonly partial record struct Money
{
    /// <summary>Reads <c>110</c>, <c>110.5</c> or <c>110.00</c>, with a leading minus where negative; ASCII digits, no grouping.</summary>
    /// <param name="text">The amount.</param>
    /// <param name="currency">Its currency.</param>
    /// <exception cref="NotationException">It is no such amount, or too large; names the first character that does not fit.</exception>
    public static Money Parse(string text, string currency = DefaultCurrency)
    {
        ArgumentNullException.ThrowIfNull(text);
        var negative = text.StartsWith('-');
        var (position, fen, decimals) = (negative ? 1 : 0, (Int128)0, -1);
        for (; position < text.Length; position++)
        {
            var (c, before) = (text[position], position > 0 ? text[position - 1] : '-');
            if (c == '.' && decimals < 0 && char.IsAsciiDigit(before)) decimals = 0;
            else if (char.IsAsciiDigit(c) && decimals < 2 && fen < long.MaxValue)
            {
                fen = (fen * 10) + (c - '0');
                if (decimals >= 0) decimals++;
            }
            else break;
        }

        if (position < text.Length || position == 0 || !char.IsAsciiDigit(text[^1])) throw new NotationException("money.malformed", text, position);
        for (var missing = Math.Max(decimals, 0); missing < 2; missing++) fen *= 10;
        if (negative) fen = -fen;
        return fen >= long.MinValue && fen <= long.MaxValue ? new((long)fen, currency) : throw new NotationException("money.too-large", text, 0);
    }

    /// <summary>The amount with two decimals and without its currency, for example <c>110.00</c>; the same in every culture.</summary>
    public override string ToString()
    {
        var (whole, rest) = Math.DivRem(Fen, 100);
        var sign = Fen < 0 && whole == 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{Math.Abs(rest):00}");
    }
}

/// <summary>Reads and writes <see cref="Money"/> as a number of fen; of another currency than the yuan as <c>"11000 USD"</c>.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number) return new(reader.GetInt64());
        return reader.GetString()?.Split(' ') is [var fen, var currency]
            && long.TryParse(fen, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)
            ? new(value, currency)
            : throw new JsonException("An amount is a number of fen, or fen and a currency, as in \"11000 USD\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        if (value.Currency == Money.DefaultCurrency) writer.WriteNumberValue(value.Fen);
        else writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Fen} {value.Currency}"));
    }
}
