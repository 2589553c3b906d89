using System.Text.Json.Serialization;

namespace ClientTracking.Numbering;

/// <summary>What one run of serials belongs to: a series and a period of it. The tenant is that of the storage session.</summary>
/// <remarks>Equality and order are ordinal: by series, then by period. The default value names no scope.</remarks>
public readonly record struct NumberScope : IComparable<NumberScope>
{
    private readonly string? _series;
    private readonly string? _period;

    /// <summary>Creates a scope.</summary>
    /// <param name="series">The series, usually the document type; not empty.</param>
    /// <param name="period">The period as <see cref="NumberingRule.PeriodOf"/> writes it; empty where serials never restart.</param>
    /// <exception cref="ArgumentException"><paramref name="series"/> is empty.</exception>
    [JsonConstructor]
    public NumberScope(string series, string period)
    {
        ArgumentException.ThrowIfNullOrEmpty(series);
        ArgumentNullException.ThrowIfNull(period);
        _series = series;
        _period = period;
    }

    /// <summary>The series, usually the document type.</summary>
    public string Series => _series ?? "";

    /// <summary><c>2014-06-19</c>, <c>2014-06</c>, <c>2014</c>, or empty for a series that never starts again.</summary>
    public string Period => _period ?? "";

    /// <inheritdoc/>
    public int CompareTo(NumberScope other) =>
        string.CompareOrdinal(Series, other.Series) is not 0 and var order ? order : string.CompareOrdinal(Period, other.Period);

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(NumberScope left, NumberScope right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(NumberScope left, NumberScope right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(NumberScope left, NumberScope right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(NumberScope left, NumberScope right) => left.CompareTo(right) >= 0;

    /// <summary><c>requirement 2014-06-19</c>, for messages and logs.</summary>
    public override string ToString() => Period.Length == 0 ? Series : $"{Series} {Period}";
}
