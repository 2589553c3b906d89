using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>Builds a <see cref="WorkCalendar"/>, from nothing or as a layer on top of another.</summary>
/// <remarks>
/// What a layer says of a date replaces what the calendar below says of the same matter: its notices replace older notices for that
/// date, its duties and days off replace older ones, its dated hours replace older dated hours. Between matters the order is always:
/// dated override, make-up day, holiday, weekly pattern. Within one layer a date may be given once for each matter. Not thread-safe.
/// </remarks>
public sealed partial class WorkCalendarBuilder
{
    private readonly CalendarRules? _below;
    private readonly Dictionary<LocalDate, DatedDay> _dated = [];
    private readonly List<YearlyHoliday> _yearly = [];
    private readonly List<SeasonalHours> _seasons = [];
    private readonly SortedSet<int> _years = []; // with an announced day
    private readonly List<(LocalDate First, LocalDate Last)> _known = []; // coverage of the calendars added
    private readonly List<Fault> _faults = [];
    private readonly string _name;
    private string? _version;
    private DateTimeZone _zone;
    private BusinessHours _hours;
    private (LocalDate First, LocalDate Last)? _published;

    /// <summary>Starts a calendar of its own: Asia/Shanghai, <see cref="BusinessHours.China"/>, nothing announced (CV-14).</summary>
    /// <param name="name">The name explanations give as the source of a day.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public WorkCalendarBuilder(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _name = name;
        _zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        _hours = BusinessHours.China;
    }

    internal WorkCalendarBuilder(string name, CalendarRules below)
        : this(name)
    {
        _below = below;
        _zone = below.Zone;
        _hours = below.Hours;
    }

    /// <summary>Sets the version that explanations and obligations quote; by default it is derived from the content.</summary>
    /// <exception cref="ArgumentException"><paramref name="version"/> is empty.</exception>
    public WorkCalendarBuilder Version(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        _version = version;
        return this;
    }

    /// <summary>Sets the time zone the wall clock of the sessions hangs in.</summary>
    public WorkCalendarBuilder InZone(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        _zone = zone;
        return this;
    }

    /// <summary>Sets the weekly pattern.</summary>
    public WorkCalendarBuilder WithHours(BusinessHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        _hours = hours;
        return this;
    }

    /// <summary>Sets another weekly pattern from one date to another, both included, for example summer hours; a later call wins.</summary>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is outside the supported range.</exception>
    public WorkCalendarBuilder WithHours(LocalDate first, LocalDate last, BusinessHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        CheckRange(first, last);
        _seasons.Insert(0, new SeasonalHours(first, last, hours));
        return this;
    }

    /// <summary>Sets the hours of one date; they hold if the day is worked and do not make it so.</summary>
    /// <exception cref="ArgumentException"><paramref name="sessions"/> is closed; use <see cref="AddDayOff(LocalDate, string)"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the supported range.</exception>
    public WorkCalendarBuilder WithHours(LocalDate date, DaySessions sessions)
    {
        CheckOpen(sessions);
        return File(date, "hours", day => day.Hours is not null, day => day with { Hours = sessions });
    }

    /// <summary>Declares for which dates the announced schedule is known; outside it days are provisional.</summary>
    /// <remarks>By default the whole years from the first to the last announced date. A layer's span is joined to that below it.</remarks>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is outside the supported range.</exception>
    public WorkCalendarBuilder Published(LocalDate first, LocalDate last)
    {
        CheckRange(first, last);
        _published = (first, last);
        return this;
    }

    private static void CheckOpen(DaySessions sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        if (sessions.IsClosed) throw new ArgumentException("At least one session is needed; AddDayOff makes a day off.", nameof(sessions));
    }

    private static void CheckRange(LocalDate first, LocalDate last)
    {
        CivilDays.Check(first);
        CivilDays.Check(last);
        if (last < first) throw new ArgumentException($"The range ends on {CivilDays.Text(last)}, before it starts on {CivilDays.Text(first)}.", nameof(last));
    }

    private WorkCalendarBuilder File(LocalDate date, string matter, Func<DatedDay, bool> isTaken, Func<DatedDay, DatedDay> file)
    {
        CivilDays.Check(date);
        var day = _dated.GetValueOrDefault(date) ?? new DatedDay();
        if (isTaken(day)) _faults.Add(new Fault($"{_name}:{CivilDays.Text(date)}:{matter}", "calendar.duplicate", CivilDays.Text(date)));
        else _dated[date] = file(day);
        return this;
    }
}
