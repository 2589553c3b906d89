using ClientTracking.DependencyInjection;
using ClientTracking.Requirements;
using ClientTracking.Time;
using ClientTracking.Tracking;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace ClientTracking.MediatR.Tests;

/// <summary>A host on MediatR 5.1 as its users write it: the mediator with its service factory, and handlers of its own.</summary>
internal static class Host
{
    /// <summary>Thursday 2014-06-19, 10:00 in Shanghai.</summary>
    public static readonly Instant Now = Instant.FromUtc(2014, 6, 19, 2, 0);

    public static ServiceProvider Start(Action<IServiceCollection>? more = null, Action<ClientTrackingBuilder>? engine = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IClock>(new FakeClock(Now));
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddSingleton<Received>();
        services.AddScoped<INotificationHandler<NoticeReceived>, Recorder>();
        services.AddClientTracking(tracking =>
        {
            tracking
                .AddRegulation(RegulationPresets.RequirementFollowUp)
                .UseCalendar(WorkCalendars.China)
                .UseTenant(new TenantId("shanghai"))
                .UseActors<Collector>()
                .UseMediatR();
            engine?.Invoke(tracking);
        });
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public static ReportRequirement Report(string words) => new(
        new RequirementForm
        {
            Type = RequirementType.NewFeature,
            Source = RequirementSource.InPerson,
            Requester = new Requester("周医生"),
            ClientWords = words,
        },
        Now - Duration.FromMinutes(5));

    /// <summary>What arrived as notifications, and which scope's mediator brought it.</summary>
    public sealed class Received
    {
        public List<NoticeReceived> Notices { get; } = [];

        public int FailuresLeft { get; set; }
    }

    private sealed class Recorder(Received received) : INotificationHandler<NoticeReceived>
    {
        public Task Handle(NoticeReceived notification, CancellationToken cancellationToken)
        {
            if (received.FailuresLeft-- > 0) throw new InvalidOperationException("the message service is away");
            received.Notices.Add(notification);
            return Task.CompletedTask;
        }
    }

    private sealed class Collector : IActorProvider
    {
        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) =>
            new(new Actor(new PersonId("xiao-li"), "信息部", RequirementRoles.Collector));
    }
}
