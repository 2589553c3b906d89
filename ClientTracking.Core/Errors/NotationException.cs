namespace ClientTracking.Errors;

/// <summary>A short text notation (deadline rule, number template, calendar file) cannot be read; says where and what was expected.</summary>
public sealed class NotationException : ClientTrackingException
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">The code of the text; its arguments are {0} the notation, {1} the 1-based position, then <paramref name="arguments"/>.</param>
    /// <param name="notation">The whole text that was read.</param>
    /// <param name="position">The 0-based index of the first character that does not fit.</param>
    /// <param name="arguments">Further arguments of the text.</param>
    public NotationException(string code, string notation, int position, params object[] arguments)
        : base(code, [notation, position + 1, .. arguments])
    {
        Notation = notation;
        Position = position;
    }

    /// <summary>The whole text that was read.</summary>
    public string Notation { get; }

    /// <summary>The 0-based index of the first character that does not fit; the length where the text ends too early.</summary>
    public int Position { get; }
}
