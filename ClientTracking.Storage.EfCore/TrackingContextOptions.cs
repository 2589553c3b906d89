using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ClientTracking.Storage.EfCore;

/// <summary>Puts the tables of the engine into a context through its options.</summary>
public static class TrackingContextOptions
{
    /// <summary>Adds the tables <c>client_tracking_*</c> to the context these options make, without a change to its class.</summary>
    /// <remarks>
    /// It replaces <see cref="IModelCustomizer"/>; of several libraries that do so only the last is heard.
    /// Then call <see cref="TrackingTables.UseClientTracking"/> in <see cref="DbContext.OnModelCreating"/> instead.
    /// </remarks>
    /// <returns>The same builder.</returns>
    public static DbContextOptionsBuilder UseClientTracking(this DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        return optionsBuilder.ReplaceService<IModelCustomizer, TrackingModelCustomizer>();
    }

    /// <inheritdoc cref="UseClientTracking(DbContextOptionsBuilder)"/>
    public static DbContextOptionsBuilder<TContext> UseClientTracking<TContext>(this DbContextOptionsBuilder<TContext> optionsBuilder)
        where TContext : DbContext
    {
        UseClientTracking((DbContextOptionsBuilder)optionsBuilder);
        return optionsBuilder;
    }
}
