using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Numbering;

/// <summary>How the number of a document is written (编号模板), for example <c>需求报告表{date:yyMMdd}{serial:00}</c> (RF-13).</summary>
/// <remarks>
/// <para>
/// <c>{date:…}</c> shows <c>yyyy</c>, <c>yy</c>, <c>MM</c>, <c>dd</c> and the separators <c>- / . _ 年 月 日</c>; each field at most
/// once in the template. <c>{serial:00}</c>, exactly once, shows the serial with at least as many digits as there are zeros (1 to 18).
/// Everything else is literal; <c>{{</c> and <c>}}</c> stand for braces. All digits are ASCII and independent of the culture. Literals are in normal
/// form C, so that two that look alike to a reader and to Unicode are one; characters that are not seen are refused.
/// </para>
/// <para>
/// A serial may be wider than its zeros, therefore no digit and no date field may follow it directly. <c>yy</c> stands for 2000 to 2099
/// and other years are refused, so that 1999 and 2099 do not get the same number. Two templates are equal when their notations are.
/// </para>
/// </remarks>
public sealed record NumberTemplate
{
    /// <summary>The longest notation, in UTF-16 units, also in its normal form.</summary>
    public const int MaxNotationLength = 64;

    /// <summary>The longest text a template can make, in UTF-16 units: a notation's length and what the longest serial adds.</summary>
    public const int MaxTextLength = 80;

    private readonly ImmutableArray<NumberPart> _parts;

    private NumberTemplate(string notation, ImmutableArray<NumberPart> parts)
    {
        Notation = notation;
        _parts = parts;
        SerialDigits = Find(NumberPartKind.Serial)!.Value.Width;
        LiteralAndDateLength = parts.Sum(part => part.Width) - SerialDigits;
    }

    /// <summary>The template as it was written, in normal form C.</summary>
    public string Notation { get; }

    /// <summary>The least number of digits of the serial, 1 to 18.</summary>
    public int SerialDigits { get; }

    /// <summary>The largest serial that has no more than <see cref="SerialDigits"/> digits: 99 for two.</summary>
    public long SerialCapacity => NumberPart.Power(SerialDigits) - 1;

    internal ReadOnlySpan<NumberPart> Parts => _parts.AsSpan();

    internal int LiteralAndDateLength { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="NotationException">It is not a template; the position is that of the first character that does not fit.</exception>
    public static NumberTemplate Parse(string notation)
    {
        ArgumentNullException.ThrowIfNull(notation);
        return Read(notation, out var template) is { } error ? throw error : template!;
    }

    /// <summary>Reads a template; false when the notation is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? notation, [NotNullWhen(true)] out NumberTemplate? template)
    {
        template = null;
        return notation is not null && Read(notation, out template) is null;
    }

    /// <summary>The whole number: <c>需求报告表14061903</c>.</summary>
    /// <param name="date">The day, in the regulation's time zone.</param>
    /// <param name="serial">The serial; one too long for the template's digits is written in full.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="serial"/> is negative.</exception>
    /// <exception cref="InvalidRequestException">The template cannot show the year of <paramref name="date"/>.</exception>
    public string Format(LocalDate date, long serial) => Write(date, serial, bare: false);

    /// <summary>The digits of date and serial alone, as a register shows them: <c>14061903</c>.</summary>
    /// <inheritdoc cref="Format"/>
    public string FormatBare(LocalDate date, long serial) => Write(date, serial, bare: true);

    /// <summary>
    /// Reads a number back. True exactly for the texts that <see cref="Format"/> makes: a serial may be wider than the template's digits,
    /// but then has no leading zero, and the day must exist.
    /// </summary>
    public bool TryRead(ReadOnlySpan<char> text, out NumberReading reading)
    {
        reading = default;
        var serialLength = text.Length - LiteralAndDateLength;
        if (serialLength < SerialDigits) return false;
        int? year = null, month = null, day = null;
        var serial = 0L;
        foreach (var part in _parts)
        {
            var piece = text[..(part.Kind == NumberPartKind.Serial ? serialLength : part.Width)];
            text = text[piece.Length..];
            var value = 0L;
            var fits = part.Kind == NumberPartKind.Literal ? piece.SequenceEqual(part.Text) : TryReadDigits(piece, part.Width, out value);
            if (!fits) return false;
            if (part.Kind == NumberPartKind.Year) year = (int)value + (part.Width == 2 ? 2000 : 0);
            if (part.Kind == NumberPartKind.Month) month = (int)value;
            if (part.Kind == NumberPartKind.Day) day = (int)value;
            if (part.Kind == NumberPartKind.Serial) serial = value;
        }
        var read = new NumberReading(year, month, day, serial);
        if (read.IsPossible) reading = read;
        return read.IsPossible;
    }

    /// <inheritdoc/>
    public bool Equals(NumberTemplate? other) => string.Equals(Notation, other?.Notation, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Notation, StringComparison.Ordinal);

    /// <summary>The notation.</summary>
    public override string ToString() => Notation;

    internal NumberPart? Find(NumberPartKind kind)
    {
        foreach (var part in _parts)
        {
            if (part.Kind == kind) return part;
        }
        return null;
    }

    /// <exception cref="InvalidRequestException">The template cannot show the year of <paramref name="date"/>.</exception>
    internal LocalDate Require(LocalDate date)
    {
        date = date.WithCalendar(CalendarSystem.Iso);
        var (first, last) = Find(NumberPartKind.Year) is { Width: 2 } ? (2000, 2099) : (1, 9999);
        if (date.Year >= first && date.Year <= last) return date;
        throw new InvalidRequestException(
            new Fault("date", "numbering.date-outside", Notation, date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), first, last));
    }

    /// <summary>What is wrong is named where it stands in what was written; what was sound is read once more in its normal form, which may be longer.</summary>
    private static NotationException? Read(string notation, out NumberTemplate? template)
    {
        template = null;
        var reader = new TemplateReader(notation);
        if (reader.Read() is { } error) return error;
        if (!notation.IsNormalized()) return Read(notation.Normalize(), out template);
        template = new NumberTemplate(notation, [.. reader.Parts]);
        return null;
    }

    private string Write(LocalDate date, long serial, bool bare)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        date = Require(date);
        Span<char> text = stackalloc char[MaxTextLength];
        var length = 0;
        foreach (var part in _parts)
        {
            if (!bare || part.Kind != NumberPartKind.Literal) length += part.Write(text[length..], date, serial);
        }
        return new string(text[..length]);
    }

    private static bool TryReadDigits(ReadOnlySpan<char> digits, int width, out long value)
    {
        value = 0;
        if (digits.ContainsAnyExceptInRange('0', '9') || (digits.Length > width && digits[0] == '0')) return false;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
