using ClientTracking.Deadlines;
using CsCheck;
using NodaTime;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Deadlines;

public sealed class SeriesTests
{
    [Fact, Trait("rule", "CV-03"), Trait("rule", "PT-04")]
    public void A_series_is_counted_from_its_anchor_and_never_chained()
    {
        var monthly = new RecurringDeadline(DeadlineRule.Parse("1mo"), At("2026-01-31 10:00"));
        // 28 February is a worked Saturday; 31 May is a Sunday.
        string[] expected = ["2026-02-28 18:00", "2026-03-31 18:00", "2026-04-30 18:00", "2026-06-01 18:00", "2026-06-30 18:00"];
        Assert.Equal(expected.Select(At), monthly.Between(China, monthly.Anchor, At("2026-06-30 18:00")).Select(deadline => deadline.Due));
        Assert.Equal((2, At("2026-03-31 18:00")), Next("2026-02-28 18:00"));
        Assert.Equal((1, At("2026-02-28 18:00")), Next("2026-02-28 17:59:59.999"));
        Assert.Equal((1, At("2026-02-28 18:00")), Next("2020-01-01 00:00"));
        Assert.Equal((4, At("2026-06-01 18:00")), Next("2026-05-31 23:00"));

        (int, Instant) Next(string after)
        {
            var (n, deadline) = monthly.NextAfter(China, At(after));
            return (n, deadline.Due);
        }
    }

    [Fact]
    public void Only_what_has_an_amount_repeats()
    {
        foreach (var rule in (string[])["same-day", "at-once", "thu@cob"])
        {
            Assert.Throws<ArgumentException>(() => new RecurringDeadline(DeadlineRule.Parse(rule), At("2026-03-02 10:00")));
            Assert.Throws<ArgumentException>(() => China.CalculateBefore(DeadlineRule.Parse(rule), At("2026-03-02 10:00")));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurringDeadline(DeadlineRule.Days(1), At("2026-03-02 10:00")).Nth(China, 0));
    }

    [Fact]
    public void The_next_of_a_series_is_the_first_that_is_later() => Gen.Select(
        Gen.OneOf(Any.WorkingTime, Any.WorkingDays, Any.CalendarDays, Any.Elapsed.Where(rule => !rule.StartsAtOpening && rule.Length > Duration.FromHours(5))),
        Gen.Int[0, 500_000], Gen.Int[-1000, 1_000_000])
        .Sample((every, anchor, after) =>
        {
            var series = new RecurringDeadline(every, At("2015-03-02 00:00") + Duration.FromMinutes(anchor));
            var instant = series.Anchor + Duration.FromMinutes(after);
            var n = 1;
            while (series.Nth(China, n).Due <= instant) n++;
            Assert.Equal((n, series.Nth(China, n)), series.NextAfter(China, instant));
        }, iter: 300);

    [Theory]
    [InlineData("2mo~none", "2026-08-28 18:00", "2026-06-28 18:00"), Trait("rule", "T38")]
    [InlineData("2mo", "2026-08-28 18:00", "2026-06-26 18:00"), Trait("rule", "T39")] // the 28th is a Sunday
    [InlineData("1mo", "2023-03-31 18:00", "2023-02-28 18:00")]
    [InlineData("1mo", "2025-11-03 18:00", "2025-09-30 18:00")] // 3 October is a holiday
    [InlineData("1y", "2025-02-28 18:00", "2024-02-28 18:00")]
    [InlineData("7d", "2026-03-16 18:00", "2026-03-09 18:00")]
    [InlineData("7d", "2026-03-17 00:00", "2026-03-09 18:00")] // 24:00 of the 16th
    [InlineData("5wd", "2026-10-12 18:00", "2026-09-29 18:00")] // 10 (make-up), 9, 8, 30, 29
    [InlineData("24h", "2026-03-09 18:00", "2026-03-08 18:00")]
    public void A_notice_date_is_counted_backwards_and_rolls_backwards(string rule, string due, string before) =>
        Assert.Equal(At(before), China.CalculateBefore(DeadlineRule.Parse(rule), At(due)).Due);

    [Fact]
    public void A_level_in_working_time_lies_in_working_time()
    {
        var eightToSix = China.WithHours("08:00-18:00");
        eightToSix.IsDue("4wh", "2026-03-02 17:00", "2026-03-03 11:00"); // T27
        Assert.Equal(At("2026-03-03 10:00"), eightToSix.CalculateBefore(DeadlineRule.WorkingHours(1), At("2026-03-03 11:00")).Due);
        Assert.Equal(At("2026-03-02 17:30"), eightToSix.CalculateBefore(DeadlineRule.WorkingHours(1), At("2026-03-03 08:30")).Due); // T28
    }
}
