namespace ClientTracking.Samples.Tests;

public sealed class TryTests
{
    [Theory]
    [InlineData("""{"id":"1","deadline":"5wd","start":"2026-09-28T10:00:00+08:00"}""", """{"id":"1","due":"2026-10-10T18:00:00+08:00","provisional":false}""")]
    [InlineData("""{"id":"2","workingMinutes":{"from":"2026-09-28T11:58:30+08:00","to":"2026-09-28T15:32:00+08:00"}}""", """{"id":"2","minutes":123.5}""")]
    [InlineData("""{"id":"3","isWorkingDay":"2026-02-14"}""", """{"id":"3","working":true,"reason":"春节调休上班（国办发明电〔2025〕7号）"}""")]
    [InlineData("""{"id":"4","workingDaysBetween":{"from":"2026-01-01","to":"2026-12-31"}}""", """{"id":"4","days":248}""")]
    [InlineData("""{"id":"5","number":{"template":"需求报告表{date:yyMMdd}{serial:00}","date":"2014-06-19","serial":3}}""", """{"id":"5","number":"需求报告表14061903"}""")]
    public async Task A_request_is_answered(string request, string answer)
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async(request + "\n", "try"));
        Assert.Equal([answer, ""], run.Output);
    }

    [Fact]
    public async Task A_bad_line_is_answered_with_an_error_and_the_rest_goes_on()
    {
        using var run = new Run();
        await run.Async("{\"id\":\"1\",\"deadline\":\"5wx\",\"start\":\"2026-09-28T10:00:00+08:00\"}\nnonsense\n{\"id\":\"3\",\"isWorkingDay\":\"2026-02-30\"}\n{\"id\":\"4\",\"isWorkingDay\":\"2026-02-16\"}\n", "try", "--lang", "en");
        Assert.StartsWith("""{"id":"1","error":{"code":"deadline.unit",""", run.Output[0], StringComparison.Ordinal);
        Assert.EndsWith("\"path\":\"deadline\"}}", run.Output[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":null,"error":{"code":"line.json",""", run.Output[1], StringComparison.Ordinal);
        Assert.EndsWith("\"path\":\"isWorkingDay\"}}", run.Output[2], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"4","working":false,""", run.Output[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explained_deadline_says_why()
    {
        using var run = new Run();
        await run.Async("""{"id":"1","deadline":"5wd","start":"2026-09-28T10:00:00+08:00","explain":true}""", "try");
        Assert.StartsWith("""{"id":"1","due":"2026-10-10T18:00:00+08:00","provisional":false,"why":"5wd，""", run.Output[0], StringComparison.Ordinal);
        Assert.Contains("国庆节", run.Output[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"1","number":{"template":"A{date:yyMMdd}{serial:00}","date":"1999-01-01","serial":3}}""", "numbering.date-outside", "number.date")]
    [InlineData("""{"id":"1","number":{"template":"A{date:yyMMdd}","date":"2014-06-19","serial":3}}""", "numbering.template.serial-missing", "number.template")]
    [InlineData("""{"id":"1","deadline":"999999wd","start":"2026-09-28T10:00:00+08:00"}""", "calendar.range", "deadline")]
    [InlineData("""{"id":"1","isWorkingDay":"1800-01-01"}""", "calendar.range", "isWorkingDay")]
    [InlineData("""{"id":"1","deadline":"5wd","start":"2026-09-28T10:00:00"}""", "field.format", "start")]
    [InlineData("""{"id":"1","deadline":"5wd"}""", "field.missing", "start")]
    [InlineData("""{"id":"1","isWorkingDay":"2026-02-14","explian":true}""", "field.unknown", "explian")]
    [InlineData("""{"id":"1","unheard-of":1}""", "request.unknown", "$")]
    public async Task An_error_names_the_field(string request, string code, string path)
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async(request + "\n", "try"));
        Assert.StartsWith($$$"""{"id":"1","error":{"code":"{{{code}}}",""", run.Output[0], StringComparison.Ordinal);
        Assert.EndsWith($$$"""
            ,"path":"{{{path}}}"}}
            """, run.Output[0], StringComparison.Ordinal);
    }
}
