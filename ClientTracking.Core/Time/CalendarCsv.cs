using System.Collections.Immutable;
using ClientTracking.Errors;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Time;

/// <summary>Reads and writes the calendar file: UTF-8 text, header <c>date,kind,holiday,notice</c>, one row a day, ascending.</summary>
/// <remarks><c>kind</c> is <c>holiday</c> (off) or <c>makeup</c> (a Saturday or Sunday that is worked). Fields hold no commas.</remarks>
public static class CalendarCsv
{
    /// <summary>The first line of every calendar file.</summary>
    public const string Header = "date,kind,holiday,notice";

    /// <summary>Reads a calendar file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">What the faults call the file, for example its name.</param>
    /// <exception cref="InvalidRequestException">Lists every fault with file, line and column (<c>name:12:kind</c>) and what would be right.</exception>
    public static ImmutableArray<AnnouncedDay> Read(TextReader text, string name = "csv")
    {
        ArgumentNullException.ThrowIfNull(text);
        var days = ImmutableArray.CreateBuilder<AnnouncedDay>();
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (text.ReadLine()?.TrimStart('\uFEFF') is var header && header != Header)
            faults.Add(new Fault($"{name}:1", "calendar.csv-header", header ?? "", Header));
        LocalDate? previous = null;
        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if (row.Length == 0 && text.Peek() < 0) break;
            if (ReadRow(row, $"{name}:{line}", previous, faults) is not { } day) continue;
            previous = day.Date;
            days.Add(day);
        }

        return faults.Count == 0 ? days.DrainToImmutable() : throw new InvalidRequestException(faults.DrainToImmutable());
    }

    /// <summary>Writes a calendar file that <see cref="Read"/> reads back.</summary>
    public static void Write(TextWriter text, IEnumerable<AnnouncedDay> days)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(days);
        text.Write(Header + "\n");
        foreach (var day in days.OrderBy(day => day.Date))
            text.Write($"{CivilDays.Text(day.Date)},{(day.IsMakeUp ? "makeup" : "holiday")},{day.Holiday},{day.Notice}\n");
    }

    private static AnnouncedDay? ReadRow(string row, string line, LocalDate? previous, ImmutableArray<Fault>.Builder faults)
    {
        var fields = row.Split(',');
        if (fields.Length != 4)
        {
            faults.Add(new Fault(line, "calendar.csv-columns", fields.Length, Header));
            return null;
        }

        var count = faults.Count;
        if (fields[1] is not ("holiday" or "makeup")) faults.Add(new Fault($"{line}:kind", "calendar.csv-kind", fields[1]));
        if (fields[2].Length == 0) faults.Add(new Fault($"{line}:holiday", "calendar.csv-holiday"));
        if (LocalDatePattern.Iso.Parse(fields[0]) is not { Success: true, Value: var date })
        {
            faults.Add(new Fault($"{line}:date", "calendar.csv-date", fields[0]));
            return null;
        }

        var makeUp = fields[1] == "makeup";
        if (date < WorkCalendar.MinDate || date > WorkCalendar.MaxDate)
            faults.Add(new Fault($"{line}:date", "calendar.csv-range", fields[0], CivilDays.Text(WorkCalendar.MinDate), CivilDays.Text(WorkCalendar.MaxDate)));
        if (date == previous) faults.Add(new Fault($"{line}:date", "calendar.csv-duplicate", fields[0]));
        if (date < previous) faults.Add(new Fault($"{line}:date", "calendar.csv-order", fields[0], CivilDays.Text(previous.Value)));
        if (makeUp && date.DayOfWeek < IsoDayOfWeek.Saturday) faults.Add(new Fault($"{line}:kind", "calendar.csv-makeup", fields[0]));
        return faults.Count == count ? new AnnouncedDay(date, makeUp, fields[2], fields[3]) : null;
    }
}
