using System.Text;

namespace ClientTracking.Numbering;

/// <summary>The shapes of the numbers a rule can write: literals as they are, every other place any digit.</summary>
internal static class NumberShape
{
    // No template contains it: what is not seen is refused.
    private const char AnyDigit = '\0';

    /// <summary>Whether a text could have a shape of both rules.</summary>
    /// <remarks>Only serials vary in length: to a length of the one belongs one of the other that makes the texts equally long.</remarks>
    internal static bool Meet(NumberingRule a, NumberingRule b)
    {
        for (var digits = a.Template.SerialDigits; digits <= MaxDigits(a); digits++)
        {
            var others = digits + a.Template.LiteralAndDateLength - b.Template.LiteralAndDateLength;
            if (others < b.Template.SerialDigits || others > MaxDigits(b)) continue;
            if (Meet(Of(a.Template, digits), Of(b.Template, others))) return true;
        }
        return false;
    }

    /// <summary>Whether a text that both templates can write has the same date fields and the same serial in both.</summary>
    internal static bool DifferInSerialWidthOnly(NumberingRule a, NumberingRule b)
    {
        var left = a.Template.Parts;
        var right = b.Template.Parts;
        var same = left.Length == right.Length;
        for (var i = 0; same && i < left.Length; i++)
            same = left[i] == right[i] || (left[i].Kind == NumberPartKind.Serial && right[i].Kind == NumberPartKind.Serial);
        return same;
    }

    private static int MaxDigits(NumberingRule rule) =>
        rule.Overflow == Overflow.Refuse ? rule.Template.SerialDigits : NumberPart.MaxSerialWidth;

    private static string Of(NumberTemplate template, int serialDigits)
    {
        var shape = new StringBuilder();
        foreach (var part in template.Parts)
        {
            if (part.Kind == NumberPartKind.Literal) shape.Append(part.Text);
            else shape.Append(AnyDigit, part.Kind == NumberPartKind.Serial ? serialDigits : part.Width);
        }
        return shape.ToString();
    }

    private static bool Meet(string a, string b) => a.Zip(b).All(pair => Meet(pair.First, pair.Second));

    private static bool Meet(char a, char b) =>
        a == b || (a == AnyDigit && char.IsAsciiDigit(b)) || (b == AnyDigit && char.IsAsciiDigit(a));
}
