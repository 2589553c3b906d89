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

    // How a date is packed in its hash code.
    private const int CalendarBits = 6, DayBits = 6, MonthBits = 5, DayMask = (1 << DayBits) - 1;

    private static readonly LocalDate[] Dates = AllDates();
    private static readonly int[] MonthStarts = AllMonthStarts(); // by month since the first: the day number before its first day; one beyond
    private static readonly int[] MonthsAndDays = Array.ConvertAll(Dates, date => (MonthOf(date) << DayBits) | date.Day); // by day
    private static readonly int[] Guesses = AllGuesses(); // the same by the upper bits of a date's hash code
    private static readonly int FirstHash = First.GetHashCode();

    internal static int LastNumber => FirstNumber + Dates.Length - 1;

    /// <summary>The day number of a date; many times faster than asking NodaTime, which matters where it is most of the work.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not an ISO date, or outside the supported years.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Number(LocalDate date) => NumberOrNone(date) is var number and not None ? number : throw OutOfRange(date);

    /// <summary>The same, but <see cref="None"/> instead of an exception.</summary>
    /// <remarks>
    /// NodaTime's hash code of a date happens to be its year, month and day in one number, without the cost of taking them apart. So it
    /// is asked first, and what it says is believed only if that day is the very date.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int NumberOrNone(LocalDate date)
    {
        var guess = Guess(date);
        var (dates, index) = (Dates, (uint)(guess - FirstNumber));
        return index < (uint)dates.Length && dates[index] == date ? guess : Reckoned(date);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Guess(LocalDate date)
    {
        var (guesses, hash) = (Guesses, date.GetHashCode() - FirstHash);
        var month = (uint)(hash >> (DayBits + CalendarBits));
        return month < (uint)guesses.Length ? guesses[month] + ((hash >> CalendarBits) & DayMask) : None;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Reckoned(LocalDate date) =>
        date.Calendar == CalendarSystem.Iso && date.Year is >= FirstYear and <= LastYear ? MonthStarts[MonthOf(date)] + date.Day : None;

    /// <summary>The same day so many months later, or the last of its month where that has no such day (CV-03).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the supported years.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int PlusMonths(int number, int months)
    {
        var (starts, days, index) = (MonthStarts, MonthsAndDays, (uint)(number - FirstNumber));
        if (index >= (uint)days.Length) throw OutOfRange(number);
        var month = (uint)((days[index] >> DayBits) + months);
        return month < (uint)starts.Length - 1 ? Math.Min(starts[month] + (days[index] & DayMask), starts[month + 1]) : throw OutOfRange(number);
    }

    private static int MonthOf(LocalDate date) => ((date.Year - FirstYear) * 12) + date.Month - 1;

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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ArgumentOutOfRangeException OutOfRange(int number) => OutOfRange((object)number);

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
        var starts = new int[((LastYear - FirstYear + 1) * 12) + 1];
        for (var i = 0; i < Dates.Length; i++)
        {
            if (Dates[i].Day == 1) starts[MonthOf(Dates[i])] = FirstNumber + i - 1;
        }

        starts[^1] = LastNumber;
        return starts;
    }

    private static int[] AllGuesses()
    {
        var guesses = new int[(LastYear - FirstYear + 1) << MonthBits];
        foreach (var date in Dates)
        {
            var month = (uint)(date.GetHashCode() - First.GetHashCode()) >> (DayBits + CalendarBits);
            if (date.Day == 1 && month < guesses.Length) guesses[month] = MonthStarts[MonthOf(date)] + 1;
        }

        return guesses;
    }
}
