using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

internal enum RandomDayKind
{
    Hours,
    Holiday,
    MakeUp,
    DayOff,
    Duty,
    DutyWithHours,
}

/// <summary>One dated entry of a random calendar, so many days after its start.</summary>
internal sealed record RandomDay(int Offset, RandomDayKind Kind, DaySessions Hours)
{
    internal RandomDayKind Matter => Kind is RandomDayKind.Duty or RandomDayKind.DutyWithHours ? RandomDayKind.DayOff : Kind;

    internal void AddTo(WorkCalendarBuilder builder, LocalDate start)
    {
        var date = start.PlusDays(Offset);
        _ = Kind switch
        {
            RandomDayKind.Hours => builder.WithHours(date, Hours),
            RandomDayKind.Holiday => builder.AddHoliday(date, "holiday"),
            RandomDayKind.MakeUp => builder.AddMakeUpDay(date, "make-up"),
            RandomDayKind.DayOff => builder.AddDayOff(date, "off"),
            RandomDayKind.Duty => builder.AddOnDuty(date, "duty"),
            _ => builder.AddOnDuty(date, "duty", Hours),
        };
    }
}
