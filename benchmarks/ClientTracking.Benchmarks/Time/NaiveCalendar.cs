using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>What a developer writes: sets of dates and a loop over days. The baseline of every benchmark of the calendar.</summary>
internal sealed class NaiveCalendar
{
    private readonly HashSet<LocalDate> _holidays = [];
    private readonly HashSet<LocalDate> _makeUps = [];

    internal NaiveCalendar()
    {
        using var stream = typeof(ClientTracking.Time.WorkCalendars).Assembly.GetManifestResourceStream("ClientTracking.Time.Data.china-workdays.csv")!;
        foreach (var day in ClientTracking.Time.CalendarCsv.Read(new StreamReader(stream)))
            (day.IsMakeUp ? _makeUps : _holidays).Add(day.Date);
    }

    internal DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The sessions of a worked day.</summary>
    internal Func<LocalDate, (LocalTime Start, LocalTime End)[]> Sessions { get; init; } = _ => Hours.Standard;

    internal bool IsWorkingDay(LocalDate date) =>
        _makeUps.Contains(date) || (date.DayOfWeek < IsoDayOfWeek.Saturday && !_holidays.Contains(date));

    internal LocalDate AddWorkingDays(LocalDate date, int days)
    {
        while (days > 0)
        {
            date = date.PlusDays(1);
            if (IsWorkingDay(date)) days--;
        }

        return date;
    }

    /// <summary>With NodaTime's own difference of two local times, which is a <see cref="Period"/>, as most code has it.</summary>
    internal Duration WorkingTimeBetween(Instant from, Instant to) => WorkingTimeBetween(from, to, (begin, finish) => (finish - begin).ToDuration().ToInt64Nanoseconds());

    /// <summary>With whole nanoseconds, which is as fast as this loop gets.</summary>
    internal Duration WorkingTimeBetweenInNanoseconds(Instant from, Instant to) =>
        WorkingTimeBetween(from, to, (begin, finish) => finish.NanosecondOfDay - begin.NanosecondOfDay);

    private Duration WorkingTimeBetween(Instant from, Instant to, Func<LocalTime, LocalTime, long> difference)
    {
        var (start, end) = (from.InZone(Zone).LocalDateTime, to.InZone(Zone).LocalDateTime);
        long nanoseconds = 0;
        for (var date = start.Date; date <= end.Date; date = date.PlusDays(1))
        {
            if (!IsWorkingDay(date)) continue;
            foreach (var (opens, closes) in Sessions(date))
            {
                var begin = date == start.Date && start.TimeOfDay > opens ? start.TimeOfDay : opens;
                var finish = date == end.Date && end.TimeOfDay < closes ? end.TimeOfDay : closes;
                if (begin < finish) nanoseconds += difference(begin, finish);
            }
        }

        return Duration.FromNanoseconds(nanoseconds);
    }

    internal Instant AddWorkingTime(Instant start, Duration time)
    {
        var local = start.InZone(Zone).LocalDateTime;
        var left = time.ToInt64Nanoseconds();
        for (var date = local.Date; ; date = date.PlusDays(1))
        {
            if (!IsWorkingDay(date)) continue;
            foreach (var (opens, closes) in Sessions(date))
            {
                var begin = date == local.Date && local.TimeOfDay > opens ? local.TimeOfDay : opens;
                var length = closes.NanosecondOfDay - begin.NanosecondOfDay;
                if (length <= 0) continue;
                if (left <= length) return At(date, begin.PlusNanoseconds(left));
                left -= length;
            }
        }
    }

    internal Instant NextOpening(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        for (var date = local.Date; ; date = date.PlusDays(1))
        {
            if (!IsWorkingDay(date)) continue;
            foreach (var (opens, closes) in Sessions(date))
            {
                if (date > local.Date || local.TimeOfDay < opens) return At(date, opens);
                if (local.TimeOfDay < closes) return instant;
            }
        }
    }

    internal Instant Close(LocalDate date) => At(date, Sessions(date)[^1].End);

    private Instant At(LocalDate date, LocalTime time) => (date + time).InZoneLeniently(Zone).ToInstant();
}
