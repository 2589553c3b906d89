using System.Text;
using ClientTracking.Errors;

namespace ClientTracking.Numbering;

/// <summary>Reads the notation of a number template from left to right; stops at the first character that does not fit.</summary>
internal sealed class TemplateReader(string notation)
{
    private const string Separators = "-/._年月日";
    private const int MaxPadding = NumberPart.MaxSerialWidth - 1;

    private readonly List<NumberPart> _parts = [];
    private int _at;

    /// <summary>The parts read; of use only when <see cref="Read"/> found nothing wrong.</summary>
    internal IReadOnlyList<NumberPart> Parts => _parts;

    /// <summary>Reads everything and returns what is wrong, not thrown; null when nothing is.</summary>
    internal NotationException? Read()
    {
        if (notation.Length > NumberTemplate.MaxNotationLength)
            return Error("numbering.template.too-long", NumberTemplate.MaxNotationLength, NumberTemplate.MaxNotationLength);
        while (_at < notation.Length)
        {
            if ((StartsToken() ? ReadToken() : ReadLiteral()) is { } error) return error;
        }
        return Has(NumberPartKind.Serial) ? null : Error("numbering.template.serial-missing", notation.Length);
    }

    private bool StartsToken() => notation[_at] == '{' && !notation.AsSpan(_at).StartsWith("{{");

    private NotationException? ReadLiteral()
    {
        if (notation[_at] == '}' && !notation.AsSpan(_at).StartsWith("}}")) return Error("numbering.template.stray-brace", _at);
        if (!Rune.TryGetRuneAt(notation, _at, out var rune)) return Error("numbering.template.character", _at, $"U+{(int)notation[_at]:X4}");
        if (TextCheck.IsUnseen(rune)) return Error("numbering.template.character", _at, $"U+{rune.Value:X4}");
        if (AfterSerial && Rune.IsDigit(rune)) return Error("numbering.template.ambiguous", _at);
        AddLiteral(rune.ToString());
        _at += rune.Value is '{' or '}' ? 2 : rune.Utf16SequenceLength;
        return null;
    }

    private NotationException? ReadToken()
    {
        var close = notation.IndexOf('}', _at);
        if (close < 0) return Error("numbering.template.unclosed", notation.Length);
        var token = notation[(_at + 1)..close];
        var error =
            token.StartsWith("date:", StringComparison.Ordinal) ? ReadDate(_at + 6, close) :
            token.StartsWith("serial:", StringComparison.Ordinal) ? ReadSerial(_at + 8, close) :
            Error("numbering.template.unknown-token", _at + 1, token);
        _at = close + 1;
        return error;
    }

    private NotationException? ReadDate(int at, int close)
    {
        var before = _parts.Count(IsDate);
        while (at < close)
        {
            var rest = notation.AsSpan(at, close - at);
            NumberPart? field =
                rest.StartsWith("yyyy") ? new(NumberPartKind.Year, 4) :
                rest.StartsWith("yy") ? new(NumberPartKind.Year, 2) :
                rest.StartsWith("MM") ? new(NumberPartKind.Month, 2) :
                rest.StartsWith("dd") ? new(NumberPartKind.Day, 2) :
                null;
            if (field is { } part)
            {
                if (Has(part.Kind)) return Error("numbering.template.date-repeated", at, rest[..part.Width].ToString());
                if (AfterSerial) return Error("numbering.template.ambiguous", at);
                _parts.Add(part);
                at += part.Width;
            }
            else if (Separators.Contains(rest[0], StringComparison.Ordinal))
            {
                AddLiteral(rest[..1].ToString());
                at++;
            }
            else
            {
                return Error("numbering.template.date-part", at);
            }
        }
        return _parts.Count(IsDate) > before ? null : Error("numbering.template.date-part", close);
    }

    private NotationException? ReadSerial(int start, int close)
    {
        if (Has(NumberPartKind.Serial)) return Error("numbering.template.serial-repeated", _at);
        var zeros = notation.AsSpan(start, close - start).IndexOfAnyExcept('0') is >= 0 and var odd ? odd : close - start;
        if (zeros == 0 || zeros > MaxPadding || start + zeros < close)
            return Error("numbering.template.serial-pattern", start + Math.Min(zeros, MaxPadding), MaxPadding);
        _parts.Add(new NumberPart(NumberPartKind.Serial, zeros));
        return null;
    }

    private void AddLiteral(string text)
    {
        if (_parts is [.., { Kind: NumberPartKind.Literal } last])
        {
            text = last.Text + text;
            _parts.RemoveAt(_parts.Count - 1);
        }
        _parts.Add(new NumberPart(NumberPartKind.Literal, text.Length, text));
    }

    private bool AfterSerial => _parts is [.., { Kind: NumberPartKind.Serial }];

    private bool Has(NumberPartKind kind) => _parts.Exists(part => part.Kind == kind);

    private static bool IsDate(NumberPart part) => part.Kind is NumberPartKind.Year or NumberPartKind.Month or NumberPartKind.Day;

    private NotationException Error(string code, int position, params object[] arguments) => new(code, notation, position, arguments);
}
