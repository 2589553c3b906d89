using System.Runtime.CompilerServices;

namespace ClientTracking;

/// <summary>What every identifying text must be: not blank, no control characters, of bounded length.</summary>
internal static class TextCheck
{
    internal static string Identifier(string value, int longest, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        if (value.Length > longest) throw new ArgumentException($"At most {longest} characters; '{value}' has {value.Length}.", name);
        if (value.Any(char.IsControl)) throw new ArgumentException("Control characters are not allowed.", name);
        return value;
    }

    internal static bool IsIdentifier(string value, int longest) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= longest && !value.Any(char.IsControl);
}
