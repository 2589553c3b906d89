using System.Globalization;
using ClientTracking.Deadlines;
using ClientTracking.Time;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Deadlines;

public sealed class ExplanationTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void Working_days_are_explained_by_holiday_notice_and_make_up_day()
    {
        var why = China.Explain(DeadlineRule.WorkingDays(5), At("2026-09-28 10:00"));
        var version = WorkCalendars.China.Version;
        Assert.Equal(
            $"""
            5wd from 2026-09-28 10:00 is due 2026-10-10 18:00 (calendar China, version {version}).
            2026-09-28 10:00 to 2026-09-29 00:00: not counted: the day it starts on
            2026-09-29 00:00 to 2026-10-01 00:00: counted
            2026-10-01 00:00 to 2026-10-08 00:00: not counted: 国庆节, notice 国办发明电〔2025〕7号
            2026-10-08 00:00 to 2026-10-10 00:00: counted
            2026-10-10 00:00 to 2026-10-10 18:00: counted: make-up day for 国庆节, notice 国办发明电〔2025〕7号
            """.ReplaceLineEndings("\n"),
            why.Describe(English));
        Assert.Equal(
            $"""
            5wd，自 2026-09-28 10:00 起算，2026-10-10 18:00 届满（日历 China，版本 {version}）。
            2026-09-28 10:00 至 2026-09-29 00:00：不计入：起算当日
            2026-09-29 00:00 至 2026-10-01 00:00：计入
            2026-10-01 00:00 至 2026-10-08 00:00：不计入：国庆节，国办发明电〔2025〕7号
            2026-10-08 00:00 至 2026-10-10 00:00：计入
            2026-10-10 00:00 至 2026-10-10 18:00：计入：国庆节调休上班，国办发明电〔2025〕7号
            """.ReplaceLineEndings("\n"),
            why.Describe(Chinese));
    }

    [Fact]
    public void Working_time_is_explained_by_session_lunch_weekend_company_day_and_pause()
    {
        var company = new DeadlineCalculator(WorkCalendars.China.With("company", layer => layer.AddDayOff(new(2026, 3, 9), "stocktaking")));
        var ledger = ClockLedger.Start(company, DeadlineRule.WorkingHours(3), At("2026-03-06 11:00"))
            .Pause(company, At("2026-03-06 14:30"), "client").Resume(company, At("2026-03-06 17:30"));
        var lines = company.Explain(ledger).Describe(English).Split('\n');
        Assert.Equal(
            [
                "2026-03-06 11:00 to 2026-03-06 12:00: counted",
                "2026-03-06 12:00 to 2026-03-06 13:30: not counted: outside business hours",
                "2026-03-06 13:30 to 2026-03-06 14:30: counted",
                "2026-03-06 14:30 to 2026-03-06 17:30: paused: client",
                "2026-03-06 17:30 to 2026-03-06 18:00: counted",
                "2026-03-06 18:00 to 2026-03-07 00:00: not counted: outside business hours",
                "2026-03-07 00:00 to 2026-03-09 00:00: not counted: weekend",
                "2026-03-09 00:00 to 2026-03-10 00:00: not counted: day off (stocktaking)",
                "2026-03-10 00:00 to 2026-03-10 09:00: not counted: outside business hours",
                "2026-03-10 09:00 to 2026-03-10 09:30: counted",
            ],
            lines[1..]);
    }

    [Fact]
    public void Extension_suspension_and_provisional_are_said()
    {
        var start = ClockLedger.Start(China, DeadlineRule.Days(1), At("2026-12-31 10:00"));
        Assert.Contains("Provisional: ", China.Explain(start).Describe(English), StringComparison.Ordinal);
        Assert.Contains("暂定：", China.Explain(start).Describe(Chinese), StringComparison.Ordinal);
        var extended = start.Extend(China, At("2026-12-31 11:00"), At("2026-12-31 11:00"), At("2027-01-08 18:00"));
        Assert.EndsWith("\n2027-01-01 18:00 to 2027-01-08 18:00: extension", China.Explain(extended).Describe(English), StringComparison.Ordinal);
        var paused = China.Explain(start.Pause(China, At("2026-12-31 12:00"), "client"));
        Assert.Null(paused.Due);
        Assert.StartsWith("1d，自 2026-12-31 10:00 起算，现已中止", paused.Describe(Chinese), StringComparison.Ordinal);
    }
}
