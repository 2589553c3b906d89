namespace ClientTracking.Samples.Tests;

public sealed class StoryTests
{
    [Fact, Trait("rule", "RF-24")]
    public async Task RF_24_The_five_rows_of_the_source_come_out_of_the_engine()
    {
        using var run = new Run();
        Assert.Equal(0, await run.StoryAsync());
        string[] expected =
        [
            "14061910 李小四 王总 做 A 20140620 20140620 完成 制作需求反馈制度",
            "14061911 张三 李明 不做 — — — 完成 app视频会议系统",
            "14061912 陈小美 沈院 再议 — — — — 对接药房费用",
            "14061913 岳飞飞 省二 需求转换 B 20140701 — — 平移病友圈到app 改病友圈为app内嵌网页",
            "14061914 刘小妹 郭主 做 C 20140625 — 延期 问卷自动计分 因实现难度大，延期到7月25交付",
        ];
        Assert.Equal(expected, run.Output.SkipWhile(line => !line.StartsWith("14061910 ", StringComparison.Ordinal)).Take(5));
        Assert.Equal("需求编号 填表人 需求人 决策结果 需求分级 预期交付日 实际交付日 需求状态 需求梗概 备注", run.Output[3]);
    }

    [Fact, Trait("rule", "RF-82")]
    public async Task RF_82_after_the_extension_neither_hand_over_nor_delivery_of_14061914_is_overdue()
    {
        using var run = new Run();
        Assert.Equal(0, await run.StoryAsync());
        Assert.Contains("14061914 RF-41 移交验收 钱工 2014-07-22T18:00 — 未到期", run.Output);
        Assert.Contains("14061914 RF-42 交付需求人 钱工、孙经理 2014-07-25T18:00 — 未到期", run.Output);
        Assert.Contains("Bug14061901 张三 一般 小米3 Android 4.4 已关闭 病友圈 图片 打不开", run.Output);
        Assert.Contains("2014-06-19T15:00 2014-06-19T16:00 已召开 13 本周需求多，临时加开", run.Output);
        Assert.Contains("14061912 RF-32 决策会议作出决定 决策组 2014-06-28T11:00 — 未到期", run.Output);
    }

    [Fact]
    public async Task Run_twice_it_changes_nothing()
    {
        using var run = new Run();
        await run.StoryAsync();
        var first = run.Output;
        Assert.Equal(0, await run.StoryAsync());
        Assert.Equal(first, run.Output);
    }

    [Fact]
    public async Task A_broken_line_is_named_with_its_field_and_the_rest_goes_on()
    {
        using var run = new Run();
        const string Broken = """
            {"id":"x-1","at":"2014-06-28T09:00:00+08:00","by":{"person":"赵董","roles":["DecisionBoard"]},"action":"decide","requirement":"r-12","outcome":"Accept","grade":"E"}
            {"id":"x-2","at":"2014-06-28T09:00:00+08:00","by":{"person":"赵董","roles":["DecisionBoard"]},"action":"decide","requirement":"r-12","outcome":"Decline"}

            """;
        Assert.Equal(2, await run.StoryAsync(Broken));
        Assert.Contains("第 143 行，字段 grade：", run.Error, StringComparison.Ordinal);
        Assert.Contains(run.Output, line => line.StartsWith("14061912 陈小美 沈院 不做 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_open_is_shown_as_of_an_instant()
    {
        using var run = new Run();
        Assert.Equal(0, await run.StoryAsync(null, "--as-of", "2014-06-20T09:00+08:00"));
        Assert.Contains("14061910 RF-42 交付需求人 钱工、孙经理 2014-06-20T18:00 未到期", run.Output);
        Assert.Equal(0, await run.StoryAsync(null, "--as-of", "2014-06-20"));
        Assert.DoesNotContain("14061910 RF-42 交付需求人 钱工、孙经理 2014-06-20T18:00 未到期", run.Output);
        Assert.Equal(1, await run.StoryAsync(null, "--as-of", "yesterday"));
    }
}
