using System.Globalization;
using System.Text.Json.Serialization;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Sanctions;

/// <summary>A calendar quarter (季度, CV-12).</summary>
public readonly record struct Quarter
{
    /// <summary>Creates a quarter.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is not 1 to 4.</exception>
    [JsonConstructor]
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (Year, Number) = (year, number);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    /// <summary>For example <c>2014-Q2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");

    internal Instant Start(WorkCalendar calendar) => calendar.StartOfDay(new LocalDate(Year, (Number * 3) - 2, 1));

    internal Instant End(WorkCalendar calendar) => calendar.EndOfDay(new LocalDate(Year, (Number * 3) - 2, 1).PlusMonths(3).PlusDays(-1));

    /// <summary>Whether something happened in the quarter.</summary>
    internal bool Holds(WorkCalendar calendar, Instant at) => at >= Start(calendar) && at < End(calendar);

    /// <summary>Whether something was due in the quarter; at midnight it belongs to the day that ends.</summary>
    internal bool HoldsDue(WorkCalendar calendar, Instant due) => due > Start(calendar) && due <= End(calendar);
}
