namespace ClientTracking.Samples.Tests;

public sealed class StatementTryTests
{
    [Theory]
    [InlineData(
        "2025-05", "3000.00", """{"rule":"RF-95","due":"2025-05-09T18:00:00+08:00","done":"2025-05-10T10:00:00+08:00"},{"rule":"RF-92","times":7},{"rule":"RF-90","times":2}""",
        """{"id":"7","total":"110.00","forfeited":false,"lines":[{"rule":"RF-95","amount":"20.00","daysLate":1,"why":"逾期 1 天"},{"rule":"RF-92","amount":"50.00","daysLate":null,"why":"本月累计 7 次"},{"rule":"RF-90","amount":"40.00","daysLate":null,"why":"未按时或未按要求，2 次"}]}""")]
    [InlineData("2025-05", "3000.00", "", """{"id":"7","total":"0.00","forfeited":false,"lines":[]}""")]
    [InlineData( // done at the due instant adds nothing
        "2025-05", "3000.00", """{"rule":"RF-95","due":"2025-05-09T18:00:00+08:00","done":"2025-05-09T18:00:00+08:00"},{"rule":"RF-90","due":"2025-05-09T18:00:00+08:00","done":"2025-05-09T09:00:00+08:00"}""",
        """{"id":"7","total":"0.00","forfeited":false,"lines":[]}""")]
    [InlineData(
        "2025-05", "3000", """{"rule":"RF-95","due":"2025-05-09T18:00:00+08:00","done":"2025-05-17T00:00:00+08:00"},{"rule":"RF-90"}""",
        """{"id":"7","total":"3000.00","forfeited":true,"lines":[{"rule":"RF-95","amount":"0.00","daysLate":8,"why":"逾期 8 天：当月无绩效"},{"rule":"RF-90","amount":"20.00","daysLate":null,"why":"未按时或未按要求，1 次"},{"rule":"RF-96","amount":"2980.00","daysLate":null,"why":"当月无绩效，其他扣罚不再累加"}]}""")]
    [InlineData( // the cap is no forfeiture
        "2025-05", "50.00", """{"rule":"RF-90","times":3}""",
        """{"id":"7","total":"50.00","forfeited":false,"lines":[{"rule":"RF-90","amount":"60.00","daysLate":null,"why":"未按时或未按要求，3 次"},{"rule":"RF-96","amount":"-10.00","daysLate":null,"why":"扣罚以当月绩效为限"}]}""")]
    [InlineData( // month totals of repeated rules add up
        "2025-05", "3000.00", """{"rule":"RF-93","times":4},{"rule":"RF-93","times":2}""",
        """{"id":"7","total":"50.00","forfeited":false,"lines":[{"rule":"RF-93","amount":"20.00","daysLate":null,"why":"本月累计 4 次"},{"rule":"RF-93","amount":"30.00","daysLate":null,"why":"本月累计 6 次"}]}""")]
    [InlineData( // one delay of one requirement is not fined twice
        "2025-05", "3000.00", """{"rule":"RF-95","subject":"14061910","due":"2025-05-09T18:00:00+08:00","done":"2025-05-10T10:00:00+08:00"},{"rule":"RF-95","subject":"14061910","due":"2025-05-09T18:00:00+08:00","done":"2025-05-12T10:00:00+08:00"}""",
        """{"id":"7","total":"100.00","forfeited":false,"lines":[{"rule":"RF-95","amount":"0.00","daysLate":1,"why":"逾期 1 天；同一延误只按最高金额扣一次"},{"rule":"RF-95","amount":"100.00","daysLate":3,"why":"逾期 3 天"}]}""")]
    [InlineData( // still undone: 24:00 of the month's last day decides
        "2025-05", "3000.00", """{"rule":"RF-95","due":"2025-05-30T18:00:00+08:00"}""",
        """{"id":"7","total":"20.00","forfeited":false,"lines":[{"rule":"RF-95","amount":"20.00","daysLate":1,"why":"逾期 1 天"}]}""")]
    [InlineData(
        "2025-06", "3000.00", """{"rule":"RF-95","due":"2025-05-30T18:00:00+08:00","done":"2025-06-03T10:00:00+08:00"}""",
        """{"id":"7","total":"80.00","forfeited":false,"lines":[{"rule":"RF-95","amount":"80.00","daysLate":4,"why":"至今逾期 4 天，前月已扣 20.00 元"}]}""")]
    [InlineData( // the earlier amount comes back outside the cap
        "2025-06", "3000.00", """{"rule":"RF-95","due":"2025-05-30T18:00:00+08:00","done":"2025-06-07T00:00:00+08:00"}""",
        """{"id":"7","total":"3000.00","forfeited":true,"lines":[{"rule":"RF-95","amount":"0.00","daysLate":8,"why":"至今逾期 8 天，前月已扣 20.00 元：当月无绩效"},{"rule":"RF-96","amount":"3000.00","daysLate":null,"why":"当月无绩效，其他扣罚不再累加"}],"credits":[{"rule":"RF-95","amount":"20.00","daysLate":8,"why":"退回前月已扣金额：逾期 8 天，已扣全月绩效"}]}""")]
    public async Task A_statement_is_worked_out_line_by_line(string month, string pay, string misses, string answer)
    {
        using var run = new Run();
        Assert.Equal(0, await run.Async(Request(month, pay, misses), "try"));
        Assert.Equal([answer, ""], run.Output);
    }

    [Theory]
    [InlineData("RequirementFollowUp", "2025-05", "-1.00", "", "sanction.negative-pay", "statement.performancePay")]
    [InlineData("RequirementFollowUp", "2025-05", "1.005", "", "money.malformed", "statement.performancePay")]
    [InlineData("RequirementFollowUp", "2025-5", "3000.00", "", "field.format", "statement.month")]
    [InlineData("RequirementFollowUp", "1800-01", "3000.00", "", "calendar.range", "statement.month")]
    [InlineData("Complaints", "2025-05", "3000.00", "", "field.choice", "statement.regulation")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-90"},{"rule":"RF-A1"}""", "sanction.unknown-rule", "statement.misses[1].rule")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF 90"}""", "field.identifier", "statement.misses[0].rule")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"times":2}""", "field.missing", "statement.misses[0].rule")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-90","times":-1}""", "field.count", "statement.misses[0].times")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-90","times":9999999999}""", "field.count", "statement.misses[0].times")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-95"}""", "sanction.due-needed", "statement.misses[0].due")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-95","due":"2025-05-09T18:00:00+08:00","times":2}""", "sanction.times-not-here", "statement.misses[0].times")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-90","done":"2025-05-09T18:00:00+08:00"}""", "sanction.due-needed", "statement.misses[0].due")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-90","due":"2025-05-09T18:00:00"}""", "field.format", "statement.misses[0].due")]
    [InlineData("RequirementFollowUp", "2025-05", "3000.00", """{"rule":"RF-90","late":true}""", "field.unknown", "statement.misses[0].late")]
    public async Task An_error_names_the_field(string regulation, string month, string pay, string misses, string code, string path)
    {
        using var run = new Run();
        await run.Async(Request(month, pay, misses, regulation), "try", "--lang", "en");
        Assert.StartsWith($$$"""{"id":"7","error":{"code":"{{{code}}}",""", run.Output[0], StringComparison.Ordinal);
        Assert.EndsWith($"\"path\":\"{path}\"}}}}", run.Output[0], StringComparison.Ordinal);
    }

    private static string Request(string month, string pay, string misses, string regulation = "RequirementFollowUp") =>
        $$$"""{"id":"7","statement":{"regulation":"{{{regulation}}}","performancePay":"{{{pay}}}","month":"{{{month}}}","misses":[{{{misses}}}]}}""" + "\n";
}
