using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore;

/// <summary>The ready-made context, for a host that keeps the engine's data in a database of its own.</summary>
/// <remarks>
/// The tables come with <c>Database.EnsureCreatedAsync()</c> on an empty database, or from the script of <c>Database.GenerateCreateScript()</c>;
/// a host that migrates adds migrations of this context in its own assembly.
/// </remarks>
/// <param name="options">The provider and where the database is.</param>
public sealed class ClientTrackingDbContext(DbContextOptions<ClientTrackingDbContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseClientTracking();
}
