using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ClientTracking;

/// <summary>What every identifying text must be: not blank, of bounded length, nothing in it that is not seen, and written in one way (NFC).</summary>
internal static class TextCheck
{
    /// <summary>The text in its one normal form, so that two that look alike to a reader and to Unicode are one and the same.</summary>
    internal static string Identifier(string value, int longest, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        if (value.Length > longest) throw new ArgumentException($"At most {longest} characters; '{value}' has {value.Length}.", name);
        if (Unseen(value) is { } unseen) throw new ArgumentException($"The character U+{unseen:X4} is not seen and not allowed.", name);
        var normal = value.Normalize(NormalizationForm.FormC);
        return normal.Length <= longest ? normal : throw new ArgumentException($"At most {longest} characters; '{value}' has {normal.Length}.", name);
    }

    internal static bool IsIdentifier(string value, int longest) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= longest && Unseen(value) is null && value.Normalize(NormalizationForm.FormC).Length <= longest;

    /// <summary>The first code point that is not seen, directs the writing, or is half a character; null if none.</summary>
    internal static int? Unseen(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is >= ' ' and <= '~') continue;
            if (!Rune.TryGetRuneAt(value, i, out var rune)) return value[i];
            if (IsUnseen(rune)) return rune.Value;
            i += rune.Utf16SequenceLength - 1;
        }

        return null;
    }

    /// <summary>The first half of a character that stands alone: no store can keep it; null if none.</summary>
    internal static int? Half(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!Rune.TryGetRuneAt(value, i, out _)) return value[i];
            i++;
        }

        return null;
    }

    /// <summary>Whether a code point is not seen or directs the writing.</summary>
    internal static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        // Fillers, blanks and selectors that Unicode counts as letters, symbols or marks.
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
