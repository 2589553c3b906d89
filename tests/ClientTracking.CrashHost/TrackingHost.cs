using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ClientTracking.CrashHost;

/// <summary>The engine on a store, as a host runs it.</summary>
public sealed class TrackingHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly HostClock _clock = new();

    public TrackingHost(ITrackingStore store, Action<Notice> told) => _services = new ServiceCollection()
        .AddSingleton<IClock>(_clock)
        .AddSingleton<IActorProvider>(new Everybody())
        .AddSingleton<INoticeHandler>(new Teller(told))
        .AddSingleton(store)
        .AddClientTracking(tracking => tracking
            .AddRegulation(RegulationPresets.RequirementFollowUp).UseCalendar(WorkCalendars.China).UseTenant(Stores.Tenant))
        .BuildServiceProvider();

    private static RequirementForm Form => new()
    {
        Type = RequirementType.NewFeature,
        Source = RequirementSource.App,
        Requester = new Requester("沈院"),
        ClientWords = "希望能在手机上看",
    };

    /// <summary>Reports and registers a requirement, and says of each command that it is done.</summary>
    public async Task<RequirementNumbered> NumberAsync(Action<CommandId, SubjectId, string?> done)
    {
        var report = new ReportRequirement(Form, _clock.GetCurrentInstant()) { CommandId = Fresh() };
        var subject = (await SendAsync(report)).Requirement;
        done(report.CommandId.Value, subject, null);
        var register = new RegisterRequirement(subject, "梗概") { CommandId = Fresh() };
        var number = (await SendAsync(register)).Bare;
        done(register.CommandId.Value, subject, number);
        return new(subject, number);
    }

    /// <summary>Has the board decide on it.</summary>
    public async Task DecideAsync(SubjectId subject, Action<CommandId, SubjectId, string?> done)
    {
        var decide = new DecideRequirement(subject, DecisionOutcome.Accept, Priorities.PriorityGrade.A) { CommandId = Fresh() };
        await SendAsync(decide);
        done(decide.CommandId.Value, subject, null);
    }

    /// <summary>Commits a notice of everything that is overdue by then.</summary>
    public async Task<int> SweepAsync()
    {
        _clock.IsLater = true;
        try
        {
            return await _services.GetRequiredService<ObligationSweeper>().SweepAsync();
        }
        finally
        {
            _clock.IsLater = false;
        }
    }

    /// <summary>Delivers what waits.</summary>
    public Task<int> DispatchAsync() => _services.GetRequiredService<NoticeDispatcher>().DispatchAsync();

    /// <summary>Delivers what waits when every lease of before has ended.</summary>
    public async Task<int> DispatchLaterAsync()
    {
        _clock.IsLater = true;
        return await DispatchAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static CommandId Fresh() => new($"c-{Guid.NewGuid():N}");

    /// <summary>Until the store answers, as a host would: the same command, with the same id.</summary>
    private async Task<T> SendAsync<T>(ICommand<T> command)
    {
        while (true)
        {
            try
            {
                await using var scope = _services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<ITracker>().SendAsync(command);
            }
            catch (Exception e) when (e is StorageUnavailableException or ConcurrencyConflictException)
            {
                await Task.Delay(20);
            }
        }
    }

    private sealed class Everybody : IActorProvider
    {
        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) =>
            new(new Actor(new PersonId("陈小美"), "资讯部", RequirementRoles.Collector, RequirementRoles.DecisionBoard));
    }

    private sealed class Teller(Action<Notice> told) : INoticeHandler
    {
        public Task HandleAsync(Notice notice, CancellationToken cancellationToken)
        {
            told(notice);
            return Task.CompletedTask;
        }
    }
}

/// <summary>A registered requirement.</summary>
public sealed record RequirementNumbered(SubjectId Subject, string Number);
