using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using ClientTracking.Statements;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
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
    private readonly Person _person = new();

    /// <summary>Reported on Thursday, registered on Friday after noon (RF-31): six times, 50; one waived after the close, 30 come back in July.</summary>
    [Fact]
    public async Task RF_92_T43_a_month_is_closed_once_kept_to_the_bit_and_corrected_in_the_next()
    {
        await using var services = Host();
        for (var i = 0; i < 6; i++) await RegisteredLate(services);
        _clock.Reset(Instant.FromUtc(2014, 7, 1, 1, 0));
        _person.Is(Board, RequirementRoles.DecisionBoard);
        var june = await Send(services, tracker => tracker.SendAsync(new CloseMonth(Collecting, June, Pay), Cancel));
        var kept = await Send(services, tracker => tracker.QueryAsync(new GetStatement(Collecting, June, Pay), Cancel));
        Assert.Equal("50.00", june.Statement.Statement.Total.ToString());
        Assert.True(kept.Closed!.Statement.Verify());
        Assert.Equal(StatementForm.Write(june.Statement.Statement), StatementForm.Write(kept.Statement));
        Assert.Equal("statement.closed", (await Assert.ThrowsAsync<RuleViolationException>(() =>
            Send(services, tracker => tracker.SendAsync(new CloseMonth(Collecting, June, Pay), Cancel)))).Code);
        await Send(services, tracker => tracker.SendAsync(new WaiveMiss(kept.Statement.Lines[0].Miss!, "收集系统停机"), Cancel));
        var july = await Send(services, tracker => tracker.QueryAsync(new GetStatements(July, [new(Collecting, "资讯部", Pay)]), Cancel));
        Assert.Equal("30.00", july.Statements[0].Statement.Statement.Credit.ToString());
    }

    /// <summary>RF-A1: the same thing is rewarded once.</summary>
    [Fact]
    public async Task RF_A1_an_award_is_granted_once()
    {
        await using var services = Host();
        var id = await RegisteredLate(services);
        _person.Is(Board, RequirementRoles.DecisionBoard);
        await Send(services, tracker => tracker.SendAsync(new DecideRequirement(id, DecisionOutcome.Accept, Priorities.PriorityGrade.B), Cancel));
        var grant = new GrantAward(new(2014, 2), "RF-A1 14062001", Money.Yuan(200));
        await Send(services, tracker => tracker.SendAsync(grant, Cancel));
        Assert.Equal("reward.twice", (await Assert.ThrowsAsync<RuleViolationException>(() =>
            Send(services, tracker => tracker.SendAsync(grant, Cancel)))).Code);
        var granted = (await Send(services, tracker => tracker.QueryAsync(new GetQuarterAwards(new(2014, 2)), Cancel))).Granted;
        Assert.Equal("200.00", Assert.Single(granted).Amount.ToString());
    }

    private async Task<SubjectId> RegisteredLate(ServiceProvider services)
    {
        _clock.Reset(Instant.FromUtc(2014, 6, 19, 2, 0));
        _person.Is(new("李小四"), RequirementRoles.Promotion);
        var form = new RequirementForm
        {
            Type = RequirementType.NewFeature,
            Source = RequirementSource.App,
            Requester = new Requester("沈院"),
            ClientWords = "希望能在手机上看",
        };
        var id = (await Send(services, tracker => tracker.SendAsync(new ReportRequirement(form, _clock.GetCurrentInstant()), Cancel))).Requirement;
        _clock.Reset(Instant.FromUtc(2014, 6, 20, 5, 0));
        _person.Is(Collecting, RequirementRoles.Collector);
        await Send(services, tracker => tracker.SendAsync(new RegisterRequirement(id, "梗概"), Cancel));
        return id;
    }

    private ServiceProvider Host() => new ServiceCollection()
        .AddSingleton<IClock>(_clock)
        .AddSingleton<IActorProvider>(_person)
        .AddSingleton(Store)
        .AddClientTracking(tracking => tracking
            .AddRegulation(RegulationPresets.RequirementFollowUp).UseCalendar(WorkCalendars.China).UseTenant(Tenant))
        .BuildServiceProvider();

    private static async Task<T> Send<T>(ServiceProvider services, Func<ITracker, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ITracker>());
    }

    private sealed class Person : IActorProvider
    {
        private Actor _actor = Actor.System;

        public void Is(PersonId person, Role role) => _actor = new(person, null, role);

        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(_actor);
    }
}
