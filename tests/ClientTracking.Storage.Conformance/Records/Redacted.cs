using System.Collections.Immutable;
using ClientTracking.Bugs;
using ClientTracking.Confidentiality;
using ClientTracking.DependencyInjection;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using ClientTracking.Tracking.Secrecy;
using NodaTime;
using NodaTime.Testing;

namespace ClientTracking.Storage.Conformance.Records;

/// <summary>A Confidential requirement some fields of which are Secret, and who may read what of it.</summary>
/// <remarks>
/// The president reads everything. The head of the drafting department may name people for what is Confidential and not for what is Secret: so
/// whom the head named reads the record without those fields (CL-04, CL-05).
/// </remarks>
internal sealed class Redacted : IOrganizationProvider
{
    internal const string President = "赵董", Head = "孙部长", Named = "王工", Reporter = "李小四", Account = "acct-1";
    internal static readonly Instant Now = Instant.FromUtc(2014, 6, 19, 2, 0);

    private static readonly Organization Offices = new(new Office(new(President), Rank.President), new Office(new(Head), Rank.DepartmentHead, "推广部"));

    private static readonly Role[] Everything =
        [RequirementRoles.Collector, RequirementRoles.DecisionBoard, RequirementRoles.ProductManager, RequirementRoles.IT, RequirementRoles.ITHead];

    public ValueTask<Organization> GetOrganizationAsync(TenantId tenant, CancellationToken cancellationToken) => new(Offices);

    /// <summary>A host that keeps these fields of requirements and bugs Secret.</summary>
    internal static EngineHost Host(ITrackingStore store, TenantId tenant, params string[] secret) => new(store, tenant, new FakeClock(Now), tracking => tracking
        .AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation with
        {
            Confidentiality = ConfidentialityRegulation.Published with
            {
                Kinds = [Kind(RequirementKind.Instance, secret), Kind(BugKind.Instance, secret)],
            },
        }))
        .UseOrganization<Redacted>());

    internal static EngineHost AsPresident(EngineHost host) => host.As(President, Everything);

    /// <summary>Reported by <see cref="Reporter"/>, registered, accepted as an A; the head has named <see cref="Named"/>.</summary>
    internal static async Task<SubjectId> RequirementAsync(EngineHost host)
    {
        host.As(new Actor(new(Reporter), "推广部", RequirementRoles.Reporter, RequirementRoles.Promotion));
        var form = EngineHost.Form with { Requester = new Requester("沈院", "省立二院", "心内科", Account) };
        var id = (await host.Send(new ReportRequirement(form, Now))).Requirement;
        await AsPresident(host).Send(new RegisterRequirement(id, "病友圈 手机"));
        await host.Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A));
        await host.As(Head).Send(new GrantAccess(id, new(Named), new(2014, 6, 30)));
        return id;
    }

    private static KindSecrecy Kind(Subjects.KindDefinition kind, string[] secret) => new(kind.Kind, "CL-02")
    {
        Categories = [RecordCategories.ClientFile],
        Fields = secret.Where(field => kind != BugKind.Instance || field is "reporter" or "gist" or "status")
            .ToImmutableDictionary(field => field, _ => ConfidentialityLevel.Secret),
    };
}
