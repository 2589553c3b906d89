using ClientTracking.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>Keeps tracking data in MongoDB.</summary>
public static class MongoTrackingBuilderExtensions
{
    /// <summary>In a database of this server, with a client of the store's own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="database">The name of the database.</param>
    /// <param name="configure">What the host wants otherwise.</param>
    /// <exception cref="MongoConfigurationException">The connection string is malformed; thrown when the store is first needed.</exception>
    public static ClientTrackingBuilder UseMongoDb(
        this ClientTrackingBuilder builder, string connectionString, string database, Action<MongoTrackingOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentException.ThrowIfNullOrWhiteSpace(database);
        return builder.UseMongoDb(_ => MongoTrackingClient.Create(connectionString).GetDatabase(database), configure);
    }

    /// <summary>In a database of the host's own client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="database">Finds the database among the host's services; asked once.</param>
    /// <param name="configure">What the host wants otherwise.</param>
    public static ClientTrackingBuilder UseMongoDb(
        this ClientTrackingBuilder builder, Func<IServiceProvider, IMongoDatabase> database, Action<MongoTrackingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(database);
        var options = new MongoTrackingOptions();
        configure?.Invoke(options);
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => new MongoTrackingStore(database(provider), options)));
        builder.Services.Replace(ServiceDescriptor.Singleton<ITrackingStore>(provider => provider.GetRequiredService<MongoTrackingStore>()));
        builder.Services.AddHostedService<IndexPreparation>();
        return builder;
    }

    /// <summary>Prepares the indexes when the host starts, so that what is wrong with them shows then. The first use would do it too.</summary>
    private sealed class IndexPreparation(MongoTrackingStore store) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => store.PrepareAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
