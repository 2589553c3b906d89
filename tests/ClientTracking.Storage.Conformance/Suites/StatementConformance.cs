using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Regulations;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using ClientTracking.Tracking;
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

    /// <summary>
    /// Six late in June, closed under version 1: 50, and a month to waive. Version 2 takes 30 up to five and 90 up to ten and leaves a day to waive: July
    /// is closed under that, and what is waived of June comes back as version 1 charged it: 50 less 20.
    /// </summary>
    [Fact]
    public async Task RF_92_a_closed_month_keeps_the_amounts_and_the_terms_of_the_version_it_was_closed_under()
    {
        string june;
        await using (var first = Host())
        {
            for (var i = 0; i < 6; i++) await RegisteredLate(first);
            _clock.Reset(Instant.FromUtc(2014, 7, 1, 1, 0));
            first.As(Board.Value, RequirementRoles.DecisionBoard);
            june = (await first.Send(new CloseMonth(Collecting, June, Pay))).Statement.Statement.Lines[0].Miss!;
        }

        await using var host = new EngineHost(Store, Tenant, _clock, tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp).Configure(Later));
        await RegisteredLate(host, 14); // Thursday, July 3
        _clock.Reset(Instant.FromUtc(2014, 7, 4, 8, 0));
        host.As(Board.Value, RequirementRoles.DecisionBoard);
        await host.Send(new WaiveMiss(june, "收集系统停机"));
        _clock.Reset(Instant.FromUtc(2014, 8, 1, 1, 0));
        var july = (await host.Send(new CloseMonth(Collecting, July, Pay))).Statement.Statement;
        Assert.Equal(("30.00", "30.00"), (july.Total.ToString(), july.Credit.ToString()));
        Assert.True((await host.Ask(new GetStatement(Collecting, June, Pay))).Closed!.Statement.Verify());
        _clock.Reset(Instant.FromUtc(2014, 8, 4, 10, 1)); // a day after Friday is a Saturday, so Monday at 18:00 was the last instant
        Assert.Equal("sanction.waiver-too-late", (await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.Send(new WaiveMiss(july.Lines[0].Miss!, "停机")))).Code);
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

    private static void Later(ClientTrackingOptions options)
    {
        var changes = new RegulationOverrides { Version = 2 };
        changes.Review.WaiveWithin = "1d";
        changes.Sanctions["RF-92"] = new() { Tiers = [new() { UpTo = 5, Amount = "30" }, new() { UpTo = 10, Amount = "90" }, new()] };
        options.Regulations["RequirementFollowUp"] = changes;
    }

    private async Task<SubjectId> RegisteredLate(EngineHost host, int daysLater = 0)
    {
        _clock.Reset(Instant.FromUtc(2014, 6, 19, 2, 0) + Duration.FromDays(daysLater));
        host.As("李小四", RequirementRoles.Promotion);
        var id = (await host.Send(new ReportRequirement(EngineHost.Form, _clock.GetCurrentInstant()))).Requirement;
        _clock.Reset(Instant.FromUtc(2014, 6, 20, 5, 0) + Duration.FromDays(daysLater));
        host.As(Collecting.Value, RequirementRoles.Collector);
        await host.Send(new RegisterRequirement(id, "梗概"));
        return id;
    }

    private EngineHost Host() => new(Store, Tenant, _clock);
}
