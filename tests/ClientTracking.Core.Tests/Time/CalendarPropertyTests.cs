using ClientTracking.Time;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Laws of the arithmetic that hold for every calendar, over years and for amounts of any size.</summary>
public sealed class CalendarPropertyTests
{
    private static readonly Gen<WorkCalendar> Calendars =
        Gen.OneOf(RandomCalendar.Gen.Select(plan => plan.Calendar), Gen.Const(WorkCalendars.China));

    private static readonly Gen<Instant> Instants =
        Gen.Long[Instant.FromUtc(1984, 1, 1, 0, 0).ToUnixTimeTicks(), Instant.FromUtc(2036, 1, 1, 0, 0).ToUnixTimeTicks()]
            .Select(ticks => Instant.FromUnixTimeTicks(ticks).PlusNanoseconds(ticks % 100));

    private static readonly Gen<Duration> Times =
        Gen.OneOf(Gen.Long[0, 8 * NodaConstants.NanosecondsPerHour], Gen.Long[0, 1000 * NodaConstants.NanosecondsPerHour]).Select(Duration.FromNanoseconds);

    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 18_000].Select(new LocalDate(1985, 1, 1).PlusDays);

    private static readonly Gen<(WorkCalendar Calendar, Instant[] At, Duration[] Times, LocalDate[] Dates, int[] Days)> Cases = Gen.Select(
        Calendars, Instants.Array[20], Times.Array[20], Dates.Array[20], Gen.OneOf(Gen.Int[1, 15], Gen.Int[1, 600]).Array[20]);

    [Fact]
    public void Adding_a_then_b_is_adding_both() => Check((calendar, at, a, b, date, m, n) =>
    {
        Assert.Equal(calendar.AddWorkingTime(at, a + b), calendar.AddWorkingTime(calendar.AddWorkingTime(at, a), b));
        Assert.Equal(calendar.AddWorkingTime(at, -(a + b)), calendar.AddWorkingTime(calendar.AddWorkingTime(at, -a), -b));
        Assert.Equal(calendar.AddWorkingDays(date, m + n), calendar.AddWorkingDays(calendar.AddWorkingDays(date, m), n));
        Assert.Equal(calendar.AddWorkingDays(date, -(m + n)), calendar.AddWorkingDays(calendar.AddWorkingDays(date, -m), -n));
    });

    [Fact]
    public void Between_is_the_inverse_of_adding() => Check((calendar, at, a, _, date, n, _) =>
    {
        Assert.Equal(a, calendar.WorkingTimeBetween(at, calendar.AddWorkingTime(at, a)));
        Assert.Equal(-a, calendar.WorkingTimeBetween(at, calendar.AddWorkingTime(at, -a)));
        Assert.Equal(n, calendar.WorkingDaysBetween(date, calendar.AddWorkingDays(date, n)));
        // Between does not count the day it starts from, which here is the result, but does count the date itself when it is worked.
        Assert.Equal(calendar.IsWorkingDay(date) ? -n : 1 - n, calendar.WorkingDaysBetween(date, calendar.AddWorkingDays(date, -n)));
    });

    [Fact]
    public void Arithmetic_is_monotone_and_antisymmetric() => Check((calendar, at, a, b, date, m, n) =>
    {
        var (less, more) = a < b ? (a, b) : (b, a);
        Assert.True(calendar.AddWorkingTime(at, less) <= calendar.AddWorkingTime(at, more));
        Assert.True(calendar.AddWorkingTime(at, a) <= calendar.AddWorkingTime(at + b, a));
        Assert.True(calendar.AddWorkingTime(at, a) >= at + a);
        Assert.True(calendar.AddWorkingDays(date, m) <= calendar.AddWorkingDays(date.PlusDays(n), m));
        Assert.Equal(calendar.WorkingTimeBetween(at, at + a), -calendar.WorkingTimeBetween(at + a, at));
        Assert.Equal(calendar.WorkingDaysBetween(date, date.PlusDays(n)), -calendar.WorkingDaysBetween(date.PlusDays(n), date));
    });

    [Fact]
    public void The_result_of_adding_is_minimal() => Check((calendar, at, a, _, date, n, _) =>
    {
        if (a == Duration.Zero) return;
        var end = calendar.AddWorkingTime(at, a);
        Assert.True(calendar.WorkingTimeBetween(at, end - Duration.Epsilon) < a);
        Assert.True(calendar.IsWorkingDay(calendar.AddWorkingDays(date, n)));
        Assert.Equal(calendar.AddWorkingDays(date, n), calendar.PreviousWorkingDay(calendar.AddWorkingDays(date, n + 1)));
    });

    [Fact]
    public void Nothing_added_is_the_start() => Check((calendar, at, _, _, date, _, _) =>
    {
        Assert.Equal(at, calendar.AddWorkingTime(at, Duration.Zero));
        Assert.Equal(Duration.Zero, calendar.WorkingTimeBetween(at, at));
        Assert.Equal(date, calendar.AddWorkingDays(date, 0));
        Assert.Equal(0, calendar.WorkingDaysBetween(date, date));
    });

    [Fact]
    public void A_batch_is_its_single_calls() => Cases.Sample(
        one =>
        {
            var (calendar, at, times, dates, days) = one;
            var (instants, durations, results, counts) = (new Instant[20], new Duration[20], new LocalDate[20], new int[20]);
            calendar.AddWorkingTime(at, times, instants);
            Assert.Equal(at.Zip(times, calendar.AddWorkingTime), instants);
            calendar.AddWorkingTime(at, times[0], instants);
            Assert.Equal(at.Select(start => calendar.AddWorkingTime(start, times[0])), instants);
            calendar.WorkingTimeBetween(at, instants, durations);
            Assert.Equal(at.Zip(instants, calendar.WorkingTimeBetween), durations);
            calendar.AddWorkingDays(dates, days, results);
            Assert.Equal(dates.Zip(days, calendar.AddWorkingDays), results);
            calendar.WorkingDaysBetween(dates, results, counts);
            Assert.Equal(days, counts);
            calendar.AddWorkingDays(dates, -3, results);
            Assert.Equal(dates.Select(date => calendar.AddWorkingDays(date, -3)), results);

            int[] numbers = [.. dates.Select(Number)];
            calendar.AddWorkingDays(numbers, days, counts);
            Assert.Equal(dates.Zip(days, calendar.AddWorkingDays).Select(Number), counts);
            calendar.AddWorkingDays(numbers, 0, counts);
            Assert.Equal(numbers, counts);
            calendar.AddWorkingDays(numbers, 250, counts);
            Assert.Equal(dates.Select(date => Number(calendar.AddWorkingDays(date, 250))), counts);
        },
        iter: 100);

    [Fact]
    public void A_batch_refuses_spans_of_different_length()
    {
        var china = WorkCalendars.China;
        Assert.Throws<ArgumentException>(() => china.AddWorkingDays(new LocalDate[2], new int[1], new LocalDate[2]));
        Assert.Throws<ArgumentException>(() => china.AddWorkingDays(new int[2], 1, new int[1]));
        Assert.Throws<ArgumentException>(() => china.WorkingTimeBetween(new Instant[1], new Instant[2], new Duration[2]));
    }

    private static int Number(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    private static void Check(Action<WorkCalendar, Instant, Duration, Duration, LocalDate, int, int> law) => Cases.Sample(
        one =>
        {
            for (var i = 0; i < 20; i++)
                law(one.Calendar, one.At[i], one.Times[i], one.Times[^(i + 1)], one.Dates[i], one.Days[i], one.Days[^(i + 1)]);
        },
        iter: 100);
}
