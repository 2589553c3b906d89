using System.Collections.Immutable;

namespace ClientTracking.Storage.InMemory;

/// <summary>Everything the store holds at one moment. Immutable.</summary>
internal sealed record Tables(ImmutableDictionary<TenantId, TenantTables> Tenants, OutboxTable Outbox)
{
    internal static readonly Tables Empty = new(ImmutableDictionary<TenantId, TenantTables>.Empty, OutboxTable.Empty);

    internal TenantTables Of(TenantId tenant) => Tenants.GetValueOrDefault(tenant, TenantTables.Empty);

    internal Tables With(TenantId tenant, TenantTables tables) => this with { Tenants = Tenants.SetItem(tenant, tables) };
}
