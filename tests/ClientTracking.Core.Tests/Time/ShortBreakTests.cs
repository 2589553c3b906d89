using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Breaks and sessions far shorter than the parts a day is usually cut into.</summary>
public sealed class ShortBreakTests
{
    private static readonly WorkCalendar Calendar = new WorkCalendarBuilder("breaks")
        .WithHours(BusinessHours.MondayToFriday(DaySessions.Parse("09:00-12:00:00,12:00:01-12:00:02,12:00:04-18:00")))
        .Build();

    private static readonly LocalDate Monday = new(2026, 6, 1);

    [Theory]
    [InlineData("12:00:00", 10_800)]
    [InlineData("12:00:01", 10_800)]
    [InlineData("12:00:02", 10_801)]
    [InlineData("12:00:04", 10_801)]
    [InlineData("12:00:05", 10_802)]
    [InlineData("18:00:00", 32_397)]
    public void A_break_of_one_second_is_not_worked(string until, int seconds) => Assert.Equal(
        Duration.FromSeconds(seconds), Calendar.WorkingTimeBetween(Calendar.At(Monday, new(9, 0)), At(until)));

    [Theory]
    [InlineData(10_800, "12:00:00")]
    [InlineData(10_801, "12:00:02")]
    [InlineData(10_802, "12:00:05")]
    [InlineData(32_397, "18:00:00")]
    public void Working_time_added_steps_over_a_break_of_one_second(int seconds, string due) => Assert.Equal(
        At(due), Calendar.AddWorkingTime(Calendar.At(Monday, new(9, 0)), Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData("11:59:59", true)]
    [InlineData("12:00:00", false)]
    [InlineData("12:00:01", true)]
    [InlineData("12:00:02", false)]
    [InlineData("12:00:03", false)]
    [InlineData("12:00:04", true)]
    public void Sessions_are_half_open_to_the_second(string time, bool open) => Assert.Equal(open, Calendar.IsBusinessTime(At(time)));

    private static Instant At(string time) => Calendar.At(Monday, NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(time).Value);
}
