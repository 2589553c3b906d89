using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using static ClientTracking.Core.Tests.Statements.StatementStory;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Statements;

[Trait("rule", "RF-01")]
public sealed class RightsTests
{
    [Fact]
    public async Task Nobody_judges_their_own_case_and_the_refusal_says_who_may()
    {
        await using var host = new TestHost();
        var miss = await Fined(host);
        await Refused(host.As(Collecting.Value, DecisionBoard), "access.own-statement");
        await Refused(host.As("李小四", Promotion), "access.role-needed");

        async Task Refused(TestHost person, string code)
        {
            foreach (var refused in (Func<Task>[])[
                () => person.Send(new WaiveMiss(miss, "停机")), () => person.Send(new DecideMiss(miss, "酌情")),
                () => person.Send(new ConcludeAppeal(miss, true, "属实")), () => person.Send(new CloseMonth(Collecting, June, Pay))])
            {
                var denied = await Assert.ThrowsAsync<AccessDeniedException>(refused);
                Assert.Equal(code, denied.Code);
                Assert.Contains("DecisionBoard", denied.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_statement_is_shown_to_its_person_and_to_those_who_oversee()
    {
        await using var host = new TestHost();
        await Fined(host);
        Assert.Equal("20.00", (await host.As(Collecting.Value, Collector).Ask(new GetStatement(Collecting, June, Pay))).Statement.Total.ToString());
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("李小四", Promotion).Ask(new GetStatement(Collecting, June, Pay)));
        await Assert.ThrowsAsync<AccessDeniedException>(() => host.Ask(new GetStatements(June, [])));
    }

    [Fact]
    public async Task An_appeal_is_ones_own_makes_the_fine_provisional_and_upheld_waives_it()
    {
        await using var host = new TestHost();
        var miss = await Fined(host);
        var other = await Assert.ThrowsAsync<RuleViolationException>(() => host.As("李小四").Send(new AppealMiss(miss, "停机")));
        Assert.Equal("sanction.appeal-of-another", other.Code);
        await host.At("2014-07-01 08:00").As(Collecting.Value).Send(new AppealMiss(miss, "停机"));
        Assert.Equal("statement.appeal-open", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new AppealMiss(miss, "停机")))).Code);
        var open = await host.AsBoard().Ask(new GetStatement(Collecting, June, Pay));
        Assert.True(open.Statement.Lines.Single().Provisional);
        Assert.Equal("停机", open.Appeals.Single().Reason);
        await host.Send(new ConcludeAppeal(miss, Upheld: true, "属实"));
        var line = (await host.Statement(Collecting, June)).Lines.Single();
        Assert.Equal((LineCause.Waived, "0.00", "属实", false), (line.Cause, line.Amount.ToString(), line.Reason, line.Provisional));
        Assert.Equal("sanction.appeal-decided", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new ConcludeAppeal(miss, false, "不属实")))).Code);
    }

    /// <summary>Closed on Tuesday, July 1: five working days end on Tuesday the 8th at 18:00; a month, on August 1.</summary>
    [Theory]
    [InlineData("2014-07-08 18:00", null)]
    [InlineData("2014-07-08 18:01", "sanction.appeal-too-late")]
    public async Task An_appeal_is_filed_in_time_after_the_month_was_closed(string at, string? refused)
    {
        await using var host = new TestHost();
        var miss = await Fined(host);
        await host.At("2014-07-01 09:00").Close(Collecting, June);
        var filed = await Record.ExceptionAsync(() => host.At(at).As(Collecting.Value).Send(new AppealMiss(miss, "停机")));
        Assert.Equal(refused, (filed as RuleViolationException)?.Code);
    }

    [Fact]
    public async Task What_was_never_missed_is_not_decided_about()
    {
        await using var host = new TestHost();
        foreach (var key in (string[])["nothing", $"{Guid.Empty}#1"])
            Assert.Equal("statement.unknown-miss", (await Assert.ThrowsAsync<InvalidRequestException>(() =>
                host.AsBoard().Send(new WaiveMiss(key, "停机")))).Faults[0].Code);
    }

    private static async Task<string> Fined(TestHost host)
    {
        await host.RegisteredLate(1);
        return (await host.Statement(Collecting, June)).Lines.Single().Miss!;
    }
}
