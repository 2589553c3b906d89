using ClientTracking.Time;
using CsCheck;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>Day numbers by table against NodaTime's own reckoning.</summary>
public sealed class CivilDaysTests
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private static readonly Gen<int> Day = Gen.Int[CivilDays.FirstNumber, CivilDays.LastNumber];

    [Fact]
    public void Every_date_has_its_number_and_every_number_its_date()
    {
        var number = Period.DaysBetween(Epoch, WorkCalendar.MinDate);
        for (var date = WorkCalendar.MinDate; date <= WorkCalendar.MaxDate; date = date.PlusDays(1), number++)
        {
            Assert.Equal(number, CivilDays.Number(date));
            Assert.Equal(date, CivilDays.Date(number));
        }
    }

    /// <summary>Only speed hangs on it, but much of that: should NodaTime pack its dates otherwise one day, this says so.</summary>
    [Fact]
    public void The_hash_code_of_every_date_leads_to_its_number()
    {
        for (var date = WorkCalendar.MinDate; date <= WorkCalendar.MaxDate; date = date.PlusDays(1)) Assert.Equal(CivilDays.Number(date), CivilDays.Guess(date));
    }

    [Fact]
    public void Dates_outside_the_range_and_of_other_calendars_have_no_number()
    {
        Assert.Equal(CivilDays.None, CivilDays.NumberOrNone(WorkCalendar.MinDate.PlusDays(-1)));
        Assert.Equal(CivilDays.None, CivilDays.NumberOrNone(WorkCalendar.MaxDate.PlusDays(1)));
        Assert.Equal(CivilDays.None, CivilDays.NumberOrNone(new(2026, 1, 1, CalendarSystem.Coptic)));
        Assert.Equal(CivilDays.None, CivilDays.NumberOrNone(new(2026, 1, 1, CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkCalendars.China.AddWorkingDays(new LocalDate(2026, 1, 1, CalendarSystem.Julian), 1));
    }

    [Theory]
    [Trait("rule", "CV-03")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-11-30", 3, "2027-02-28")]
    [InlineData("2026-03-31", -1, "2026-02-28")]
    [InlineData("2149-11-30", 1, "2149-12-30")]
    [InlineData("2149-12-31", 0, "2149-12-31")]
    public void CV_03_months_end_on_the_corresponding_or_the_last_day(string from, int months, string to) =>
        Assert.Equal(On(to), CivilDays.Date(CivilDays.PlusMonths(CivilDays.Number(On(from)), months)));

    [Fact]
    [Trait("rule", "CV-03")]
    public void CV_03_months_agree_with_NodaTime() => Gen.Select(Day, Gen.Int[-3600, 3600]).Sample((day, months) =>
    {
        var expected = CivilDays.Date(day).PlusMonths(months);
        if (expected < WorkCalendar.MinDate || expected > WorkCalendar.MaxDate)
            Assert.Throws<ArgumentOutOfRangeException>(() => CivilDays.PlusMonths(day, months));
        else
            Assert.Equal(expected, CivilDays.Date(CivilDays.PlusMonths(day, months)));
    });

    private static LocalDate On(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}
