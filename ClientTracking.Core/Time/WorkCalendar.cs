using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>
/// A working calendar (工作日历): which days are worked and why, the business hours on them, and arithmetic with working days and
/// working time in one time zone. Immutable, compiled to tables, safe for any number of threads.
/// </summary>
/// <remarks>
/// <para>Every operation costs the same however long the period is, and allocates nothing (except <see cref="Explain"/>). All ISO dates
/// from <see cref="MinDate"/> to <see cref="MaxDate"/> can be used. The decades around the calendar's dated entries, at least 2010 to
/// 2040, are compiled when it is built; the first use of a date outside them compiles the whole range once (some milliseconds and MB).</para>
/// <para>Dates on which no announced schedule is known are reckoned by the weekly pattern and are provisional.</para>
/// </remarks>
public sealed partial class WorkCalendar
{
    private readonly DayTable _days;
    private readonly ClockTable _clock;
    private readonly ZoneTable _zone;
    private CalendarTable? _wholeRange;

    /// <exception cref="InvalidRequestException">Hours of neighbouring days overlap, or no day is worked.</exception>
    internal WorkCalendar(CalendarRules rules, string version)
    {
        Rules = rules;
        Version = version;
        var (first, last) = (2010, 2040);
        foreach (var date in rules.Dated.Keys) (first, last) = (Math.Min(first, date.Year), Math.Max(last, Math.Min(date.Year + 5, CivilDays.LastYear)));
        var table = new CalendarTable(rules, CivilDays.Number(new LocalDate(first, 1, 1)), CivilDays.Number(new LocalDate(last, 12, 31)));
        (_days, _clock, _zone) = (table.Days, table.Clock, table.Zone);
        rules.CheckNights(_days.First, _days.Count);
        if (_days.IsEmpty) throw new InvalidRequestException(new Fault($"{Name}:hours", "calendar.no-working-time"));
    }

    /// <summary>The first date every calendar can reckon with, 1900-01-01.</summary>
    public static LocalDate MinDate => CivilDays.First;

    /// <summary>The last date every calendar can reckon with, 2149-12-31.</summary>
    public static LocalDate MaxDate => CivilDays.Last;

    /// <summary>The name of the calendar or of its topmost layer.</summary>
    public string Name => Rules.Name;

    /// <summary>
    /// What the calendar was built from: given by the builder, else the last date of the announced schedule and a digest of the content.
    /// Two calendars with the same derived version decide every day alike.
    /// </summary>
    public string Version { get; }

    /// <summary>The time zone of the business hours.</summary>
    public DateTimeZone Zone => Rules.Zone;

    /// <summary>The weekly pattern.</summary>
    public BusinessHours Hours => Rules.Hours;

    /// <summary>The first date for which the announced schedule is known; null where the calendar has no announcements.</summary>
    public LocalDate? FirstPublished => Rules.FirstPublished;

    /// <summary>The last date for which the announced schedule is known; null where the calendar has no announcements.</summary>
    /// <remarks>The next year's notice can still change the last days of this one: its New Year span may begin in December.</remarks>
    public LocalDate? LastPublished => Rules.LastPublished;

    internal CalendarRules Rules { get; }

    /// <summary>A calendar with a layer on top of this one: a company's days off, a team's duties, the next year's notice.</summary>
    /// <param name="name">The name of the layer, which the new calendar has and explanations give as the source of its days.</param>
    /// <param name="layer">Says what the layer adds or replaces.</param>
    /// <inheritdoc cref="WorkCalendarBuilder.Build" path="/exception"/>
    public WorkCalendar With(string name, Action<WorkCalendarBuilder> layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var builder = new WorkCalendarBuilder(name, Rules);
        layer(builder);
        return builder.Build();
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Name} {Version}";

    private DayTable DaysOf(int day) => _days.Covers(day) ? _days : WholeRange.Days;

    private CalendarTable WholeRange => _wholeRange ?? CompileWholeRange();

    private CalendarTable CompileWholeRange()
    {
        // Two threads may both compile it; the results are equal, and one is kept.
        Interlocked.CompareExchange(ref _wholeRange, new CalendarTable(Rules, CivilDays.FirstNumber, CivilDays.LastNumber), null);
        return _wholeRange;
    }
}
