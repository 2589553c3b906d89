using ClientTracking.DependencyInjection;
using ClientTracking.Storage.EfCore;
using ClientTracking.Storage.Mongo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientTracking.Samples.Story;

/// <summary>Where the story is kept: what a host changes to move from one store to another.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Connection">The connection string, where the store needs one.</param>
internal sealed record StoryStore(string Name, string? Connection)
{
    private const string Sqlite = "sqlite", Postgres = "postgres", Mongo = "mongo", Memory = "memory";

    /// <summary>The stores the sample knows; the first is the default.</summary>
    public static readonly IReadOnlyList<string> Names = [Sqlite, Postgres, Mongo, Memory];

    /// <summary>Whether the store begins empty in every run.</summary>
    public bool IsForgetful => Name == Memory;

    /// <summary>Whether a connection string is missing.</summary>
    public bool LacksConnection => Name is Postgres or Mongo && Connection is null;

    /// <summary>Adds what the store needs of the host, and names it to the engine.</summary>
    public void Use(ClientTrackingBuilder tracking, StoryFiles files)
    {
        switch (Name)
        {
            case Postgres:
                tracking.Services.AddDbContext<ClientTrackingDbContext>(options => options.UseNpgsql(Connection));
                tracking.UseEntityFrameworkCore<ClientTrackingDbContext>();
                break;
            case Mongo:
                tracking.UseMongoDb(Connection!, "client_tracking_sample");
                break;
            case Memory:
                break;
            default:
                tracking.Services.AddDbContext<ClientTrackingDbContext>(options => options.UseSqlite(Connection ?? $"Data Source={files.Database};Pooling=False"));
                tracking.UseEntityFrameworkCore<ClientTrackingDbContext>();
                break;
        }
    }

    /// <summary>Makes the tables where they are missing; a host of its own would migrate. MongoDB makes its indexes by itself.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<ClientTrackingDbContext>() is { } context) await context.Database.EnsureCreatedAsync(cancellationToken);
    }
}
