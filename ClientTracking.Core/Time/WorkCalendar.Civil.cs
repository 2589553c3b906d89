using NodaTime;

namespace ClientTracking.Time;

public sealed partial class WorkCalendar
{
    /// <summary>The civil date of an instant in <see cref="Zone"/>; many times faster than <see cref="Instant.InZone(DateTimeZone)"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside <see cref="MinDate"/> to <see cref="MaxDate"/>.</exception>
    public LocalDate DateOf(Instant instant) => CivilDays.Date(_zone.DateOf(instant));

    /// <summary>The instant of a wall-clock time on a date in <see cref="Zone"/>.</summary>
    /// <remarks>
    /// Where the clocks go forward and skip the time, it moves forward by what was skipped (02:30 becomes 03:30); where they go back and
    /// it comes twice, the first is meant. Sessions begin and end at the instants found so, hence 01:30–02:30 on a night that skips
    /// 02:00–03:00 is one elapsed hour that ends at 03:30, and 01:00–02:00 on a night that repeats it is two. Sessions that come to
    /// overlap in a skipped hour are counted once.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside <see cref="MinDate"/> to <see cref="MaxDate"/>.</exception>
    public Instant At(LocalDate date, LocalTime time)
    {
        var day = CivilDays.Number(date);
        // Offsets are whole seconds, so a clock change moves no fraction of one.
        var second = (int)(time.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);
        return _zone.At(day, second).PlusNanoseconds(time.NanosecondOfSecond);
    }

    /// <summary>The instant a civil day starts at: 00:00, or when the clocks skip it, the first instant after.</summary>
    /// <inheritdoc cref="At" path="/exception"/>
    public Instant StartOfDay(LocalDate date) => _zone.StartOf(CivilDays.Number(date));

    /// <summary>The instant a civil day ends at (24:00): the start of the next.</summary>
    /// <inheritdoc cref="At" path="/exception"/>
    public Instant EndOfDay(LocalDate date) => _zone.StartOf(CivilDays.Number(date) + 1);

    /// <summary>Close of business (下班) of a day: when its last session ends; on an off-day, when it would end if worked (CV-05).</summary>
    /// <remarks>A last session that runs on after midnight closes on the next day. See <see cref="At"/> for clock changes.</remarks>
    /// <inheritdoc cref="At" path="/exception"/>
    public Instant CloseOfBusiness(LocalDate date)
    {
        var day = CivilDays.Number(date);
        return DaysOf(day).Close(day, out _);
    }

    /// <summary>The sessions a day owns as intervals of the instant line, ascending; none on an off-day.</summary>
    /// <inheritdoc cref="At" path="/exception"/>
    public IReadOnlyList<Interval> IntervalsOf(LocalDate date)
    {
        var day = CivilDays.Number(date);
        return [.. SessionsOf(date).Sessions.Select(session => new Interval(_zone.At(day, session.StartSecond), _zone.At(day, session.EndSecond)))];
    }
}
