using ClientTracking.Time;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Random calendars around clock changes against the minute-by-minute brute force.</summary>
[Trait("trap", "T11")]
[Trait("trap", "T13")]
public sealed class CalendarDifferentialTests
{
    private static readonly Gen<(RandomCalendar Plan, int[] Minutes, long[] Rests)> Cases =
        from plan in RandomCalendar.Gen
        from minutes in Gen.Int[0, (RandomCalendar.Days * 1440) - 1].Array[24]
        from rests in Gen.Long[0, NodaConstants.NanosecondsPerMinute - 1].Array[24]
        select (plan, minutes, rests);

    [Fact]
    [Trait("rule", "CV-02")]
    public void Working_time_between_agrees_with_counting_minutes() => Check((calendar, brute, a, b, restA, restB) =>
    {
        var expected = Duration.FromMinutes(brute.Between(a, b))
            + Duration.FromNanoseconds((brute.IsWorking(b) ? restB : 0) - (brute.IsWorking(a) ? restA : 0));
        Assert.Equal(expected, calendar.WorkingTimeBetween(brute.At(a).PlusNanoseconds(restA), brute.At(b).PlusNanoseconds(restB)));
    });

    [Fact]
    public void Adding_working_time_agrees_with_counting_minutes() => Check((calendar, brute, a, b, _, _) =>
    {
        var minutes = b % 3000;
        if (brute.Add(a, minutes) is { } later)
            Assert.Equal(brute.At(later), calendar.AddWorkingTime(brute.At(a), Duration.FromMinutes(minutes)));
        if (brute.Subtract(a, minutes) is { } earlier)
            Assert.Equal(brute.At(earlier), calendar.AddWorkingTime(brute.At(a), Duration.FromMinutes(-minutes)));
    });

    [Fact]
    [Trait("rule", "CV-10")]
    public void Business_time_and_the_next_opening_agree() => Check((calendar, brute, a, _, rest, _) =>
    {
        var at = brute.At(a).PlusNanoseconds(rest);
        Assert.Equal(brute.IsWorking(a), calendar.IsBusinessTime(at));
        if (brute.NextOpening(a) is { } opening) Assert.Equal(opening == a ? at : brute.At(opening), calendar.NextOpening(at));
    });

    [Fact]
    [Trait("rule", "CV-08")]
    public void Days_agree_with_walking() => Cases.Sample(
        one =>
        {
            var (calendar, brute) = (one.Plan.Calendar, new BruteForce(one.Plan));
            for (var (date, step) = (one.Plan.Start, 0); step < RandomCalendar.Days; date = date.PlusDays(1), step++)
            {
                Assert.Equal(brute.IsWorkingDay(date), calendar.IsWorkingDay(date));
                Assert.Equal(brute.IsWorkingDay(date), calendar[date].IsWorked);
                Assert.Equal(calendar[date].Sessions, calendar.SessionsOf(date));
                var (next, counted) = (date, 0);
                while (counted < 5)
                {
                    next = next.PlusDays(1);
                    if (brute.IsWorkingDay(next)) Assert.Equal(next, calendar.AddWorkingDays(date, ++counted));
                    Assert.Equal(counted, calendar.WorkingDaysBetween(date, next));
                }
            }
        },
        iter: 200);

    [Fact]
    public void Dates_and_instants_agree_with_the_zone() => Check((calendar, brute, a, b, rest, _) =>
    {
        var at = brute.At(a).PlusNanoseconds(rest);
        Assert.Equal(at.InZone(calendar.Zone).Date, calendar.DateOf(at));
        var local = calendar.DateOf(at) + LocalTime.FromMinutesSinceMidnight(b % 1440);
        Assert.Equal(local.InZoneLeniently(calendar.Zone).ToInstant(), calendar.At(local.Date, local.TimeOfDay));
        Assert.Equal(calendar.Zone.AtStartOfDay(local.Date).ToInstant(), calendar.StartOfDay(local.Date));
    });

    private static void Check(Action<WorkCalendar, BruteForce, int, int, long, long> check) => Cases.Sample(
        one =>
        {
            var brute = new BruteForce(one.Plan);
            for (var i = 0; i + 1 < one.Minutes.Length; i++)
                check(one.Plan.Calendar, brute, one.Minutes[i], one.Minutes[i + 1], one.Rests[i], one.Rests[i + 1]);
        },
        iter: 300);
}
