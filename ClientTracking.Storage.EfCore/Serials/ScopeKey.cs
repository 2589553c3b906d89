using ClientTracking.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientTracking.Storage.EfCore.Serials;

/// <summary>The scope of one database as one model sees it: who writes for others must write where they would.</summary>
/// <param name="Database">The connection string, or the connection where the contexts were given one: two in memory may have the same string.</param>
/// <param name="Model">The names of the tables.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Scope">The scope.</param>
/// <param name="First">The first serial of a period.</param>
internal sealed record ScopeKey(object? Database, IModel Model, TenantId Tenant, NumberScope Scope, long First)
{
    internal static ScopeKey Of(DbContext context, TenantId tenant, SerialRequest request)
    {
        var given = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>()).Connection;
        return new((object?)given ?? context.Database.GetConnectionString(), context.Model, tenant, request.Scope, request.First);
    }
}
