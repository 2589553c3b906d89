#pragma warning disable IDE0130 // Where hosts look for Add… methods.
using System.Diagnostics.Metrics;
using ClientTracking.DependencyInjection;
using ClientTracking.Storage;
using ClientTracking.Storage.InMemory;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Import;
using ClientTracking.Tracking.Persons;
using ClientTracking.Tracking.Secrecy;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds ClientTracking to a host.</summary>
public static class ClientTrackingServiceCollectionExtensions
{
    /// <summary>Adds the engine: <see cref="ITracker"/> per scope, the store in memory unless the builder names another.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Which regulations, calendar, tenant, actors and store.</param>
    /// <returns>The same services. Faults of the configuration are reported together at start, or at the first use where nothing starts.</returns>
    public static IServiceCollection AddClientTracking(this IServiceCollection services, Action<ClientTrackingBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<ClientTrackingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ClientTrackingOptions>, ClientTrackingOptionsValidator>());
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<ITrackingStore, InMemoryTrackingStore>();
        services.TryAddSingleton(provider => ModelFactory.Create(
            provider.GetRequiredService<IOptions<ClientTrackingOptions>>().Value, provider.GetRequiredService<IOptions<Registrations>>().Value));
        services.TryAddSingleton(provider => new Telemetry(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<DispatchSignal>();
        services.TryAddSingleton<NoticeDispatcher>();
        services.TryAddSingleton<ObligationSweeper>();
        services.TryAddSingleton<TrackingWork>();
        services.TryAddSingleton<ISubstitutes, NobodyAway>();
        services.TryAddSingleton<IOrganizationProvider, NoOffices>();
        services.TryAddScoped<AccessRecorder>();
        services.TryAddScoped(provider => new AccessLogAudit(
            provider.GetRequiredService<ITrackingStore>(), provider.GetRequiredService<IOptions<Registrations>>()));
        services.TryAddScoped<Readers>();
        services.TryAddScoped(provider => new NoticeAudience(
            provider.GetRequiredService<ITrackingStore>(), provider.GetRequiredService<Readers>(), provider.GetRequiredService<IClock>()));
        services.TryAddScoped<EntryWriter>();
        services.TryAddScoped<PersonEraser>();
        services.TryAddScoped<CommandPipeline>();
        services.TryAddScoped<ITracker, Tracker>();
        services.TryAddScoped<HistoryImporter>();
        configure(new ClientTrackingBuilder(services));
        ContentProtection.PutInFront(services);
        return services;
    }
}
