using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendar
{
    /// <inheritdoc cref="Explain"/>
    public DayInfo this[LocalDate date] => Explain(date);

    /// <summary>Whether a day is worked, why, after which notice, and its business hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside <see cref="MinDate"/> to <see cref="MaxDate"/>.</exception>
    public DayInfo Explain(LocalDate date)
    {
        CivilDays.Check(date);
        return Rules.Explain(date);
    }

    /// <summary>The business hours of a day; <see cref="DaySessions.None"/> on an off-day.</summary>
    /// <inheritdoc cref="Explain" path="/exception"/>
    public DaySessions SessionsOf(LocalDate date) => IsWorkingDay(date) ? Rules.HoursWhenWorked(date) : DaySessions.None;

    /// <summary>Whether no announced schedule is known for a date, so that a later notice may change it.</summary>
    /// <inheritdoc cref="Explain" path="/exception"/>
    public bool IsProvisional(LocalDate date)
    {
        CivilDays.Check(date);
        return Rules.IsProvisional(date);
    }

    /// <summary>Whether a day is worked (工作日, CV-08).</summary>
    /// <inheritdoc cref="Explain" path="/exception"/>
    public bool IsWorkingDay(LocalDate date)
    {
        var day = CivilDays.Number(date);
        return DaysOf(day).IsWorked(day);
    }

    /// <summary>The first working day strictly after a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date or the result is outside <see cref="MinDate"/> to <see cref="MaxDate"/>.</exception>
    public LocalDate NextWorkingDay(LocalDate date) => AddWorkingDays(date, 1);

    /// <summary>The last working day strictly before a date.</summary>
    /// <inheritdoc cref="NextWorkingDay" path="/exception"/>
    public LocalDate PreviousWorkingDay(LocalDate date) => AddWorkingDays(date, -1);

    /// <summary>
    /// The n-th working day strictly after a date, whatever kind of day that is (CV-01, CV-08); for negative n the n-th strictly before it.
    /// </summary>
    /// <param name="date">The date to count from; it is not counted.</param>
    /// <param name="days">How many working days. Zero gives <paramref name="date"/> itself, also when it is an off-day.</param>
    /// <inheritdoc cref="NextWorkingDay" path="/exception"/>
    public LocalDate AddWorkingDays(LocalDate date, int days) =>
        _days.TryAdd(date, days, out var result) ? result : AddOverWholeRange(date, days);

    /// <summary>The working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when reversed.</summary>
    /// <remarks>For n &gt; 0 there are n working days between a date and that date plus n working days.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A date is outside <see cref="MinDate"/> to <see cref="MaxDate"/>.</exception>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        int first = CivilDays.Number(from), last = CivilDays.Number(to);
        return (_days.Covers(first) && _days.Covers(last) ? _days : WholeRange.Days).Between(first, last);
    }

    private LocalDate AddOverWholeRange(LocalDate date, int days) => CivilDays.Date(AddOverWholeRange(CivilDays.Number(date), days));

    private int AddOverWholeRange(int day, int days)
    {
        if (days == 0) return CivilDays.Checked(day);
        return WholeRange.Days.TryAdd(CivilDays.Checked(day), days, out var result) ? result : throw CivilDays.OutOfRange(days);
    }
}
