using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Numbering;

/// <summary>How the documents of one series are numbered (编号规则): template, period, first serial and what may not happen.</summary>
/// <remarks>
/// A rule is sound once it exists: its template shows enough of the date to tell one period from another, so that no number is made twice.
/// It reads no clock and no time zone: whoever asks gives the day in the regulation's zone.
/// </remarks>
public sealed record NumberingRule
{
    /// <summary>The longest name of a series, in UTF-16 units.</summary>
    public const int MaxSeriesLength = 64;

    /// <summary>Creates a rule.</summary>
    /// <param name="series">The series, usually the document type; rules that name the same series share its serials.</param>
    /// <param name="template">How a number is written.</param>
    /// <param name="reset">When the serials start again.</param>
    /// <param name="firstSerial">The first serial of a period, 0 or more.</param>
    /// <param name="overflow">What happens when a serial outgrows the template.</param>
    /// <param name="mode">Whether gaps are allowed.</param>
    /// <exception cref="InvalidRequestException">One fault for each value that does not fit, under the name of its property.</exception>
    public NumberingRule(
        string series,
        NumberTemplate template,
        ResetPeriod reset,
        long firstSerial = 1,
        Overflow overflow = Overflow.Widen,
        NumberingMode mode = NumberingMode.GapFree)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(template);
        Series = TextCheck.IsIdentifier(series, MaxSeriesLength) ? series.Normalize() : series;
        Template = template;
        Reset = reset;
        FirstSerial = firstSerial;
        Overflow = overflow;
        Mode = mode;
        if (Faults().ToArray() is { Length: > 0 } faults) throw new InvalidRequestException([.. faults]);
    }

    /// <summary>The series, usually the document type; in normal form C.</summary>
    public string Series { get; }

    /// <summary>How a number is written.</summary>
    public NumberTemplate Template { get; }

    /// <summary>When the serials start again.</summary>
    public ResetPeriod Reset { get; }

    /// <summary>The first serial of a period.</summary>
    public long FirstSerial { get; }

    /// <summary>What happens when a serial outgrows the template.</summary>
    public Overflow Overflow { get; }

    /// <summary>Whether gaps are allowed.</summary>
    public NumberingMode Mode { get; }

    /// <summary>The largest serial this rule can write.</summary>
    public long LastSerial => Overflow == Overflow.Refuse ? Template.SerialCapacity : long.MaxValue;

    /// <summary>
    /// Whether two rules of one tenant could write the same number, which a configuration must not allow. It compares the shapes of the
    /// numbers, every date field and serial taken as any digits of its length: true may be over-careful, false is certain.
    /// </summary>
    /// <remarks>Rules of one series and reset that differ at most in the width of the serial share one run of serials: no clash.</remarks>
    public static bool Clashes(NumberingRule a, NumberingRule b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return NumberShape.Meet(a, b) && !(a.Series == b.Series && a.Reset == b.Reset && NumberShape.DifferInSerialWidthOnly(a, b));
    }

    /// <summary>The period of a day: <c>2014-06-19</c>, <c>2014-06</c>, <c>2014</c>, or empty when the serials never restart.</summary>
    /// <exception cref="InvalidRequestException">The template cannot show the year of <paramref name="date"/>.</exception>
    public string PeriodOf(LocalDate date)
    {
        var day = Template.Require(date).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return Reset switch
        {
            ResetPeriod.Day => day,
            ResetPeriod.Month => day[..7],
            ResetPeriod.Year => day[..4],
            _ => "",
        };
    }

    /// <summary>The scope whose next serial a document of that day takes.</summary>
    /// <inheritdoc cref="PeriodOf"/>
    public NumberScope ScopeFor(LocalDate date) => new(Series, PeriodOf(date));

    /// <summary>The number of a document.</summary>
    /// <param name="date">The day, in the regulation's time zone.</param>
    /// <param name="serial">Its serial within <see cref="ScopeFor"/> that day.</param>
    /// <param name="rule">The rule of the regulation to name when the serial does not fit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="serial"/> is negative.</exception>
    /// <exception cref="RuleViolationException">The serial is beyond <see cref="LastSerial"/>.</exception>
    /// <exception cref="InvalidRequestException">The template cannot show the year of <paramref name="date"/>.</exception>
    public DocumentNumber NumberFor(LocalDate date, long serial, RuleId rule)
    {
        var scope = ScopeFor(date);
        if (serial > LastSerial) throw new RuleViolationException(rule, "numbering.overflow", scope.ToString(), serial, LastSerial);
        return new DocumentNumber(scope, serial, Template.Format(date, serial), Template.FormatBare(date, serial));
    }

    /// <summary>Reads a number of this rule back, for example one that is imported; false when this rule cannot have written it.</summary>
    public bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out DocumentNumber? number)
    {
        number = Template.TryRead(text, out var reading) && reading.Serial <= LastSerial
            ? NumberFor(reading.AnyDate, reading.Serial, default)
            : null;
        return number is not null;
    }

    private IEnumerable<Fault> Faults()
    {
        if (!TextCheck.IsIdentifier(Series, MaxSeriesLength) || Series.Trim() != Series)
            yield return new Fault(nameof(Series), "numbering.rule.series", MaxSeriesLength);
        if (string.Join(' ', MissingDateFields()) is { Length: > 0 } missing)
            yield return new Fault(nameof(Template), "numbering.rule.period", Template.Notation, missing);
        if (!Enum.IsDefined(Reset)) yield return new Fault(nameof(Reset), "numbering.rule.choice", (int)Reset);
        if (FirstSerial < 0 || FirstSerial > LastSerial)
            yield return new Fault(nameof(FirstSerial), "numbering.rule.first-serial", FirstSerial, LastSerial);
        if (!Enum.IsDefined(Overflow)) yield return new Fault(nameof(Overflow), "numbering.rule.choice", (int)Overflow);
        if (!Enum.IsDefined(Mode)) yield return new Fault(nameof(Mode), "numbering.rule.choice", (int)Mode);
    }

    private IEnumerable<string> MissingDateFields()
    {
        if (Reset <= ResetPeriod.Year && Template.Find(NumberPartKind.Year) is null) yield return "yyyy";
        if (Reset <= ResetPeriod.Month && Template.Find(NumberPartKind.Month) is null) yield return "MM";
        if (Reset <= ResetPeriod.Day && Template.Find(NumberPartKind.Day) is null) yield return "dd";
    }
}
