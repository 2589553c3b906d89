using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance.Suites;

/// <summary>Statements on the store: worked out from what it keeps, closed once, and kept to the bit.</summary>
public abstract class StatementConformance<TFixture>(TFixture fixture) : StoreSuite<TFixture>(fixture) where TFixture : StoreFixture
{
    private static readonly YearMonth June = new(2014, 6), July = new(2014, 7);
    private static readonly Money Pay = Money.Yuan(3000);
    private static readonly PersonId Collecting = new("陈小美"), Board = new("王总");

    private readonly FakeClock _clock = new(Instant.FromUtc(2014, 6, 19, 2, 0));

    /// <summary>Reported on Thursday, registered on Friday after noon (RF-31): six times, 50; one waived after the close, 30 come back in July.</summary>
    [Fact]
    public async Task RF_92_T43_a_month_is_closed_once_kept_to_the_bit_and_corrected_in_the_next()
    {
        await using var host = Host();
        for (var i = 0; i < 6; i++) await RegisteredLate(host);
        _clock.Reset(Instant.FromUtc(2014, 7, 1, 1, 0));
        host.As(Board.Value, RequirementRoles.DecisionBoard);
        var june = await host.Send(new CloseMonth(Collecting, June, Pay));
        var kept = await host.Ask(new GetStatement(Collecting, June, Pay));
        Assert.Equal("50.00", june.Statement.Statement.Total.ToString());
        Assert.True(kept.Closed!.Statement.Verify());
        Assert.Equal(StatementForm.Write(june.Statement.Statement), StatementForm.Write(kept.Statement));
        Assert.Equal("statement.closed", (await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.Send(new CloseMonth(Collecting, June, Pay)))).Code);
        await host.Send(new WaiveMiss(kept.Statement.Lines[0].Miss!, "收集系统停机"));
        var july = await host.Ask(new GetStatements(July, [new(Collecting, "资讯部", Pay)]));
        Assert.Equal("30.00", july.Statements[0].Statement.Statement.Credit.ToString());
    }

    /// <summary>RF-A1: the same thing is rewarded once.</summary>
    [Fact]
    public async Task RF_A1_an_award_is_granted_once()
    {
        await using var host = Host();
        var id = await RegisteredLate(host);
        host.As(Board.Value, RequirementRoles.DecisionBoard);
        await host.Send(new DecideRequirement(id, DecisionOutcome.Accept, Priorities.PriorityGrade.B));
        var grant = new GrantAward(new(2014, 2), "RF-A1 14062001", Money.Yuan(200));
        await host.Send(grant);
        Assert.Equal("reward.twice", (await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.Send(grant))).Code);
        var granted = (await host.Ask(new GetQuarterAwards(new(2014, 2)))).Granted;
        Assert.Equal("200.00", Assert.Single(granted).Amount.ToString());
    }

    private async Task<SubjectId> RegisteredLate(EngineHost host)
    {
        _clock.Reset(Instant.FromUtc(2014, 6, 19, 2, 0));
        host.As("李小四", RequirementRoles.Promotion);
        var id = (await host.Send(new ReportRequirement(EngineHost.Form, _clock.GetCurrentInstant()))).Requirement;
        _clock.Reset(Instant.FromUtc(2014, 6, 20, 5, 0));
        host.As(Collecting.Value, RequirementRoles.Collector);
        await host.Send(new RegisterRequirement(id, "梗概"));
        return id;
    }

    private EngineHost Host() => new(Store, Tenant, _clock);
}
