namespace ClientTracking.Priorities;

/// <summary>
/// Which of two numbers is lower: digits count as numbers, however many a template shows, so <c>14061999</c> comes before
/// <c>140619100</c> and <c>A2</c> before <c>A10</c>; everything else, and a tie, is decided ordinally.
/// </summary>
public sealed class NumberOrder : IComparer<string>
{
    private NumberOrder()
    {
    }

    /// <summary>The order.</summary>
    public static NumberOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (left.Length > 0 && right.Length > 0)
        {
            int byPart;
            if (char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0]))
            {
                var one = Digits(ref left);
                var other = Digits(ref right);
                byPart = one.Length != other.Length ? one.Length - other.Length : one.SequenceCompareTo(other);
            }
            else
            {
                byPart = left[0] - right[0];
                left = left[1..];
                right = right[1..];
            }

            if (byPart != 0) return byPart;
        }

        return left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(x, y);
    }

    /// <summary>Takes the digits a text starts with, without leading zeros.</summary>
    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }
}
