using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Deadlines;
using ClientTracking.DependencyInjection;
using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Requirements;
using ClientTracking.Time;
using ClientTracking.Tracking;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Requirements;

public sealed class ExtensionTests
{
    private static readonly LocalDate Promised = new(2014, 6, 25), Later = new(2014, 7, 25), Latest = new(2014, 8, 25);

    [Fact, Trait("rule", "RF-80")]
    public async Task RF_80_the_form_keeps_applicant_dates_reason_and_three_signatures_with_opinion_and_day()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        await host.As("开发", IT).Send(new RequestExtension(id, Later, "因实现难度大") { Overview = "问卷计分" });
        await host.At("2014-06-20 10:00").Signed(id);
        var extension = Assert.Single(await Extensions(host, id));
        Assert.Equal(("开发", Promised, Later, "问卷计分", "因实现难度大"), (extension.Applicant.Value, extension.FormerDate, extension.NewDate, extension.Overview, extension.Reason));
        Assert.Equal((Shanghai("2014-06-19 09:00"), ExtensionStatus.Approved), (extension.FiledAt, extension.Status));
        Assert.Equal(
            [(Signatory.DirectLeader, "组长"), (Signatory.DepartmentHead, "主管"), (Signatory.GeneralOffice, "总办")],
            extension.Signatures.Select(signature => (signature.As, signature.By.Value)));
        Assert.All(extension.Signatures, signature => Assert.Equal((true, "同意", new LocalDate(2014, 6, 20)), (signature.Approved, signature.Opinion, signature.On)));
    }

    [Fact, Trait("rule", "RF-80")]
    public async Task RF_80_signatures_come_in_their_order_and_nothing_moves_before_the_last()
    {
        await using var host = new TestHost();
        var id = await Filed(host);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.As("总办", GeneralOffice).Send(new SignExtension(id, Signatory.GeneralOffice, Approved: true)));
        Assert.Equal(("RF-80", "requirement.signature-out-of-turn"), (refused.Rule.Value, refused.Code));
        await host.As("组长", DirectLeader).Send(new SignExtension(id, Signatory.DirectLeader, Approved: true));
        await host.As("主管", DepartmentHead).Send(new SignExtension(id, Signatory.DepartmentHead, Approved: true));
        Assert.Equal(Shanghai("2014-06-25 18:00"), (await Owed(host, id, "RF-42")).Due);
        await host.As("总办", GeneralOffice).Send(new SignExtension(id, Signatory.GeneralOffice, Approved: true));
        Assert.Equal(Shanghai("2014-07-25 18:00"), (await Owed(host, id, "RF-42")).Due);
    }

    [Fact, Trait("rule", "RF-80")]
    public async Task RF_80_may_be_read_in_any_order()
    {
        await using var host = Read("RF-80", RequirementFollowUpRegulation.AnyOrder);
        var id = await Filed(host);
        await host.As("总办", GeneralOffice).Send(new SignExtension(id, Signatory.GeneralOffice, Approved: true));
        await host.As("主管", DepartmentHead).Send(new SignExtension(id, Signatory.DepartmentHead, Approved: true));
        await host.As("组长", DirectLeader).Send(new SignExtension(id, Signatory.DirectLeader, Approved: true));
        Assert.Equal(Shanghai("2014-07-25 18:00"), (await Owed(host, id, "RF-42")).Due);
    }

    [Fact, Trait("rule", "RF-80")]
    public async Task RF_80_a_refusal_ends_it_and_nobody_signs_an_application_of_their_own()
    {
        await using var host = new TestHost();
        var id = await Filed(host);
        var own = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            host.As("开发", DirectLeader).Send(new SignExtension(id, Signatory.DirectLeader, Approved: true)));
        Assert.Equal("access.own-application", own.Code);
        await Assert.ThrowsAsync<InvalidRequestException>(() => host.As("组长", DirectLeader).Send(new SignExtension(id, Signatory.DirectLeader, Approved: false)));
        await host.Send(new SignExtension(id, Signatory.DirectLeader, Approved: false, "理由不足"));
        Assert.Equal(ExtensionStatus.Rejected, Assert.Single(await Extensions(host, id)).Status);
        Assert.Equal("requirement.no-extension-pending", (await Assert.ThrowsAsync<RuleViolationException>(() =>
            host.As("主管", DepartmentHead).Send(new SignExtension(id, Signatory.DepartmentHead, Approved: true)))).Code);
        Assert.Equal(Shanghai("2014-06-25 18:00"), (await Owed(host, id, "RF-42")).Due);
    }

    [Theory, Trait("rule", "RF-81")]
    [InlineData("2014-06-25 18:00", true)]
    [InlineData("2014-06-25 18:01", false)]
    public async Task RF_81_is_filed_before_the_committed_instant_expires(string filed, bool accepted)
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        var file = () => host.At(filed).As("开发", IT).Send(new RequestExtension(id, Later, "因实现难度大"));
        if (accepted) await file();
        else Assert.Equal("requirement.extension-too-late", (await Assert.ThrowsAsync<RuleViolationException>(file)).Code);
    }

    [Theory, Trait("rule", "RF-81")]
    [InlineData("2014-06-25", false)]
    [InlineData("2014-06-26", true)]
    public async Task RF_81_the_new_date_is_after_the_former(string date, bool accepted)
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        var file = () => host.As("开发", IT).Send(new RequestExtension(id, NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, "因实现难度大"));
        if (accepted) await file();
        else Assert.Equal("requirement.extension-not-later", (await Assert.ThrowsAsync<RuleViolationException>(file)).Code);
    }

    /// <summary>Filed in time, approved two days after the due instant: nothing was ever late. Filed a day late by choice: that day stays (CV-16).</summary>
    [Theory, Trait("rule", "RF-81")]
    [InlineData("2014-06-25 17:00", "2014-06-27 10:00", 0)]
    [InlineData("2014-06-26 10:00", "2014-06-27 10:00", 2)]
    public async Task RF_81_filed_in_time_and_approved_late_nothing_is_late(string filed, string approved, int daysLate)
    {
        await using var host = Read("RF-81", RequirementFollowUpRegulation.LateAllowed);
        var id = await host.Promised(Promised);
        await host.At(filed).As("开发", IT).Send(new RequestExtension(id, Later, "因实现难度大"));
        await host.At(approved).Signed(id);
        var owed = await Owed(host, id, "RF-42");
        Assert.Equal(Shanghai("2014-07-25 18:00"), owed.Due);
        Assert.Equal(daysLate, owed.Clock.LatenessAt(new DeadlineCalculator(WorkCalendars.China), Shanghai("2014-07-25 18:00")).Days);
    }

    [Fact, Trait("rule", "RF-82"), Trait("rule", "RF-46"), Trait("rule", "RF-47")]
    public async Task RF_82_several_extensions_follow_each_other_and_RF_46_RF_47_tell_of_each()
    {
        await using var host = new TestHost();
        var id = await Filed(host);
        await host.Signed(id);
        Assert.Equal((Shanghai("2014-06-19 10:00"), "陈小美"), Due(await Owed(host, id, "RF-46")));
        await host.At("2014-06-19 09:30").As("陈小美", Collector).Send(new TellReporter(id, Tidings.Extension));
        Assert.Equal((Shanghai("2014-06-19 18:00"), "李小四"), Due(await Owed(host, id, "RF-47")));
        await host.As("李小四").Send(new TellRequester(id, Tidings.Extension));
        await host.As("开发", IT).Send(new RequestExtension(id, Latest, "接口改版"));
        await host.Signed(id);
        Assert.Equal((Shanghai("2014-08-25 18:00"), 2), ((await Owed(host, id, "RF-42")).Due, (await Owed(host, id, "RF-42")).Revision));
        var row = Assert.Single((await host.Ask(new RequirementRegister())).Items);
        Assert.Equal((RegisterStatus.Extended, Promised), (row.Status, row.Expected));
        Assert.Equal(["因实现难度大，延期到7月25交付", "接口改版，延期到8月25交付"], row.Remarks);
        Assert.Equal(2, (await host.Stored(id)).Journal.Count(entry => entry.Name == "extension.approved"));
    }

    [Fact, Trait("rule", "RF-80")]
    public async Task RF_80_names_the_commitment_it_moves_and_with_a_delivery_the_hand_over_may_move_too()
    {
        await using var host = new TestHost();
        var id = await host.Decided();
        await host.As("产品", ProductManager).Send(new EstimatePlanning(id, Promised));
        await host.Send(new RequestExtension(id, new(2014, 6, 30), "医院未提供资料") { Of = Milestone.Planning });
        await host.Signed(id);
        Assert.Equal(Shanghai("2014-06-30 18:00"), (await Owed(host, id, "RF-40")).Due);
        await host.As("产品", ProductManager).Send(new DeliverPlanningDocument(id, "策划案-1"));
        await host.As("开发", IT).Send(new EstimateHandOver(id, Promised));
        await host.As("产品", ProductManager).Send(new PromiseDelivery(id, Promised));
        await host.As("开发", IT).Send(new RequestExtension(id, Later, "因实现难度大") { HandOverOn = new(2014, 7, 22) });
        await host.Signed(id);
        Assert.Equal((Shanghai("2014-07-22 18:00"), Shanghai("2014-07-25 18:00")), ((await Owed(host, id, "RF-41")).Due, (await Owed(host, id, "RF-42")).Due));
    }

    [Fact, Trait("rule", "RF-80")]
    public async Task RF_80_what_is_done_before_its_extension_is_decided_needs_none()
    {
        await using var host = new TestHost();
        var id = await Filed(host);
        await host.As("开发", IT).Send(new HandOverForAcceptance(id));
        await host.As("产品", ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        Assert.Equal(ExtensionStatus.Lapsed, Assert.Single(await Extensions(host, id)).Status);
    }

    private static async Task<SubjectId> Filed(TestHost host)
    {
        var id = await host.Promised(Promised);
        await host.As("开发", IT).Send(new RequestExtension(id, Later, "因实现难度大"));
        return id;
    }

    private static (Instant, string?) Due(Obligation owed) => (owed.Due, owed.Assignee?.Value);

    private static TestHost Read(string rule, string reading) =>
        new(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(regulation => regulation.Choose(rule, reading))));

    private static async Task<IEnumerable<Extension>> Extensions(TestHost host, SubjectId id) => (await host.Ask(new GetSubject<Requirement>(id)))!.State.Extensions;

    private static async Task<Obligation> Owed(TestHost host, SubjectId id, string rule) => (await host.Stored(id)).Obligations.Last(owed => owed.Rule == rule);
}
