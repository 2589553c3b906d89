using NodaTime;

namespace ClientTracking.Numbering;

/// <summary>What a piece of a number template stands for.</summary>
internal enum NumberPartKind
{
    Literal,
    Year,
    Month,
    Day,
    Serial,
}

/// <summary>
/// One piece of a number template. All but the serial have a fixed length, so the length of a number tells where its serial ends.
/// </summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Width">Its length in UTF-16 units; the least number of digits for the serial.</param>
/// <param name="Text">The text of a literal; empty otherwise.</param>
internal readonly record struct NumberPart(NumberPartKind Kind, int Width, string Text = "")
{
    /// <summary>The digits of <see cref="long.MaxValue"/>.</summary>
    internal const int MaxSerialWidth = 19;

    /// <summary>Writes the piece at the start of <paramref name="target"/> and returns its length.</summary>
    internal int Write(Span<char> target, LocalDate date, long serial)
    {
        if (Kind == NumberPartKind.Literal)
        {
            Text.CopyTo(target);
            return Width;
        }

        var value = Kind switch
        {
            NumberPartKind.Year => Width == 2 ? date.Year % 100 : date.Year,
            NumberPartKind.Month => date.Month,
            NumberPartKind.Day => date.Day,
            _ => serial,
        };
        var width = Width;
        while (width < MaxSerialWidth && value >= Power(width)) width++;
        for (var i = width - 1; i >= 0; i--, value /= 10) target[i] = (char)('0' + (value % 10));
        return width;
    }

    /// <summary>Ten to the power of <paramref name="exponent"/>, which is at most 18: the largest that a serial can hold.</summary>
    internal static long Power(int exponent)
    {
        var power = 1L;
        while (exponent-- > 0) power *= 10;
        return power;
    }
}
