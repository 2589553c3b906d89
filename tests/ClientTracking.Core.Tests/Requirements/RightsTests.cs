using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Errors;
using ClientTracking.Meetings;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

/// <summary>Who may do what (RF-01 to RF-06); whoever may not is told which role could, and nothing is changed.</summary>
public sealed class RightsTests
{
    private static readonly LocalDate Later = new(2014, 8, 1);

    private static readonly Role[] Everybody =
        [DecisionBoard, Promotion, Information, Collector, IT, ITHead, Tester, Developer, Planning, ProductManager, GeneralManager, DirectLeader, DepartmentHead, GeneralOffice];

    private static readonly Dictionary<string, (string Rule, Role[] May, Func<TestHost, SubjectId, Task> Send)> Commands = new()
    {
        ["decide"] = ("RF-01", [DecisionBoard], (host, id) => host.Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A))),
        ["hold a meeting"] = ("RF-01", [DecisionBoard], (host, id) => host.Send(new HoldMeeting(id))),
        ["call a meeting"] = ("RF-32", [DecisionBoard, Collector], (host, _) => host.Send(new ScheduleMeeting(host.Clock.GetCurrentInstant(), host.Clock.GetCurrentInstant() + Duration.FromHours(1)))),
        ["register"] = ("RF-03", [Collector], (host, id) => host.Send(new RegisterRequirement(id, "梗概"))),
        ["tell the reporter"] = ("RF-03", [Collector], (host, id) => host.Send(new TellReporter(id, Tidings.Decision))),
        ["withdraw"] = ("RF-03", [Collector], (host, id) => host.Send(new WithdrawRequirement(id, "误报"))),
        ["correct"] = ("RF-03", [Collector], (host, id) => host.Send(new CorrectEntry(id, "误录"))),
        ["tell the requester"] = ("RF-02", [Promotion], (host, id) => host.Send(new TellRequester(id, Tidings.Decision))),
        ["estimate the planning"] = ("RF-33", [ProductManager], (host, id) => host.Send(new EstimatePlanning(id, Later))),
        ["deliver the planning"] = ("RF-05", [ProductManager], (host, id) => host.Send(new DeliverPlanningDocument(id, "策划案"))),
        ["estimate the hand-over"] = ("RF-04", [IT], (host, id) => host.Send(new EstimateHandOver(id, Later))),
        ["promise the delivery"] = ("RF-37", [ProductManager], (host, id) => host.Send(new PromiseDelivery(id, Later))),
        ["hand over"] = ("RF-04", [IT], (host, id) => host.Send(new HandOverForAcceptance(id))),
        ["accept"] = ("RF-05", [ProductManager], (host, id) => host.Send(new ConcludeAcceptance(id, Passed: true))),
        ["report the completion"] = ("RF-43", [ProductManager], (host, id) => host.Send(new ReportCompletion(id))),
        ["wait"] = ("RF-05", [ProductManager, IT, Collector], (host, id) => host.Send(new AwaitRequester(id, "等"))),
        ["apply for an extension"] = ("RF-81", [IT, ProductManager], (host, id) => host.Send(new RequestExtension(id, Later, "难"))),
        ["sign as leader"] = ("RF-80", [DirectLeader], (host, id) => host.Send(new SignExtension(id, Signatory.DirectLeader, Approved: true))),
        ["sign as head"] = ("RF-80", [DepartmentHead], (host, id) => host.Send(new SignExtension(id, Signatory.DepartmentHead, Approved: true))),
        ["sign as office"] = ("RF-80", [GeneralOffice], (host, id) => host.Send(new SignExtension(id, Signatory.GeneralOffice, Approved: true))),
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var command in Commands.Keys)
            foreach (var role in Everybody) pairs.Add(command, role.Value);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    [Trait("rule", "RF-01"), Trait("rule", "RF-02"), Trait("rule", "RF-03"), Trait("rule", "RF-04"), Trait("rule", "RF-05")]
    public async Task RF_01_to_RF_05_only_the_roles_of_the_regulation_may(string command, string role)
    {
        await using var host = new TestHost();
        var (rule, may, send) = Commands[command];
        var id = rule == "RF-02" ? await host.Decided(DecisionOutcome.Decline) : await host.Reported();
        var version = (await host.Stored(id)).Version;
        var failure = await Record.ExceptionAsync(() => send(host.As("某人", new Role(role)), id));
        if (may.Contains(new Role(role)))
        {
            Assert.IsNotType<AccessDeniedException>(failure);
            return;
        }
        var denied = Assert.IsType<AccessDeniedException>(failure);
        Assert.Equal(rule, denied.Rule.Value);
        Assert.All(may, role => Assert.Contains(role.Value, denied.Message, StringComparison.Ordinal));
        Assert.Equal(version, (await host.Stored(id)).Version);
    }

    /// <summary>Everybody may report; everybody but a general manager owes it, or by choice only the three departments.</summary>
    [Theory, Trait("rule", "RF-06"), Trait("rule", "RF-30")]
    [InlineData("Promotion", true, true)]
    [InlineData("Information", true, true)]
    [InlineData("Planning", true, true)]
    [InlineData("IT", true, false)]
    [InlineData("GeneralManager", false, false)]
    public async Task RF_06_every_employee_but_the_general_managers_owes_a_report(string role, bool byDefault, bool threeDepartments)
    {
        foreach (var (chosen, owes) in new[] { (false, byDefault), (true, threeDepartments) })
        {
            await using var host = new TestHost(tracking => tracking.AddRegulation(DependencyInjection.RegulationPresets.RequirementFollowUp.With(regulation =>
                chosen ? regulation.Choose("RF-30", RequirementFollowUpRegulation.ThreeDepartments) : regulation)));
            var id = (await host.As("某人", new Role(role)).Send(new ReportRequirement(RequirementStory.Form(), host.Clock.GetCurrentInstant()))).Requirement;
            Assert.Equal(owes, (await host.Stored(id)).Obligations.Any(owed => owed.Rule == "RF-30"));
        }
    }
}
