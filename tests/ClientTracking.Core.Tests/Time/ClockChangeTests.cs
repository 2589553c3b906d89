using ClientTracking.Errors;
using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Clocks that go forward and back, days that end at 24:00, shifts over midnight (traps T11 to T17).</summary>
public sealed class ClockChangeTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static WorkCalendar In(DateTimeZone zone, string sessions) => new WorkCalendarBuilder("test").InZone(zone)
        .WithHours(BusinessHours.On(DaySessions.Parse(sessions), [.. Enum.GetValues<IsoDayOfWeek>()[1..]])).Build();

    [Theory]
    [Trait("trap", "T11")]
    [InlineData(2025, 10, 25, 26, 25)]
    [InlineData(2025, 3, 28, 30, 23)]
    public void A_walk_over_a_clock_change_visits_every_date_once(int year, int month, int from, int change, int hours)
    {
        var calendar = In(DateTimeZoneProviders.Tzdb["Europe/Paris"], "00:00-24:00");
        var date = new LocalDate(year, month, from);
        for (var step = 1; step <= 5; step++)
        {
            var next = calendar.NextWorkingDay(date);
            Assert.Equal(date.PlusDays(1), next);
            Assert.Equal(calendar.EndOfDay(date), calendar.StartOfDay(next));
            Assert.Equal(date, calendar.DateOf(calendar.EndOfDay(date) - Duration.Epsilon));
            Assert.Equal(next, calendar.DateOf(calendar.EndOfDay(date)));
            Assert.Equal(
                Duration.FromHours(date.Day == change ? hours : 24), calendar.WorkingTimeBetween(calendar.StartOfDay(date), calendar.EndOfDay(date)));
            date = next;
        }
    }

    [Fact]
    [Trait("trap", "T12")]
    public void A_day_around_the_clock_is_as_long_as_the_day()
    {
        var calendar = In(NewYork, "00:00-24:00");
        var spring = new LocalDate(2025, 3, 9);
        Assert.Equal(Duration.FromHours(23), calendar.WorkingTimeBetween(calendar.StartOfDay(spring), calendar.EndOfDay(spring)));
        // 00:00 EDT + 24 h = 23:00 EST, which is 04:00 UTC of the next day.
        Assert.Equal(
            Instant.FromUtc(2025, 11, 3, 4, 0), calendar.AddWorkingTime(calendar.StartOfDay(new LocalDate(2025, 11, 2)), Duration.FromHours(24)));
    }

    [Fact]
    [Trait("trap", "T13")]
    public void A_session_in_a_repeated_hour_lasts_for_both_passes()
    {
        var calendar = In(NewYork, "01:00-02:00");
        var day = Assert.Single(calendar.IntervalsOf(new LocalDate(2025, 11, 2)));
        Assert.Equal((Instant.FromUtc(2025, 11, 2, 5, 0), Duration.FromHours(2)), (day.Start, day.Duration)); // 01:00 EDT to 02:00 EST
        Assert.Equal(day.Duration, calendar.WorkingTimeBetween(day.Start - Duration.FromHours(3), day.End + Duration.FromHours(3)));
    }

    [Fact]
    [Trait("trap", "T13")]
    public void A_session_that_ends_in_a_skipped_hour_moves_its_end_forward()
    {
        var calendar = In(NewYork, "01:30-02:30");
        var day = Assert.Single(calendar.IntervalsOf(new LocalDate(2025, 3, 9)));
        // 01:30 EST to 03:30 EDT
        Assert.Equal((Instant.FromUtc(2025, 3, 9, 6, 30), Instant.FromUtc(2025, 3, 9, 7, 30)), (day.Start, day.End));
        Assert.Equal(day.End, calendar.AddWorkingTime(day.Start, Duration.FromHours(1)));
        Assert.Equal(day.End, calendar.CloseOfBusiness(new LocalDate(2025, 3, 9)));
    }

    [Fact]
    [Trait("trap", "T13")]
    public void Sessions_that_a_skipped_hour_pushes_together_count_once()
    {
        // 02:00–02:45 becomes 03:00–03:45, which lies over 03:00–04:00: one hour in all, not 1:45.
        var calendar = In(NewYork, "02:00-02:45,03:00-04:00");
        var spring = new LocalDate(2025, 3, 9);
        Assert.Equal(Duration.FromHours(1), calendar.WorkingTimeBetween(calendar.StartOfDay(spring), calendar.EndOfDay(spring)));
    }

    [Fact]
    [Trait("trap", "T14")]
    public void Shanghai_had_summer_time_from_1986_to_1991()
    {
        var china = WorkCalendars.China;
        Assert.Equal(Instant.FromUtc(1990, 7, 1, 3, 0), china.At(new LocalDate(1990, 7, 1), new LocalTime(12, 0))); // +09:00
        Assert.Equal(Instant.FromUtc(1992, 7, 1, 4, 0), china.At(new LocalDate(1992, 7, 1), new LocalTime(12, 0)));
        Assert.Equal(Instant.FromUtc(1990, 7, 2, 9, 0), china.CloseOfBusiness(new LocalDate(1990, 7, 2)));
        Assert.Equal(new LocalDate(1990, 7, 2), china.DateOf(Instant.FromUtc(1990, 7, 1, 15, 0)));
        Assert.Equal(new LocalDate(1992, 7, 1), china.DateOf(Instant.FromUtc(1992, 7, 1, 15, 0)));
        // Monday 09:00 (+09:00) to the next Monday 09:00: five days of 7.5 h.
        Assert.Equal(
            Duration.FromMinutes(5 * 450), china.WorkingTimeBetween(Instant.FromUtc(1990, 7, 2, 0, 0), Instant.FromUtc(1990, 7, 9, 0, 0)));
    }

    [Theory]
    [Trait("trap", "T16")]
    [InlineData("18:00-24:00", 360)]
    [InlineData("18:00-23:59", 359)]
    public void An_end_at_midnight_loses_no_minute(string sessions, int minutes)
    {
        var calendar = In(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], sessions);
        var day = new LocalDate(2025, 6, 3);
        Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTimeBetween(calendar.StartOfDay(day), calendar.EndOfDay(day)));
        Assert.Equal(calendar.CloseOfBusiness(day), calendar.AddWorkingTime(calendar.StartOfDay(day), Duration.FromMinutes(minutes)));
        Assert.Equal(Instant.FromUtc(2025, 6, 3, 16, 0) - Duration.FromMinutes(360 - minutes), calendar.CloseOfBusiness(day));
    }

    [Fact]
    [Trait("trap", "T17")]
    public void A_night_shift_belongs_to_the_day_it_starts_on()
    {
        var nights = WorkCalendars.China.With("nights", layer => layer.WithHours(BusinessHours.MondayToFriday(DaySessions.Parse("22:00-06:00"))));
        var friday = new LocalDate(2025, 10, 17);
        Assert.False(nights.IsWorkingDay(friday.PlusDays(1)));
        Assert.True(nights.IsBusinessTime(nights.At(friday.PlusDays(1), new LocalTime(5, 59))));
        Assert.False(nights.IsBusinessTime(nights.At(friday.PlusDays(1), new LocalTime(6, 0))));
        Assert.Equal(nights.At(friday.PlusDays(1), new LocalTime(6, 0)), nights.CloseOfBusiness(friday));
        Assert.Equal(Duration.FromHours(8), nights.WorkingTimeBetween(nights.At(friday, LocalTime.Noon), nights.StartOfDay(friday.PlusDays(3))));
        Assert.Equal( // the shift of Monday 13 October has its last 6 hours on Tuesday
            nights.At(new LocalDate(2025, 10, 14), new LocalTime(6, 0)),
            nights.AddWorkingTime(nights.At(new LocalDate(2025, 10, 13), LocalTime.Noon), Duration.FromHours(8)));
    }

    [Fact]
    [Trait("trap", "T17")]
    public void A_night_shift_that_runs_into_the_next_morning_is_refused()
    {
        var hours = BusinessHours.MondayToFriday(DaySessions.Parse("22:00-06:00")).With(IsoDayOfWeek.Tuesday, DaySessions.Parse("05:00-12:00"));
        var error = Assert.Throws<InvalidRequestException>(() => new WorkCalendarBuilder("clash").WithHours(hours).Build());
        Assert.Equal("calendar.sessions-overlap", Assert.Single(error.Faults).Code);
    }
}
