namespace ClientTracking.Samples.Tests;

/// <summary>The schedule request of the try-out; Monday is 2 November 2026, a day 09:00–12:00 and 13:30–18:00. Dates by hand.</summary>
public sealed class ScheduleTryTests
{
    private const string B = "\"grade\":\"B\",\"decidedAt\":\"2026-10-30T10:00:00+08:00\",\"estimateHours\":16,";

    [Theory, Trait("rule", "RF-56")]
    // Two days and an hour: Wednesday 10:00, promised for Tuesday 18:00, 16 h of the night before it.
    [InlineData(
        "1", "{\"number\":\"1\"," + B + "\"remainingHours\":16,\"inHand\":true,\"promised\":\"2026-11-03T07:30:00+08:00\"}",
        """{"number":"1","finish":"2026-11-04T10:00:00+08:00","segments":[{"worker":1,"start":"2026-11-02T09:00:00+08:00","end":"2026-11-04T10:00:00+08:00"}],"atRisk":true,"lateBy":"PT26H30M"}""")]
    // A bare date stands for close of business, and exactly then is in time.
    [InlineData(
        "1", "{\"number\":\"1\"," + B + "\"remainingHours\":7.5,\"inHand\":true,\"promised\":\"2026-11-02\"}",
        """{"number":"1","finish":"2026-11-02T18:00:00+08:00","segments":[{"worker":1,"start":"2026-11-02T09:00:00+08:00","end":"2026-11-02T18:00:00+08:00"}],"atRisk":false}""")]
    // The B in hand waits for the A, which goes to the end of the list for its number only.
    [InlineData(
        "1", "{\"number\":\"10\"," + B + "\"remainingHours\":1,\"inHand\":true},{\"number\":\"9\",\"grade\":\"A\",\"decidedAt\":\"2026-11-02T08:00:00+08:00\",\"estimateHours\":1,\"remainingHours\":0.25}",
        """{"number":"9","finish":"2026-11-02T09:15:00+08:00","segments":[{"worker":1,"start":"2026-11-02T09:00:00+08:00","end":"2026-11-02T09:15:00+08:00"}],"atRisk":false},{"number":"10","finish":"2026-11-02T10:15:00+08:00","segments":[{"worker":1,"start":"2026-11-02T09:15:00+08:00","end":"2026-11-02T10:15:00+08:00"}],"atRisk":false}""")]
    // A named worker; nothing left is finished now.
    [InlineData(
        "2", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"inHand\":true,\"worker\":2},{\"number\":\"2\"," + B + "\"remainingHours\":0,\"inHand\":true}",
        """{"number":"1","finish":"2026-11-02T10:00:00+08:00","segments":[{"worker":2,"start":"2026-11-02T09:00:00+08:00","end":"2026-11-02T10:00:00+08:00"}],"atRisk":false},{"number":"2","finish":"2026-11-02T09:00:00+08:00","segments":[],"atRisk":false}""")]
    public async Task A_schedule_is_answered_in_number_order(string workers, string items, string answer)
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async($$$"""{"id":"9","schedule":{"now":"2026-11-02T09:00:00+08:00","workers":{{{workers}}},"items":[{{{items}}}]}}""" + "\n", "try"));
        Assert.Equal([$$"""{"id":"9","items":[{{answer}}]}""", ""], run.Output);
    }

    [Fact, Trait("rule", "RF-55")]
    public async Task A_position_puts_a_C_before_the_B()
    {
        using var run = new Run();
        await run.Async("{\"id\":\"9\",\"schedule\":{\"now\":\"2026-11-02T09:00:00+08:00\",\"workers\":1,\"items\":[{\"number\":\"1\"," + B + "\"remainingHours\":1},"
            + "{\"number\":\"2\",\"grade\":\"C\",\"position\":1,\"decidedAt\":\"2026-11-02T08:00:00+08:00\",\"estimateHours\":1,\"remainingHours\":1}]}}", "try");
        Assert.Contains("""{"number":"2","finish":"2026-11-02T10:00:00+08:00",""", run.Output[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1},{\"number\":\"1\"," + B + "\"remainingHours\":1}", "schedule.duplicate", "schedule.items[1].number")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1},{\"number\":\"2\"," + B + "\"remainingHours\":-1}", "field.hours", "schedule.items[1].remainingHours")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":\"1\"}", "field.type", "schedule.items[0].remainingHours")]
    [InlineData("1", "{\"number\":\"1\",\"grade\":\"E\",\"decidedAt\":\"2026-10-30T10:00:00+08:00\",\"estimateHours\":1,\"remainingHours\":1}", "field.choice", "schedule.items[0].grade")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"inHand\":true},{\"number\":\"2\"," + B + "\"remainingHours\":1,\"inHand\":true}", "schedule.too-many-in-hand", "schedule.items")]
    [InlineData("2", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"inHand\":true,\"worker\":1},{\"number\":\"2\"," + B + "\"remainingHours\":1,\"inHand\":true,\"worker\":1}", "schedule.worker-taken", "schedule.items[1].worker")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"inHand\":true,\"worker\":2}", "schedule.unknown-worker", "schedule.items[0].worker")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"position\":1}", "schedule.position-grade", "schedule.items[0].position")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"promised\":\"soon\"}", "field.format", "schedule.items[0].promised")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"promised\":\"1800-01-01\"}", "calendar.range", "schedule.items[0].promised")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"remainingHours\":1,\"priority\":1}", "field.unknown", "schedule.items[0].priority")]
    [InlineData("1", "{\"number\":\"1\"," + B + "\"inHand\":true}", "field.missing", "schedule.items[0].remainingHours")]
    [InlineData("0", "", "schedule.workers", "schedule.workers")]
    [InlineData("1.5", "", "field.count", "schedule.workers")]
    [InlineData("1", "1", "field.type", "schedule.items")]
    public async Task A_fault_names_its_field(string workers, string items, string code, string path)
    {
        using var run = new Run();
        await run.Async($$$"""{"id":"9","schedule":{"now":"2026-11-02T09:00:00+08:00","workers":{{{workers}}},"items":[{{{items}}}]}}""" + "\n", "try");
        Assert.StartsWith($$$"""{"id":"9","error":{"code":"{{{code}}}",""", run.Output[0], StringComparison.Ordinal);
        Assert.EndsWith($$$"""
            ,"path":"{{{path}}}"}}
            """, run.Output[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"9","schedule":{"workers":1,"items":[]}}""", "field.missing", "schedule.now")]
    [InlineData("""{"id":"9","schedule":{"now":"2026-11-02T09:00:00+08:00","workers":1}}""", "field.missing", "schedule.items")]
    [InlineData("""{"id":"9","schedule":{"now":"1500-11-02T09:00:00+08:00","workers":1,"items":[]}}""", "calendar.range", "schedule.now")]
    public async Task What_is_missing_or_out_of_range_is_named(string request, string code, string path)
    {
        using var run = new Run();
        await run.Async(request + "\n", "try");
        Assert.StartsWith($$$"""{"id":"9","error":{"code":"{{{code}}}",""", run.Output[0], StringComparison.Ordinal);
        Assert.EndsWith($$$"""
            ,"path":"{{{path}}}"}}
            """, run.Output[0], StringComparison.Ordinal);
    }
}
