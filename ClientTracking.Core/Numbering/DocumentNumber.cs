namespace ClientTracking.Numbering;

/// <summary>The number (编号) of a document, with the serial it was made from.</summary>
/// <remarks>
/// The order is by series, period and serial, not by the text: 100 comes after 99 however many digits the template shows.
/// The texts decide only between numbers that agree in all three, so that the order agrees with equality.
/// </remarks>
public sealed record DocumentNumber : IComparable<DocumentNumber>
{
    /// <summary>Creates a number from its parts, as a store does; <see cref="NumberingRule.NumberFor"/> makes new ones.</summary>
    /// <exception cref="ArgumentException"><paramref name="scope"/> names no series or <paramref name="text"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="serial"/> is negative.</exception>
    public DocumentNumber(NumberScope scope, long serial, string text, string bare)
    {
        if (scope == default) throw new ArgumentException("The scope names no series.", nameof(scope));
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentNullException.ThrowIfNull(bare);
        Scope = scope;
        Serial = serial;
        Text = text;
        Bare = bare;
    }

    /// <summary>The series and period the serial counts in.</summary>
    public NumberScope Scope { get; }

    /// <summary>The serial (流水号) within the scope.</summary>
    public long Serial { get; }

    /// <summary>The whole number, for example <c>需求报告表14061903</c>.</summary>
    public string Text { get; }

    /// <summary>The digits of date and serial alone, as a register shows them: <c>14061903</c>.</summary>
    public string Bare { get; }

    /// <inheritdoc/>
    public int CompareTo(DocumentNumber? other)
    {
        if (other is null) return 1;
        if (Scope.CompareTo(other.Scope) is not 0 and var byScope) return byScope;
        if (Serial.CompareTo(other.Serial) is not 0 and var bySerial) return bySerial;
        return string.CompareOrdinal(Text, other.Text) is not 0 and var byText ? byText : string.CompareOrdinal(Bare, other.Bare);
    }

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>; null comes first.</summary>
    public static bool operator <(DocumentNumber? left, DocumentNumber? right) =>
        Comparer<DocumentNumber>.Default.Compare(left, right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>; null comes first.</summary>
    public static bool operator >(DocumentNumber? left, DocumentNumber? right) =>
        Comparer<DocumentNumber>.Default.Compare(left, right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>; null comes first.</summary>
    public static bool operator <=(DocumentNumber? left, DocumentNumber? right) =>
        Comparer<DocumentNumber>.Default.Compare(left, right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>; null comes first.</summary>
    public static bool operator >=(DocumentNumber? left, DocumentNumber? right) =>
        Comparer<DocumentNumber>.Default.Compare(left, right) >= 0;

    /// <summary>The whole number.</summary>
    public override string ToString() => Text;
}
