using ClientTracking.Deadlines;
using ClientTracking.Time;
using NodaTime;
using NodaTime.Text;

namespace ClientTracking.Core.Tests.Deadlines;

/// <summary>Instants as the wall clock of Asia/Shanghai shows them, and the calendars the tables are checked on.</summary>
internal static class Clock
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>09:00–12:00 and 13:30–18:00 on China's announced schedule (CV-14).</summary>
    internal static readonly DeadlineCalculator China = new(WorkCalendars.China);

    /// <summary>The calendar "S" of the traps: 09:00–12:00 and 13:00–18:00.</summary>
    internal static readonly DeadlineCalculator S = China.WithHours("09:00-12:00,13:00-18:00");

    /// <summary>The Spring Festival of 2020 as the notice of November 2019 had it.</summary>
    internal static readonly DeadlineCalculator November = new(SpringFestival2020());

    /// <summary>The same after the notice of 26 January 2020, which gave three more days off.</summary>
    internal static readonly DeadlineCalculator January = new(November.Calendar.With("26 January", layer => layer
        .AddHoliday(new(2020, 1, 31), "春节").AddHoliday(new(2020, 2, 1), "春节").AddHoliday(new(2020, 2, 2), "春节")));

    internal static DeadlineCalculator WithHours(this DeadlineCalculator calculator, string hours) => new(calculator.Calendar.With(
        hours, layer => layer.WithHours(BusinessHours.MondayToFriday(DaySessions.Parse(hours)))));

    /// <summary>Reads <c>2026-09-28 10:00</c>, with seconds and milliseconds where given.</summary>
    internal static Instant At(string local)
    {
        foreach (var form in (string[])["uuuu-MM-dd HH:mm", "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd HH:mm:ss.fff"])
        {
            if (LocalDateTimePattern.CreateWithInvariantCulture(form).Parse(local) is { Success: true, Value: var time })
                return time.InZoneStrictly(Shanghai).ToInstant();
        }

        throw new ArgumentException($"'{local}' is no local time.", nameof(local));
    }

    internal static string Local(Instant instant) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFF").Format(instant.InZone(Shanghai).LocalDateTime);

    internal static string Due(this DeadlineCalculator calculator, string rule, string trigger) =>
        Local(calculator.Calculate(DeadlineRule.Parse(rule), At(trigger)).Due);

    /// <summary>Asserts a due instant, written like the trigger.</summary>
    internal static void IsDue(this DeadlineCalculator calculator, string rule, string trigger, string due) =>
        Assert.Equal(Local(At(due)), calculator.Due(rule, trigger));

    private static WorkCalendar SpringFestival2020()
    {
        var builder = new WorkCalendarBuilder("November").AddMakeUpDay(new(2020, 1, 19), "春节").AddMakeUpDay(new(2020, 2, 1), "春节");
        for (var day = 24; day <= 30; day++) builder.AddHoliday(new(2020, 1, day), "春节");
        return builder.Build();
    }
}
