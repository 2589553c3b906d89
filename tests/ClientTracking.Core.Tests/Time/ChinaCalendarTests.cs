using ClientTracking.Time;
using NodaTime;

namespace ClientTracking.Core.Tests.Time;

/// <summary>The shipped schedule against the counts its documentation gives.</summary>
public sealed class ChinaCalendarTests
{
    /// <summary>Working days a year, from the table of the data's documentation.</summary>
    [Theory]
    [Trait("rule", "CV-08")]
    [InlineData(2004, 252)]
    [InlineData(2005, 251)]
    [InlineData(2006, 251)]
    [InlineData(2007, 249)]
    [InlineData(2008, 251)]
    [InlineData(2009, 250)]
    [InlineData(2010, 250)]
    [InlineData(2011, 250)]
    [InlineData(2012, 249)]
    [InlineData(2013, 250)]
    [InlineData(2014, 250)]
    [InlineData(2015, 249)]
    [InlineData(2016, 250)]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_announced_working_days(int year, int expected)
    {
        var china = WorkCalendars.China;
        var (before, last) = (new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31));
        Assert.Equal(expected, china.WorkingDaysBetween(before, last));
        Assert.Equal(-expected, china.WorkingDaysBetween(last, before));
        Assert.Equal(expected, Enumerable.Range(1, Period.DaysBetween(before, last)).Count(day => china.IsWorkingDay(before.PlusDays(day))));
    }

    [Fact]
    [Trait("rule", "CV-08")]
    public void Every_row_of_the_file_is_explained_with_its_holiday_and_notice()
    {
        var rows = ReadRows();
        Assert.Equal(766, rows.Length);
        Assert.Equal(151, rows.Count(row => row[1] == "makeup"));
        foreach (var row in rows)
        {
            var date = LocalDate.FromDateTime(DateTime.ParseExact(row[0], "yyyy-MM-dd", null));
            var day = WorkCalendars.China[date];
            Assert.Equal((row[1] == "makeup", row[1] == "makeup" ? DayCause.MakeUpDay : DayCause.Holiday), (day.IsWorked, day.Cause));
            Assert.Equal((row[2], row[3], "China", false), (day.Name, day.Notice, day.Source, day.IsProvisional));
            Assert.Equal(day.IsWorked ? BusinessHours.China.Standard : DaySessions.None, day.Sessions);
        }
    }

    /// <summary>Make-up days a year, as the notices name them.</summary>
    [Theory]
    [Trait("rule", "CV-08")]
    [InlineData(2010, "02-20 02-21 06-12 06-13 09-19 09-25 09-26 10-09")]
    [InlineData(2011, "01-30 02-12 04-02 10-08 10-09 12-31")]
    [InlineData(2012, "01-21 01-29 03-31 04-01 04-28 09-29")]
    [InlineData(2013, "01-05 01-06 02-16 02-17 04-07 04-27 04-28 06-08 06-09 09-22 09-29 10-12")]
    [InlineData(2014, "01-26 02-08 05-04 09-28 10-11")]
    [InlineData(2015, "01-04 02-15 02-28 09-06 10-10")]
    [InlineData(2016, "02-06 02-14 06-12 09-18 10-08 10-09")]
    [InlineData(2017, "01-22 02-04 04-01 05-27 09-30")]
    [InlineData(2018, "02-11 02-24 04-08 04-28 09-29 09-30 12-29")]
    [InlineData(2019, "02-02 02-03 04-28 05-05 09-29 10-12")]
    [InlineData(2020, "01-19 04-26 05-09 06-28 09-27 10-10")]
    [InlineData(2021, "02-07 02-20 04-25 05-08 09-18 09-26 10-09")]
    [InlineData(2022, "01-29 01-30 04-02 04-24 05-07 10-08 10-09")]
    [InlineData(2023, "01-28 01-29 04-23 05-06 06-25 10-07 10-08")]
    [InlineData(2024, "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12")]
    [InlineData(2025, "01-26 02-08 04-27 09-28 10-11")]
    [InlineData(2026, "01-04 02-14 02-28 05-09 09-20 10-10")]
    public void A_year_has_its_make_up_days(int year, string expected)
    {
        var found = Enumerable.Range(0, 366).Select(new LocalDate(year, 1, 1).PlusDays)
            .Where(date => date.Year == year && WorkCalendars.China[date].Cause == DayCause.MakeUpDay)
            .Select(date => $"{date.Month:00}-{date.Day:00}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void The_coverage_is_2004_to_2026_and_beyond_it_weekends_only_and_provisional()
    {
        var china = WorkCalendars.China;
        Assert.Equal(new LocalDate(2004, 1, 1), china.FirstPublished);
        Assert.Equal(new LocalDate(2026, 12, 31), china.LastPublished);
        Assert.Equal("Asia/Shanghai", china.Zone.Id);
        Assert.Equal(
            [(DayCause.Weekday, true), (DayCause.Holiday, false), (DayCause.Weekday, false), (DayCause.Weekday, true), (DayCause.Weekend, true)],
            new LocalDate[] { new(2003, 12, 31), new(2004, 1, 1), new(2026, 12, 31), new(2027, 1, 1), new(2027, 10, 2) }
                .Select(date => (china[date].Cause, china[date].IsProvisional)));
        Assert.True(china.IsProvisional(new LocalDate(2027, 1, 1)));
        Assert.Equal(261, china.WorkingDaysBetween(new LocalDate(2026, 12, 31), new LocalDate(2027, 12, 31)));
    }

    private static string[][] ReadRows()
    {
        using var stream = typeof(WorkCalendars).Assembly.GetManifestResourceStream("ClientTracking.Time.Data.china-workdays.csv")!;
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}
