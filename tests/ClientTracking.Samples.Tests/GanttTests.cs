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
