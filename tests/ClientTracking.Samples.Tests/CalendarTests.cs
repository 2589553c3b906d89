namespace ClientTracking.Samples.Tests;

public sealed class CalendarTests
{
    private static readonly string Ics = Path.Combine(AppContext.BaseDirectory, "data", "company-days-off.ics");

    [Fact]
    public async Task Days_off_come_from_the_iCalendar_file_and_move_deadlines()
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async("", "calendar", "--ics", Ics, "--year", "2026"));
        // The anniversary comes again from 2024 on; the outing ends before the 13th, as iCalendar's end is not included.
        string[] days = ["20260318", "20260611", "20260612", "20261010"];
        Assert.Equal(days, run.Output.Where(line => line.StartsWith("2026", StringComparison.Ordinal)).Select(line => line[..8]).Take(4));
        Assert.Contains("20261010 年度盘点 上班，国庆节调休上班（国办发明电〔2025〕7号） 休息，公司休息：年度盘点", run.Output);
        Assert.Contains("2026 年工作日：248 → 244", run.Output);
        Assert.Contains("未读入：“新年例会”不是全天日程", run.Output);
        // Tuesday 17 March: 18, 19, 20, 23, 24; without the 18th one day more.
        Assert.Contains("5wd，自 2026-03-17T10:00 起：2026-03-24T18:00 → 2026-03-25T18:00", run.Output);
    }

    [Fact]
    public async Task A_company_tries_its_examples_on_its_own_days_off()
    {
        using var run = new Run();
        // 29, 30 September, 8, 9 October; the make-up Saturday is the company's day off, so Monday the 12th.
        await run.Async("""{"id":"1","deadline":"5wd","start":"2026-09-28T10:00:00+08:00"}""", "try", "--ics", Ics);
        Assert.Equal("""{"id":"1","due":"2026-10-12T18:00:00+08:00","provisional":false}""", run.Output[0]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_year_out_of_range_are_said_so()
    {
        using var run = new Run();
        Assert.Equal(1, await run.Async("", "calendar", "--ics", "nowhere.ics", "--lang", "en"));
        Assert.Contains("nowhere.ics", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Async("", "calendar", "--ics", Ics, "--year", "1900", "--lang", "en"));
        Assert.Contains("1901 to 2149", run.Error, StringComparison.Ordinal);
    }
}
