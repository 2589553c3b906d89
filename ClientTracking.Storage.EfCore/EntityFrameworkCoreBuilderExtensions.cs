#pragma warning disable IDE0130 // Where hosts look for Use… methods.
using ClientTracking.DependencyInjection;
using ClientTracking.Storage;
using ClientTracking.Storage.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the engine's data in a relational database.</summary>
public static class EntityFrameworkCoreBuilderExtensions
{
    /// <summary>Keeps tracking data through the host's context, which must have the tables of <c>UseClientTracking()</c>.</summary>
    /// <remarks>
    /// Added with <c>AddDbContext</c>, the context of the scope is used, and what the host has pending in it commits with the tracking data.
    /// Where only an <see cref="IDbContextFactory{TContext}"/> is registered, every unit of work has a context of its own.
    /// </remarks>
    /// <typeparam name="TContext">The host's context, or <see cref="ClientTrackingDbContext"/>.</typeparam>
    /// <returns>The same builder.</returns>
    public static ClientTrackingBuilder UseEntityFrameworkCore<TContext>(this ClientTrackingBuilder builder) where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Scoped<ITrackingStore>(provider => provider.GetService<TContext>() is { } context
            ? new EfCoreTrackingStore<TContext>(context)
            : new EfCoreTrackingStore<TContext>(provider.GetRequiredService<IDbContextFactory<TContext>>())));
        return builder;
    }
}
