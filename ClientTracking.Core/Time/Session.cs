using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Time;

/// <summary>One stretch of business hours on the wall clock, half-open: <see cref="Start"/> belongs to it, <see cref="End"/> does not.</summary>
/// <remarks>
/// An end of 00:00 is midnight at the end of the day (24:00). An end before the start lies on the next day: a shift 22:00–06:00 belongs
/// to the day it starts on, also where the next day is not worked. The default value is the whole day, 00:00–24:00.
/// </remarks>
public readonly record struct Session
{
    /// <summary>Creates a session.</summary>
    /// <param name="start">The wall-clock time business opens; whole seconds.</param>
    /// <param name="end">The wall-clock time business closes; 00:00 is 24:00; earlier than <paramref name="start"/>: on the next day.</param>
    /// <exception cref="ArgumentException">Both are equal (except 00:00–24:00), or one is not a whole second.</exception>
    public Session(LocalTime start, LocalTime end)
    {
        if (start == end && start != LocalTime.Midnight)
            throw new ArgumentException($"A session from {Text(start)} to {Text(end)} has no length; the whole day is 00:00–24:00.", nameof(end));
        if (start.NanosecondOfSecond != 0 || end.NanosecondOfSecond != 0)
            throw new ArgumentException("A session starts and ends on a whole second.", nameof(start));
        Start = start;
        End = end;
    }

    /// <summary>The wall-clock time business opens.</summary>
    public LocalTime Start { get; }

    /// <summary>The wall-clock time business closes; 00:00 is the midnight at the end of the day.</summary>
    public LocalTime End { get; }

    /// <summary>Whether the session runs on after midnight.</summary>
    public bool EndsNextDay => End < Start && End != LocalTime.Midnight;

    /// <summary>The length on the wall clock, without daylight saving: seconds to 24 hours.</summary>
    public Duration Length => Duration.FromSeconds(EndSecond - StartSecond);

    /// <summary>Seconds from the midnight the owning day starts with.</summary>
    internal int StartSecond => (int)(Start.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);

    /// <summary>Seconds from the same midnight; more than 86,400 where the session runs on after the next.</summary>
    internal int EndSecond => (int)(End.NanosecondOfDay / NodaConstants.NanosecondsPerSecond) + (End <= Start ? NodaConstants.SecondsPerDay : 0);

    /// <summary>Whether a time of the owning day lies in the session; what lies after midnight does not.</summary>
    public bool Contains(LocalTime time) => time >= Start && (time < End || End <= Start);

    /// <summary>The notation, for example <c>09:00-12:00</c>, <c>13:30-24:00</c>, <c>22:00-06:00</c>.</summary>
    public override string ToString() => $"{Text(Start)}-{(End == LocalTime.Midnight ? "24:00" : Text(End))}";

    private static string Text(LocalTime time) => Patterns[time.Second == 0 ? 0 : 1].Format(time);

    internal static readonly LocalTimePattern[] Patterns =
        [LocalTimePattern.CreateWithInvariantCulture("HH:mm"), LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss")];
}
