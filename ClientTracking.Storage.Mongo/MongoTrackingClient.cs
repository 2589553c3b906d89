using MongoDB.Driver;

namespace ClientTracking.Storage.Mongo;

/// <summary>Makes a client for hosts that have none of their own.</summary>
public static class MongoTrackingClient
{
    /// <summary>A client for a connection string, with what the store wants stated rather than assumed.</summary>
    /// <param name="connectionString">The connection string; time-outs and credentials are its business.</param>
    /// <remarks>
    /// Retryable reads and writes are on: a replica set then carries out a write once although a failover interrupts it and the driver sends it
    /// again. A standalone server has no such thing; there a lost answer becomes a <see cref="Errors.StorageUnavailableException"/>, and repeating
    /// the command with its command id is safe. Keep one client for the life of the host.
    /// </remarks>
    /// <exception cref="MongoConfigurationException">The connection string is malformed.</exception>
    public static MongoClient Create(string connectionString)
    {
        var settings = MongoClientSettings.FromConnectionString(connectionString);
        settings.RetryWrites = true;
        settings.RetryReads = true;
        settings.ApplicationName ??= "ClientTracking";
        return new(settings);
    }
}
