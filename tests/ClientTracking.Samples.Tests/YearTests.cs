using System.Globalization;
using ClientTracking.Samples.Year;

namespace ClientTracking.Samples.Tests;

public sealed class YearTests
{
    [Fact]
    public async Task The_figures_of_the_year_add_up()
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async("", "year"));
        var first = run.Output;
        Assert.Equal("2025 年：40 名报告人，2000 条需求，600 个 Bug", first[0]);
        var figures = first.Select(line => line.Split(' ')).Where(cells => cells.Length == 2 && int.TryParse(cells[1], out _)).ToLookup(cells => cells[0], cells => int.Parse(cells[1], null));
        Assert.Equal([2000, 600], figures["提交"]);
        // 2025 has 52 Saturdays, from January 4 to December 27.
        Assert.Equal(52, Assert.Single(figures["决策会议"]));
        // The departments' deductions add up to the company's, and each reward has its line.
        var from = Array.IndexOf(first, "2025 年 12 月绩效扣罚（元）");
        var totals = first[(from + 2)..(from + 7)].Select(line => line.Split(' ')).ToDictionary(cells => cells[0], cells => decimal.Parse(cells[2], CultureInfo.InvariantCulture));
        Assert.Equal(totals["全公司"], totals.Where(total => total.Key != "全公司").Sum(total => total.Value));
        Assert.True(totals["全公司"] > 0);
        var rewards = Array.IndexOf(first, "2025-Q4 季度奖励资格");
        Assert.Equal(["RF-A1", "RF-A2", "RF-A3", "RF-A4", "RF-A5"], first[(rewards + 2)..(rewards + 7)].Select(line => line.Split(' ')[0]));
        Assert.InRange(new[] { "做", "需求转换", "不做", "再议" }.Sum(outcome => figures[outcome].Single()), 1900, figures["已编号"].First());
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_year() => Assert.Equal(await SmallYear(), await SmallYear());

    private static async Task<string> SmallYear()
    {
        await using var host = new YearHost();
        await new MadeUpYear(host, 100, 30, TestContext.Current.CancellationToken).LiveAsync(_ => { });
        var figures = await YearFigures.ReadAsync(host, MadeUpYear.End, TestContext.Current.CancellationToken);
        return string.Join('\n', (string[])[$"{host.Notices}", .. figures.Nodes().Select(node => $"{node}"), .. figures.Reporters().Select(row => $"{row}")]);
    }
}
