using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;

namespace ClientTracking.Time;

/// <summary>What a calendar was built from, and the order of precedence in which it decides a day.</summary>
internal sealed record CalendarRules
{
    internal required string Name { get; init; }
    internal required DateTimeZone Zone { get; init; }
    internal required BusinessHours Hours { get; init; }
    internal required ImmutableArray<SeasonalHours> Seasons { get; init; } // most specific first
    internal required ImmutableArray<YearlyHoliday> Yearly { get; init; }
    internal required IReadOnlyDictionary<LocalDate, DatedDay> Dated { get; init; }
    internal required LocalDate? FirstPublished { get; init; }
    internal required LocalDate? LastPublished { get; init; }

    /// <summary>Whether no announced schedule is known for a date; never where the calendar has no announcements at all.</summary>
    internal bool IsProvisional(LocalDate date) => FirstPublished is { } first && (date < first || date > LastPublished);

    /// <summary>The day and why it is so: dated override, make-up day, holiday, weekly pattern.</summary>
    internal DayInfo Explain(LocalDate date)
    {
        var dated = Dated.GetValueOrDefault(date);
        return Decide(date, dated) switch
        {
            (DayCause.OnDuty or DayCause.DayOff) and var cause => Info(cause, dated!.Override!.Reason, null, dated.Override.Source),
            DayCause.MakeUpDay => Announced(DayCause.MakeUpDay, dated!.MakeUp!),
            DayCause.Holiday => Announced(DayCause.Holiday, dated?.Holiday ?? YearlyOn(date)!.Says),
            var cause => Info(cause, null, null, Name),
        };

        DayInfo Announced(DayCause cause, Announcement says) => Info(cause, says.Name, says.Notice, says.Source);

        DayInfo Info(DayCause cause, string? name, string? notice, string source)
        {
            var info = new DayInfo(date, cause, name, notice, source, IsProvisional(date), DaySessions.None);
            return info.IsWorked ? info with { Sessions = HoursWhenWorked(date, dated) } : info;
        }
    }

    /// <summary>Whether a day is worked and with which hours, without the reasons.</summary>
    internal DayPlan Plan(LocalDate date)
    {
        var dated = Dated.GetValueOrDefault(date);
        return new DayPlan(Decide(date, dated) is DayCause.Weekday or DayCause.MakeUpDay or DayCause.OnDuty, HoursWhenWorked(date, dated));
    }

    /// <summary>The hours a day has when it is worked: those of its duty, of its date, of its weekday, else the standard hours.</summary>
    internal DaySessions HoursWhenWorked(LocalDate date) => HoursWhenWorked(date, Dated.GetValueOrDefault(date));

    /// <summary>Refuses hours that run on after midnight into those of the next day: they would be owned by two days.</summary>
    /// <exception cref="InvalidRequestException">Names the first two such days.</exception>
    internal void CheckNights(int first, int count)
    {
        if (!Nights()) return;
        for (var day = first; day < first + count - 1; day++)
        {
            var (date, next) = (CivilDays.Date(day), CivilDays.Date(day + 1));
            if (Plan(date) is not { IsWorked: true, Hours: { ClosesNextDay: true } night } || Plan(next) is not { IsWorked: true, Hours: var morning }) continue;
            if (night.CloseSecond - NodaConstants.SecondsPerDay > morning.Sessions[0].StartSecond)
                throw new InvalidRequestException(new Fault($"{Name}:hours", "calendar.sessions-overlap", CivilDays.Text(date), night, CivilDays.Text(next), morning));
        }

        bool Nights() => Hours.HasNights || Seasons.Any(season => season.Hours.HasNights)
            || Dated.Values.Any(day => day.Hours is { ClosesNextDay: true } || day.Override?.Sessions is { ClosesNextDay: true });
    }

    private DaySessions HoursWhenWorked(LocalDate date, DatedDay? dated) =>
        (dated?.Override is { IsWorked: true } duty ? duty.Sessions : null) ?? dated?.Hours ?? WeekOn(date).WhenWorked(date.DayOfWeek);

    private DayCause Decide(LocalDate date, DatedDay? dated)
    {
        if (dated?.Override is { } duty) return duty.IsWorked ? DayCause.OnDuty : DayCause.DayOff;
        if (dated?.MakeUp is not null) return DayCause.MakeUpDay;
        if (dated?.Holiday is not null || YearlyOn(date) is not null) return DayCause.Holiday;
        return WeekOn(date)[date.DayOfWeek].IsClosed ? DayCause.Weekend : DayCause.Weekday;
    }

    private YearlyHoliday? YearlyOn(LocalDate date)
    {
        foreach (var holiday in Yearly)
        {
            if (holiday.Contains(date)) return holiday;
        }

        return null;
    }

    private BusinessHours WeekOn(LocalDate date)
    {
        foreach (var season in Seasons)
        {
            if (date >= season.First && date <= season.Last) return season.Hours;
        }

        return Hours;
    }
}
