using NodaTime;

namespace ClientTracking.Numbering;

/// <summary>What a number says when it is read back by its template: the fields of its date that it shows, and its serial.</summary>
public readonly record struct NumberReading
{
    internal NumberReading(int? year, int? month, int? day, long serial)
    {
        Year = year;
        Month = month;
        Day = day;
        Serial = serial;
    }

    /// <summary>The year; null when the template shows none. Two digits are read as 2000 to 2099.</summary>
    public int? Year { get; }

    /// <summary>The month, 1 to 12; null when the template shows none.</summary>
    public int? Month { get; }

    /// <summary>The day of the month; null when the template shows none.</summary>
    public int? Day { get; }

    /// <summary>The serial.</summary>
    public long Serial { get; }

    /// <summary>The whole date; null when the template does not show all of it.</summary>
    public LocalDate? Date => Year is { } year && Month is { } month && Day is { } day ? new LocalDate(year, month, day) : null;

    /// <summary>Whether there is a day with these fields.</summary>
    internal bool IsPossible =>
        AnyYear >= 1 && AnyMonth is >= 1 and <= 12 && AnyDay >= 1 && AnyDay <= CalendarSystem.Iso.GetDaysInMonth(AnyYear, AnyMonth);

    /// <summary>A day with these fields; which one among several does not matter to the number.</summary>
    internal LocalDate AnyDate => new(AnyYear, AnyMonth, AnyDay);

    // A leap year and a long month, so that 29 February and a 31st without their year or month are possible.
    private int AnyYear => Year ?? 2000;

    private int AnyMonth => Month ?? 1;

    private int AnyDay => Day ?? 1;
}
