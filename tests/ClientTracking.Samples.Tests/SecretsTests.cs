namespace ClientTracking.Samples.Tests;

public sealed class SecretsTests
{
    [Fact, Trait("rule", "CL-11")]
    public async Task CL_11_The_attempt_is_refused_and_logged_and_tampering_with_the_log_is_found()
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async("", "secrets"));
        Assert.Contains("王工：打开——“收购前先不要对外说”；列表 1 行", run.Output);
        Assert.Contains("周某：打开——查无此需求；列表 0 行", run.Output);
        Assert.Contains("周某 想授权外人：subject: 不存在编号标识为 … 的 subject。", run.Output);
        Assert.Contains(run.Output, line => line.Contains("周某 Read 拒绝 CL-04", StringComparison.Ordinal));
        Assert.True(Array.IndexOf(run.Output, "校验：未发现篡改") is > 0 and var intact && Array.IndexOf(run.Output, "校验：发现篡改") > intact);
    }
}
