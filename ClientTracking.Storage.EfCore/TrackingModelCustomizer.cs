using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ClientTracking.Storage.EfCore;

/// <summary>Adds the engine's tables to a context that knows nothing of them; its own <c>OnModelCreating</c> has the last word.</summary>
internal sealed class TrackingModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        modelBuilder.UseClientTracking();
        base.Customize(modelBuilder, context);
    }
}
