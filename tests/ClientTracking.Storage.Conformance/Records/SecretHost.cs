using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Requirements;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>A host whose requirements are under the confidentiality regulation, and whose president does everything.</summary>
internal sealed class SecretHost : IAsyncDisposable
{
    private static readonly PersonId President = new("president");
    private readonly ServiceProvider _services;
    private readonly IClock _clock;

    internal SecretHost(ITrackingStore store, TenantId tenant, IClock clock, Action<ClientTrackingBuilder>? more = null)
    {
        _clock = clock;
        _services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton<IActorProvider>(new Acting())
            .AddSingleton<IOrganizationProvider>(new Offices())
            .AddSingleton(store)
            .AddClientTracking(tracking =>
            {
                tracking.AddRegulation(RegulationPresets.RequirementFollowUp)
                    .AddRegulation(RegulationPresets.RequirementFollowUp.Regulation with { Confidentiality = ConfidentialityRegulation.Published })
                    .UseCalendar(WorkCalendars.China).UseTenant(tenant);
                more?.Invoke(tracking);
            })
            .BuildServiceProvider();
    }

    internal Task<int> RunDueAsync() => _services.GetRequiredService<TrackingWork>().RunDueAsync(TestContext.Current.CancellationToken);

    /// <summary>A requirement in the client's words, marked so.</summary>
    internal async Task<SubjectId> MarkedAsync(string words, ConfidentialityLevel level, LocalDate? lastDay = null)
    {
        var id = (await SendAsync(new ReportRequirement(Form(words), _clock.GetCurrentInstant()))).Requirement;
        await SendAsync(new MarkRecord(id, new(RequirementKind.Instance.Kind) { Level = level, LastDay = lastDay }));
        return id;
    }

    internal async Task<T> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().SendAsync(command, TestContext.Current.CancellationToken);
    }

    internal async Task<T> AskAsync<T>(IQuery<T> query)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITracker>().QueryAsync(query, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static RequirementForm Form(string words) => new()
    {
        Type = RequirementType.NewFeature,
        Source = RequirementSource.App,
        Requester = new Requester(words),
        ClientWords = words,
    };

    private sealed class Acting : IActorProvider
    {
        public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) =>
            new(new Actor(
                President, "资讯部", RequirementRoles.Collector, RequirementRoles.DecisionBoard, RequirementRoles.IT, RequirementRoles.ProductManager,
                RequirementRoles.PersonalInformationOfficer));
    }

    private sealed class Offices : IOrganizationProvider
    {
        public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) =>
            new(new Organization(new Office(President, Rank.President)));
    }
}
