using ClientTracking.DependencyInjection;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;

namespace ClientTracking.Core.Tests.Tracking;

/// <summary>A host in memory whose clock and acting person the test sets.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SettableActor _actor = new();

    public TestHost(Action<ClientTrackingBuilder>? configure = null, Guid? id = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<IClock>(Clock)
            .AddSingleton<IActorProvider>(_actor)
            .AddSingleton<INoticeHandler>(new Collector(Notices))
            .AddClientTracking(tracking =>
            {
                tracking.AddRegulation(RegulationPresets.RequirementFollowUp).UseCalendar(WorkCalendars.China).UseTenant(Tenant);
                configure?.Invoke(tracking);
            });
        if (id is { } known) services.Configure<Registrations>(registrations => registrations.NewId = () => known);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public static TenantId Tenant { get; } = new("hospital-app");

    public FakeClock Clock { get; } = new(Shanghai("2014-06-19 09:00"));

    public List<Notice> Notices { get; } = [];

    public ITrackingStore Store => _services.GetRequiredService<ITrackingStore>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static Instant Shanghai(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    public TestHost At(string local)
    {
        Clock.Reset(Shanghai(local));
        return this;
    }

    public TestHost As(string person, params Role[] roles)
    {
        _actor.Current = new Actor(new PersonId(person), null, [.. roles]);
        return this;
    }

    public TestHost As(string person, string department)
    {
        _actor.Current = new Actor(new PersonId(person), department);
        return this;
    }

    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<T> Send<T>(ICommand<T> command)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().SendAsync(command, TestContext.Current.CancellationToken);
    }

    public async Task<T> Ask<T>(IQuery<T> query)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().QueryAsync(query, TestContext.Current.CancellationToken);
    }

    public async Task<T> Work<T>(Func<ITracker, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ITracker>());
    }

    public Task<int> RunDue() => Get<TrackingWork>().RunDueAsync(TestContext.Current.CancellationToken);

    public async Task<SubjectRecord> Stored(SubjectId id)
    {
        await using var session = Store.OpenSession(Tenant);
        return (await session.FindAsync(id, TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class SettableActor : IActorProvider
    {
        public Actor Current { get; set; } = new(new PersonId("nobody"), null);

        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(Current);
    }

    private sealed class Collector(List<Notice> notices) : INoticeHandler
    {
        public Task HandleAsync(Notice notice, CancellationToken cancellationToken)
        {
            notices.Add(notice);
            return Task.CompletedTask;
        }
    }
}
