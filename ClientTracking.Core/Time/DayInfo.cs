using NodaTime;

namespace ClientTracking.Time;

/// <summary>What a calendar says of one day, and why.</summary>
/// <param name="Date">The day.</param>
/// <param name="Cause">What decided it; dated override before make-up day before holiday before weekly pattern.</param>
/// <param name="Name">The holiday's name, or the reason of the override; null for a day of the weekly pattern.</param>
/// <param name="Notice">The number of the notice (发文字号) that decides the day, where one does.</param>
/// <param name="Source">The name of the calendar or layer the deciding entry came from; for the weekly pattern that of the calendar.</param>
/// <param name="IsProvisional">Whether no announced schedule is known for this date, so that a later notice may change it.</param>
/// <param name="Sessions">The business hours; <see cref="DaySessions.None"/> on an off-day.</param>
public sealed record DayInfo(
    LocalDate Date, DayCause Cause, string? Name, string? Notice, string Source, bool IsProvisional, DaySessions Sessions)
{
    /// <summary>Whether the day is worked.</summary>
    public bool IsWorked => Cause is DayCause.Weekday or DayCause.MakeUpDay or DayCause.OnDuty;
}
