using System.CommandLine;
using ClientTracking.Deadlines;
using ClientTracking.Samples.Calendars;
using ClientTracking.Samples.Printing;
using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Samples.Commands;

/// <summary>Days off read from an iCalendar file by a library, put on the calendar of China, and what they change.</summary>
internal static class CalendarCommand
{
    public static Command Create(Streams streams)
    {
        var ics = new Option<string>("--ics")
        {
            Description = Words.IcsOption,
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "data", "company-days-off.ics"),
        };
        var year = new Option<int>("--year") { Description = Words.YearOption, DefaultValueFactory = _ => 2026 };
        // The working days of a year are counted from the last day of the year before.
        year.Validators.Add(result =>
        {
            var (first, last) = (WorkCalendar.MinDate.Year + 1, WorkCalendar.MaxDate.Year);
            if (result.GetValue(year) is var asked && (asked < first || asked > last)) result.AddError(Words.YearWrong(asked, first, last));
        });
        var command = new Command("calendar", Words.CalendarCommand) { ics, year };
        command.SetAction(parsed => Print(streams, parsed.GetValue(ics)!, parsed.GetValue(year)));
        return command;
    }

    private static int Print(Streams streams, string ics, int year)
    {
        using var output = streams.Writer();
        var off = CompanyDaysOff.Read(ics);
        WorkCalendar before = WorkCalendars.China, after = off.On(before);
        var days = off.Days.Select(day => day.Date).Where(date => date.Year == year).ToArray();

        output.WriteLine(Words.Effect(Path.GetFileName(ics)));
        foreach (var summary in off.Ignored) output.WriteLine(Words.Ignored(summary));
        new Printout(output, streams.IsTerminal).Table(Words.EffectColumns, days.Select(date => Cells(before.Explain(date), after.Explain(date))));
        output.WriteLine(Words.WorkingDaysOf(year, WorkingDays(before, year), WorkingDays(after, year)));
        if (days.Length == 0) return 0;
        var rule = DeadlineRule.WorkingDays(5);
        var start = before.At(before.PreviousWorkingDay(days[0]), new LocalTime(10, 0));
        output.WriteLine(Words.Example(rule.ToString(), Text(start), Text(Due(before)), Text(Due(after))));
        return 0;

        Instant Due(WorkCalendar calendar) => new DeadlineCalculator(calendar).Calculate(rule, start).Due;
        string Text(Instant instant) => Figures.Instant(instant, before.Zone);
    }

    private static int WorkingDays(WorkCalendar calendar, int year) => calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31));

    private static IEnumerable<string> Cells(DayInfo before, DayInfo after) =>
    [
        LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Format(after.Date),
        after.Name ?? "",
        Words.Worked(before.IsWorked, DayReason.Of(before)),
        Words.Worked(after.IsWorked, DayReason.Of(after)),
    ];
}
