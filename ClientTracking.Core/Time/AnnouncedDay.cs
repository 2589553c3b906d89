using NodaTime;

namespace ClientTracking.Time;

/// <summary>One day of an announced schedule: a row of the calendar file.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsMakeUp">True: a weekend day that is worked (调休上班). False: a day off.</param>
/// <param name="Holiday">The holiday the notice files the day under.</param>
/// <param name="Notice">The number of the notice (发文字号); empty where there is none.</param>
public readonly record struct AnnouncedDay(LocalDate Date, bool IsMakeUp, string Holiday, string Notice);
