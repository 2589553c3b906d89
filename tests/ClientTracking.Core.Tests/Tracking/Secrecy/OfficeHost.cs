using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Tracking;

namespace ClientTracking.Core.Tests.Tracking.Secrecy;

/// <summary>A host under the confidentiality regulation, and who holds which office in it.</summary>
internal sealed class OfficeHost : IOrganizationProvider
{
    internal static Organization Offices { get; } = new(
        new Office(new("president"), Rank.President),
        new Office(new("gm"), Rank.GeneralManager),
        new Office(new("manager"), Rank.Supervisor, "works"),
        new Office(new("head"), Rank.DepartmentHead, "design"));

    public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(Offices);

    internal static TestHost Create(Action<ClientTrackingBuilder>? more = null) => new TestHost(tracking =>
    {
        tracking.AddRegulation(DossierKind.Rules).AddKind(DossierKind.Instance).UseOrganization<OfficeHost>();
        more?.Invoke(tracking);
    }).At("2026-03-11 10:00");
}
