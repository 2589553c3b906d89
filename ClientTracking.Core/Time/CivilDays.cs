using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Time;

/// <summary>The days calendars can reckon with, as dates and as day numbers (days since 1970-01-01), by table in both directions.</summary>
internal static class CivilDays
{
    internal const int FirstYear = 1900;
    internal const int LastYear = 2149; // 250 years of nanoseconds fit into a long, those to 2199 would not

    /// <summary>No day number, and in no table.</summary>
    internal const int None = int.MinValue;

    internal static readonly LocalDate First = new(FirstYear, 1, 1);
    internal static readonly LocalDate Last = new(LastYear, 12, 31);

    internal static readonly int FirstNumber = Period.DaysBetween(NodaConstants.UnixEpoch.InUtc().Date, First);
    private static readonly LocalDate[] Dates = AllDates();
    private static readonly int[] MonthStarts = AllMonthStarts();

    internal static int LastNumber => FirstNumber + Dates.Length - 1;

    /// <summary>The day number of a date; several times faster than asking NodaTime, which matters where it is most of the work.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not an ISO date, or outside the supported years.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Number(LocalDate date) => NumberOrNone(date) is var number and not None ? number : throw OutOfRange(date);

    /// <summary>The same, but <see cref="None"/> instead of an exception.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int NumberOrNone(LocalDate date)
    {
        var year = (uint)(date.Year - FirstYear);
        return year <= LastYear - FirstYear && date.Calendar == CalendarSystem.Iso
            ? MonthStarts[(int)(year << 4) | date.Month] + date.Day
            : None;
    }

    /// <summary>The date of a day number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the supported years.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LocalDate Date(int number)
    {
        var index = (uint)(number - FirstNumber);
        return index < (uint)Dates.Length ? Dates[index] : throw OutOfRange(number);
    }

    /// <summary>The date of a day number also a little outside the range, where tables have their margins.</summary>
    internal static LocalDate AnyDate(int number) =>
        (uint)(number - FirstNumber) < (uint)Dates.Length ? Dates[number - FirstNumber] : ZoneTable.Midnight(number).InUtc().Date;

    internal static void Check(LocalDate date) => Number(date);

    internal static int Checked(int number) => (uint)(number - FirstNumber) < (uint)Dates.Length ? number : throw OutOfRange(number);

    internal static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    // Boxes outside the inlined caller.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ArgumentOutOfRangeException OutOfRange(LocalDate date) => OutOfRange((object)date);

    internal static ArgumentOutOfRangeException OutOfRange(object value) =>
        new(null, value, $"Calendars reckon with ISO dates from {Text(First)} to {Text(Last)}.");

    private static LocalDate[] AllDates()
    {
        var dates = new LocalDate[Period.DaysBetween(First, Last) + 1];
        for (var (date, i) = (First, 0); i < dates.Length; date = date.PlusDays(1)) dates[i++] = date;
        return dates;
    }

    private static int[] AllMonthStarts()
    {
        var starts = new int[(LastYear - FirstYear + 1) * 16];
        for (var i = 0; i < Dates.Length; i++)
        {
            if (Dates[i] is { Day: 1 } first) starts[((first.Year - FirstYear) << 4) | first.Month] = FirstNumber + i - 1;
        }

        return starts;
    }
}
