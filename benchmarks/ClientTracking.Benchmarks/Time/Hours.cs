using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Benchmarks.Time;

/// <summary>The working weeks that are measured, each with its baseline.</summary>
internal static class Hours
{
    internal static readonly (LocalTime Start, LocalTime End)[] Standard = [(new(9, 0), new(12, 0)), (new(13, 30), new(18, 0))];

    private static readonly (LocalTime Start, LocalTime End)[][] Week =
    [
        Standard,
        [(new(10, 0), new(19, 0))],
        [(new(8, 0), new(10, 0)), (new(10, 30), new(12, 0)), (new(13, 0), new(17, 15))],
        Standard,
        [(new(9, 0), new(12, 0)), (new(13, 0), new(15, 0))],
        Standard,
        Standard,
    ];

    /// <summary>09:00–12:00, 13:30–18:00 every day.</summary>
    internal static (WorkCalendar Calendar, NaiveCalendar Naive) Split { get; } = (WorkCalendars.China, new());

    /// <summary>A week of different days: two, one and three sessions, a short Friday.</summary>
    internal static (WorkCalendar Calendar, NaiveCalendar Naive) Uneven { get; } = (
        WorkCalendars.China.With("uneven", layer => layer.WithHours(BusinessHours.China
            .With(IsoDayOfWeek.Tuesday, DaySessions.Parse("10:00-19:00"))
            .With(IsoDayOfWeek.Wednesday, DaySessions.Parse("08:00-10:00,10:30-12:00,13:00-17:15"))
            .With(IsoDayOfWeek.Friday, DaySessions.Parse("09:00-12:00,13:00-15:00")))),
        new() { Sessions = date => Week[(int)date.DayOfWeek - 1] });
}
