using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendarBuilder
{
    /// <summary>Adds an announced day off.</summary>
    /// <param name="date">The day.</param>
    /// <param name="name">The holiday's name.</param>
    /// <param name="notice">The number of the notice, if there is one.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the supported range.</exception>
    public WorkCalendarBuilder AddHoliday(LocalDate date, string name, string? notice = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _years.Add(date.Year);
        return File(date, "holiday", day => day.Holiday is not null, day => day with { Holiday = new(name, notice, _name) });
    }

    /// <summary>Adds an announced make-up day (调休上班): worked, with the hours of its weekday, else the standard hours.</summary>
    /// <inheritdoc cref="AddHoliday"/>
    public WorkCalendarBuilder AddMakeUpDay(LocalDate date, string name, string? notice = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _years.Add(date.Year);
        return File(date, "makeup", day => day.MakeUp is not null, day => day with { MakeUp = new(name, notice, _name) });
    }

    /// <summary>Takes back what the calendar below announces of a date: a later notice made it an ordinary day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the supported range.</exception>
    public WorkCalendarBuilder Withdraw(LocalDate date) =>
        File(date, "withdrawn", day => day.Withdrawn, day => day with { Withdrawn = true });

    /// <summary>Adds announced days, for example the rows of a calendar file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A date is outside the supported range.</exception>
    public WorkCalendarBuilder AddAnnounced(IEnumerable<AnnouncedDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        foreach (var day in days)
        {
            var notice = string.IsNullOrEmpty(day.Notice) ? null : day.Notice;
            _ = day.IsMakeUp ? AddMakeUpDay(day.Date, day.Holiday, notice) : AddHoliday(day.Date, day.Holiday, notice);
        }

        return this;
    }

    /// <summary>Adds the rows of a calendar file; see <see cref="CalendarCsv"/>.</summary>
    /// <inheritdoc cref="CalendarCsv.Read" path="/exception"/>
    public WorkCalendarBuilder AddCsv(TextReader text, string name = "csv") => AddAnnounced(CalendarCsv.Read(text, name));

    /// <summary>Adds a holiday that comes every year, from one day to another, both included, also across the year's end.</summary>
    /// <remarks>An announced make-up day, a duty or a day off on a date is stronger. It says nothing of the announced schedule's coverage.</remarks>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public WorkCalendarBuilder AddYearlyHoliday(AnnualDate first, AnnualDate last, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _yearly.Insert(0, new YearlyHoliday(first, last, new Announcement(name, null, _name)));
        return this;
    }

    /// <summary>Adds a day off of the company, team or person: stronger than a make-up day.</summary>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the supported range.</exception>
    public WorkCalendarBuilder AddDayOff(LocalDate date, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return File(date, "override", day => day.Override is not null, day => day with { Override = new(false, reason, null, _name) });
    }

    /// <summary>Adds days off from one date to another, both included.</summary>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, or <paramref name="last"/> is before <paramref name="first"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is outside the supported range.</exception>
    public WorkCalendarBuilder AddDaysOff(LocalDate first, LocalDate last, string reason)
    {
        CheckRange(first, last);
        for (var date = first; date <= last; date = date.PlusDays(1)) AddDayOff(date, reason);
        return this;
    }

    /// <summary>Adds a duty on a date: worked, stronger than any holiday (值班).</summary>
    /// <param name="date">The day.</param>
    /// <param name="reason">Why, as explanations show it.</param>
    /// <param name="sessions">Its own hours; by default dated hours, else those of its weekday, else the standard hours.</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, or <paramref name="sessions"/> is closed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside the supported range.</exception>
    public WorkCalendarBuilder AddOnDuty(LocalDate date, string reason, DaySessions? sessions = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (sessions is not null) CheckOpen(sessions);
        return File(date, "override", day => day.Override is not null, day => day with { Override = new(true, reason, sessions, _name) });
    }

    /// <summary>Adds everything another calendar has filed under dates or years as if this layer had said it; zone and weekly pattern stay.</summary>
    /// <remarks>
    /// Where both name the same date for the same matter, the calendar added wins. A date is then provisional where it is in either of them.
    /// </remarks>
    public WorkCalendarBuilder Add(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        foreach (var (date, day) in calendar.Rules.Dated)
            _dated[date] = _dated.TryGetValue(date, out var own) ? day.Over(own) : day;
        _yearly.InsertRange(0, calendar.Rules.Yearly);
        _seasons.InsertRange(0, calendar.Rules.Seasons);
        if (calendar is { FirstPublished: { } first, LastPublished: { } last }) _known.Add((first, last));
        return this;
    }
}
