using System.Xml.Linq;

namespace ClientTracking.Samples.Tests;

public sealed class GanttTests
{
    [Fact, Trait("rule", "RF-57")]
    public async Task The_plan_is_printed_and_drawn()
    {
        var picture = Path.Combine(Directory.CreateTempSubdirectory("client-tracking-gantt-").FullName, "plan.svg");
        using var run = new Run();
        Assert.Equal(0, await run.Async("", "gantt", "--out", picture));
        // In hand 16 h on Wednesday 14:00; stopped 15:30 to Thursday 15:00 by the first A, the mid-autumn days off, stopped again on the 29th.
        Assert.Contains(run.Output, line => line.StartsWith("5 26091603 D 医生主页改版 刘洋 2026-09-23T14:00 2026-09-30T16:00 ", StringComparison.Ordinal));
        Assert.Contains("26091603 第 5 位：在手；继续进行；为 26092301, 26092201 暂停。", run.Output);
        Assert.Contains("26091603 医生主页改版 2026-09-28T18:00 2026-09-30T16:00 1天22小时 2026-09-30", run.Output);
        var texts = XDocument.Load(picture).Descendants("{http://www.w3.org/2000/svg}text").Select(text => text.Value).ToArray();
        Assert.Contains("10 项需求，3 项承诺有逾期风险", texts);
        Assert.Contains("国庆节", texts);
        Assert.Contains("班", texts);
        Assert.Equal(3, texts.Count(text => text.StartsWith('迟')));
        File.Delete(picture);
    }

    /// <summary>
    /// From Friday 16:00 on, 7.5 hours a day, two workers: 12 h end on Tuesday 11:30, 20 h on Wednesday at noon; then 30 h from there on Monday 7 July
    /// 11:30 and 80 h on Thursday the 17th 9:30. The B promised for Monday is told to be late before it is.
    /// </summary>
    [Fact, Trait("rule", "RF-56"), Trait("rule", "RF-57")]
    public async Task RF_56_The_plan_that_the_team_of_the_story_keeps_is_printed_drawn_and_the_same_when_run_again()
    {
        using var run = new Run();
        var (picture, database) = (run.File("plan.svg"), run.File("live.db"));
        Assert.Equal(0, await run.Async("", "gantt", "--live", "--database", database, "--out", picture));
        Assert.Equal(
            [
                "1 14061913 B 平移病友圈到app 1 号 2014-06-27T16:00 2014-07-01T11:30 — — 2014-06-30T18:00 迟17小时30分",
                "2 14061901 B 病历 拍照 识别 2 号 2014-06-27T16:00 2014-07-02T12:00 — — 2014-07-02T18:00",
                "3 14061906 C 病例 在线讨论 1 号 2014-07-01T11:30 2014-07-07T11:30 — — 2014-07-09T18:00",
                "4 14061914 C 问卷自动计分 2 号 2014-07-02T13:30 2014-07-17T09:30 — — 2014-07-22T18:00",
            ],
            run.Output.Skip(2).Take(4).Select(line => line.TrimEnd()));
        var texts = XDocument.Load(picture).Descendants("{http://www.w3.org/2000/svg}text").Select(text => text.Value).ToArray();
        Assert.Contains("4 项需求，2 项承诺有逾期风险", texts);
        var first = run.Output;
        Assert.Equal(0, await run.Async("", "gantt", "--live", "--database", database, "--out", picture));
        Assert.Equal(first, run.Output);
    }

    [Theory]
    [InlineData("""{"team":"t","now":"2026-11-02T09:00:00+08:00","workers":[],"items":[]}""", ", workers: A team has 1 to 10,000 workers")]
    [InlineData("""{"team":"t","now":"2026-11-02T09:00:00+08:00","workers":["a"],"items":[],"record":[{"estimate":0,"actual":1}]}""", ", record[0].estimate: ")]
    [InlineData("""{"team":"t","now":"2026-11-02T09:00:00+08:00","workers":["a"],"items":[{"number":"1"}]}""", ", items[0].grade: ")]
    public async Task A_file_with_a_fault_is_refused_with_its_field(string text, string error)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("client-tracking-gantt-").FullName, "wrong.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        using var run = new Run();
        Assert.Equal(1, await run.Async("", "gantt", "--file", file, "--lang", "en"));
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        File.Delete(file);
    }
}
