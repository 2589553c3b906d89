using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>The steps of a requirement as the people of the source take them.</summary>
internal static class RequirementStory
{
    public static RequirementForm Form(string words = "病友圈希望能在手机上看") => new()
    {
        Type = RequirementType.NewFeature,
        Source = RequirementSource.InPerson,
        Requester = new Requester("沈院", "省立二院", "心内科"),
        ClientWords = words,
    };

    public static async Task<SubjectId> Reported(this TestHost host) =>
        (await host.As("李小四", Reporter, Promotion).Send(new ReportRequirement(Form(), host.Clock.GetCurrentInstant()))).Requirement;

    public static async Task<SubjectId> Registered(this TestHost host)
    {
        var id = await host.Reported();
        await host.As("陈小美", Collector).Send(new RegisterRequirement(id, "病友圈 手机"));
        return id;
    }

    public static async Task<SubjectId> Decided(this TestHost host, DecisionOutcome outcome = DecisionOutcome.Accept)
    {
        var id = await host.Registered();
        var builds = outcome is DecisionOutcome.Accept or DecisionOutcome.Convert;
        await host.As("王总", DecisionBoard).Send(new DecideRequirement(id, outcome, builds ? PriorityGrade.B : null)
        {
            ConversionGist = outcome == DecisionOutcome.Convert ? "改病友圈" : null,
        });
        return id;
    }

    public static async Task<SubjectId> Promised(this TestHost host, LocalDate delivery)
    {
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, delivery));
        await host.Send(new DeliverPlanningDocument(id, "策划案-2014-17"));
        await host.As("开发", IT).Send(new EstimateHandOver(id, delivery));
        await host.As("产品", ProductManager).Send(new PromiseDelivery(id, delivery));
        return id;
    }

    /// <summary>The three signatures in their order.</summary>
    public static async Task Signed(this TestHost host, SubjectId id)
    {
        await host.As("组长", DirectLeader).Send(new SignExtension(id, Signatory.DirectLeader, Approved: true, "同意"));
        await host.As("主管", DepartmentHead).Send(new SignExtension(id, Signatory.DepartmentHead, Approved: true, "同意"));
        await host.As("总办", GeneralOffice).Send(new SignExtension(id, Signatory.GeneralOffice, Approved: true, "同意"));
    }

    public static async Task<SubjectId> Delivered(this TestHost host, LocalDate delivery)
    {
        var id = await host.Promised(delivery);
        await host.As("开发", IT).Send(new HandOverForAcceptance(id));
        await host.As("产品", ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        return id;
    }
}
