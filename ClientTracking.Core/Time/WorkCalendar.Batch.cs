using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendar
{
    /// <summary><see cref="AddWorkingDays(LocalDate, int)"/> for many dates, each with its own number of days.</summary>
    /// <param name="dates">The dates to count from.</param>
    /// <param name="days">As many numbers of working days.</param>
    /// <param name="results">As many results; may be the same memory as <paramref name="dates"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date or result is out of range; the results before it are written.</exception>
    public void AddWorkingDays(ReadOnlySpan<LocalDate> dates, ReadOnlySpan<int> days, Span<LocalDate> results)
    {
        CheckLengths(dates.Length, days.Length, results.Length);
        for (var i = 0; (i += _days.Add(dates[i..], days[i..], results[i..])) < dates.Length; i++)
            results[i] = AddWorkingDays(dates[i], days[i]);
    }

    /// <summary><see cref="AddWorkingDays(LocalDate, int)"/> for many dates.</summary>
    /// <inheritdoc cref="AddWorkingDays(ReadOnlySpan{LocalDate}, ReadOnlySpan{int}, Span{LocalDate})"/>
    public void AddWorkingDays(ReadOnlySpan<LocalDate> dates, int days, Span<LocalDate> results)
    {
        CheckLengths(dates.Length, results.Length);
        for (var i = 0; (i += _days.Add(dates[i..], days, results[i..])) < dates.Length; i++)
            results[i] = AddWorkingDays(dates[i], days);
    }

    /// <summary><see cref="AddWorkingDays(LocalDate, int)"/> for many day numbers: days since 1970-01-01, as columns of dates keep them.</summary>
    /// <param name="dayNumbers">The days to count from.</param>
    /// <param name="days">As many numbers of working days.</param>
    /// <param name="results">As many results; may be the same memory as <paramref name="dayNumbers"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day or result is out of range; the results before it are written.</exception>
    public void AddWorkingDays(ReadOnlySpan<int> dayNumbers, ReadOnlySpan<int> days, Span<int> results)
    {
        CheckLengths(dayNumbers.Length, days.Length, results.Length);
        for (var i = 0; (i += _days.Add(dayNumbers[i..], days[i..], results[i..])) < dayNumbers.Length; i++)
            results[i] = AddWorkingDays(dayNumbers[i], days[i]);
    }

    /// <summary><see cref="AddWorkingDays(LocalDate, int)"/> for many day numbers.</summary>
    /// <inheritdoc cref="AddWorkingDays(ReadOnlySpan{int}, ReadOnlySpan{int}, Span{int})"/>
    public void AddWorkingDays(ReadOnlySpan<int> dayNumbers, int days, Span<int> results)
    {
        CheckLengths(dayNumbers.Length, results.Length);
        for (var i = 0; (i += _days.Add(dayNumbers[i..], days, results[i..])) < dayNumbers.Length; i++)
            results[i] = AddWorkingDays(dayNumbers[i], days);
    }

    /// <summary><see cref="WorkingDaysBetween(LocalDate, LocalDate)"/> for many pairs.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is out of range; the results before it are written.</exception>
    public void WorkingDaysBetween(ReadOnlySpan<LocalDate> from, ReadOnlySpan<LocalDate> to, Span<int> results)
    {
        CheckLengths(from.Length, to.Length, results.Length);
        for (var i = 0; i < from.Length; i++) results[i] = WorkingDaysBetween(from[i], to[i]);
    }

    /// <summary><see cref="AddWorkingTime(Instant, Duration)"/> for many instants, each with its own amount.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant or result is out of range; the results before it are written.</exception>
    public void AddWorkingTime(ReadOnlySpan<Instant> starts, ReadOnlySpan<Duration> times, Span<Instant> results)
    {
        CheckLengths(starts.Length, times.Length, results.Length);
        for (var i = 0; i < starts.Length; i++) results[i] = AddWorkingTime(starts[i], times[i]);
    }

    /// <summary><see cref="AddWorkingTime(Instant, Duration)"/> for many instants.</summary>
    /// <inheritdoc cref="AddWorkingTime(ReadOnlySpan{Instant}, ReadOnlySpan{Duration}, Span{Instant})" path="/exception"/>
    public void AddWorkingTime(ReadOnlySpan<Instant> starts, Duration time, Span<Instant> results)
    {
        CheckLengths(starts.Length, results.Length);
        var nanoseconds = Nanoseconds(time);
        for (var i = 0; i < starts.Length; i++) results[i] = AddWorkingTime(starts[i], nanoseconds);
    }

    /// <summary><see cref="WorkingTimeBetween(Instant, Instant)"/> for many pairs.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant is out of range; the results before it are written.</exception>
    public void WorkingTimeBetween(ReadOnlySpan<Instant> from, ReadOnlySpan<Instant> to, Span<Duration> results)
    {
        CheckLengths(from.Length, to.Length, results.Length);
        for (var i = 0; i < from.Length; i++) results[i] = WorkingTimeBetween(from[i], to[i]);
    }

    private static void CheckLengths(int inputs, params ReadOnlySpan<int> others)
    {
        foreach (var other in others)
        {
            if (other != inputs) throw new ArgumentException("All spans need the same length.", nameof(inputs));
        }
    }
}
