using ClientTracking.Time;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using Period = Ical.Net.DataTypes.Period;

namespace ClientTracking.Samples.Calendars;

/// <summary>Days off a company keeps in its calendar program, read from the iCalendar file it exports.</summary>
/// <param name="Days">The days with their reasons, in order; where events meet, the first reason stands.</param>
/// <param name="Ignored">The events that do not last whole days, by their summaries.</param>
internal sealed record CompanyDaysOff(IReadOnlyList<(LocalDate Date, string Reason)> Days, IReadOnlyList<string> Ignored)
{
    /// <summary>Events that come again are followed this far.</summary>
    private static readonly CalDateTime Horizon = new(2040, 12, 31);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CompanyDaysOff Read(string file)
    {
        if (!File.Exists(file)) throw new FileNotFoundException(Words.NoFile(file));
        var events = Load(file).Events;
        var days = new SortedDictionary<LocalDate, string>();
        foreach (var off in events.Where(IsWholeDays))
            foreach (var occurrence in off.GetOccurrences().TakeWhile(occurrence => occurrence.Period.StartTime.LessThanOrEqual(Horizon)))
                foreach (var date in DatesOf(occurrence.Period))
                    days.TryAdd(date, Reason(off));
        return new([.. days.Select(day => (day.Key, day.Value))], [.. events.Where(off => !IsWholeDays(off)).Select(Reason)]);
    }

    /// <summary>A calendar with these days off as a layer on top.</summary>
    public WorkCalendar On(WorkCalendar calendar) => calendar.With("company", layer =>
    {
        foreach (var (date, reason) in Days) layer.AddDayOff(date, reason);
    });

    private static bool IsWholeDays(CalendarEvent off) => off.Start is { HasTime: false };

    private static string Reason(CalendarEvent off) => string.IsNullOrWhiteSpace(off.Summary) ? Words.Unnamed : off.Summary;

    /// <summary>From the first day up to the end, which iCalendar does not include; an event without an end lasts one day.</summary>
    private static IEnumerable<LocalDate> DatesOf(Period period)
    {
        var first = LocalDate.FromDateOnly(period.StartTime.Date);
        var end = period.EffectiveEndTime is { } given ? LocalDate.FromDateOnly(given.Date) : first.PlusDays(1);
        for (var date = first; date < end; date = date.PlusDays(1)) yield return date;
    }

    private static Calendar Load(string file)
    {
        try
        {
            return Calendar.Load(File.ReadAllText(file)) ?? throw new IOException($"{file}: {Words.NotCalendarFile}");
        }
        catch (Exception e) when (e is System.Runtime.Serialization.SerializationException or ArgumentException or FormatException)
        {
            throw new IOException($"{file}: {Words.NotCalendarFile} ({e.Message})", e);
        }
    }
}
