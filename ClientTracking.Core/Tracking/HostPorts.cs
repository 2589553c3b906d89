using ClientTracking.Confidentiality;
using ClientTracking.Subjects;

namespace ClientTracking.Tracking;

/// <summary>The host's answer to who is acting; asked once for every command and query.</summary>
public interface IActorProvider
{
    /// <summary>The acting person.</summary>
    ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken);
}

/// <summary>The host's answer to which tenant it is working for; asked once for every command and query.</summary>
public interface ITenantProvider
{
    /// <summary>The tenant; never the default value.</summary>
    ValueTask<TenantId> GetTenantAsync(CancellationToken cancellationToken);
}

/// <summary>What the host does with a notice: send a message, write to another system. Called at least once for each.</summary>
public interface INoticeHandler
{
    /// <summary>Handles one notice. An exception means it was not delivered; it comes again later.</summary>
    Task HandleAsync(Notice notice, CancellationToken cancellationToken);
}

/// <summary>The host's answer to who holds which office in the tenant (组织架构); asked once for every command and query under a confidentiality regulation.</summary>
public interface IOrganizationProvider
{
    /// <summary>The offices as they are now. Who is left out has none, which closes records and never opens them.</summary>
    ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken);
}

/// <summary>Where a host says nothing of offices, nobody holds any.</summary>
internal sealed class NoOffices : IOrganizationProvider
{
    public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(Organization.Empty);
}
