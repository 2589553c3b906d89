using ClientTracking.Storage;
using ClientTracking.Storage.EfCore;
using ClientTracking.Storage.EfCore.Serials;
using ClientTracking.Storage.Mongo;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.CrashHost;

/// <summary>Opens a store by its name, as a host process would configure it.</summary>
public static class Stores
{
    /// <summary>The tenant of all hosts.</summary>
    public static TenantId Tenant { get; } = new("crash");

    public static ITrackingStore Open(string product, string connection) => product switch
    {
        "mongo" => new MongoTrackingStore(
            MongoTrackingClient.Create(connection).GetDatabase("crash"), new() { SerialPatience = TimeSpan.FromMilliseconds(500) }),
        _ => new EfCoreTrackingStore<ClientTrackingDbContext>(Contexts(product, connection)),
    };

    /// <summary>The contexts of a relational store.</summary>
    public static IDbContextFactory<ClientTrackingDbContext> Contexts(string product, string connection)
    {
        var options = new DbContextOptionsBuilder<ClientTrackingDbContext>();
        _ = product switch
        {
            "sqlite" => options.UseSqlite(connection),
            "postgres" => options.UseNpgsql(connection),
            _ => throw new ArgumentException($"There is no store '{product}'.", nameof(product)),
        };
        // A writer that was killed leaves its mark; the tests need not wait as long for it as a company may.
        SqliteHold.Patience = TimeSpan.FromMilliseconds(500);
        return new Factory(options.Options);
    }

    private sealed class Factory(DbContextOptions<ClientTrackingDbContext> options) : IDbContextFactory<ClientTrackingDbContext>
    {
        public ClientTrackingDbContext CreateDbContext() => new(options);
    }
}
