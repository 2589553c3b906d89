using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace ClientTracking.Storage.Conformance;

/// <summary>The whole engine on a store under test, with a clock and an acting person that the test sets.</summary>
internal sealed class EngineHost : IAsyncDisposable, IActorProvider
{
    private readonly ServiceProvider _services;
    private Actor _actor = new(
        new PersonId("陈小美"), "资讯部",
        RequirementRoles.Collector, RequirementRoles.DecisionBoard, RequirementRoles.IT, RequirementRoles.ProductManager);

    /// <summary>Starts it; without <paramref name="configure"/> it follows up requirements and nothing else.</summary>
    public EngineHost(ITrackingStore store, TenantId tenant, FakeClock clock, Action<ClientTrackingBuilder>? configure = null) =>
        _services = new ServiceCollection()
            .AddSingleton<IClock>(clock)
            .AddSingleton<IActorProvider>(this)
            .AddSingleton(store)
            .AddClientTracking(tracking =>
            {
                tracking.UseCalendar(WorkCalendars.China).UseTenant(tenant);
                (configure ?? (builder => builder.AddRegulation(RegulationPresets.RequirementFollowUp)))(tracking);
            })
            .BuildServiceProvider();

    /// <summary>A report that says what it must.</summary>
    public static RequirementForm Form => new()
    {
        Type = RequirementType.NewFeature,
        Source = RequirementSource.App,
        Requester = new Requester("沈院"),
        ClientWords = "希望能在手机上看",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public EngineHost As(string person, params Role[] roles) => As(new Actor(new PersonId(person), null, [.. roles]));

    public EngineHost As(Actor actor)
    {
        _actor = actor;
        return this;
    }

    public Task<T> Send<T>(ICommand<T> command) => Work(tracker => tracker.SendAsync(command, Cancel));

    public Task<T> Ask<T>(IQuery<T> query) => Work(tracker => tracker.QueryAsync(query, Cancel));

    /// <summary>Sends until the store answers, as a host would: the same command, with the same id.</summary>
    public async Task<T> Persist<T>(ICommand<T> command)
    {
        while (true)
        {
            try
            {
                return await Send(command);
            }
            catch (Exception e) when (e is StorageUnavailableException or ConcurrencyConflictException)
            {
                Cancel.ThrowIfCancellationRequested();
            }
        }
    }

    public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(_actor);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<T> Work<T>(Func<ITracker, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ITracker>());
    }
}
