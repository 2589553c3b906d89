using ClientTracking.Numbering;
using ClientTracking.Regulations;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Requirements;

/// <summary>
/// The requirement follow-up regulation (客户需求反馈及跟进制度) as published: the numbers of RF-13 and RF-61, the time nodes RF-30 to RF-47 and
/// RF-60 to RF-64, and every reading that can be chosen instead of the default.
/// </summary>
public static class RequirementFollowUpRegulation
{
    /// <summary>The name hosts configure it by.</summary>
    public const string Name = "RequirementFollowUp";

    /// <summary>The series of bug numbers.</summary>
    public const string BugSeries = "bug";

    /// <summary>RF-30: only the three departments of the table of time nodes owe a report.</summary>
    public const string ThreeDepartments = "three-departments";

    /// <summary>RF-33: the planning document is estimated before the meeting ends.</summary>
    public const string BeforeTheEnd = "before-the-end";

    /// <summary>RF-34: the hour counts from being told the results, where that is later than the end of the meeting.</summary>
    public const string AfterBeingTold = "after-being-told";

    /// <summary>RF-60: the day counts on which the user found the bug.</summary>
    public const string DayFound = "day-found";

    /// <summary>RF-80: the three signatures come in any order.</summary>
    public const string AnyOrder = "any-order";

    /// <summary>RF-81: an extension may be applied for too late; the lateness up to its approval stays (CV-16).</summary>
    public const string LateAllowed = "late-allowed";

    /// <summary>What ends every duty that has not been done: the requirement ended, or the board decided anew.</summary>
    private const string Ended = "ended", Changed = "decision.changed";

    /// <summary>The regulation.</summary>
    public static Regulation Published { get; } = Write();

    private static Regulation Write()
    {
        var regulation = new RegulationBuilder(Name)
            .Number(new(RequirementRegistered.Series, NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}"), ResetPeriod.Day))
            .Number(new(BugSeries, NumberTemplate.Parse("Bug{date:yyMMdd}{serial:00}"), ResetPeriod.Day))
            .Department(DecisionBoard, "决策组").Department(Promotion, "推广部").Department(Reporter, "推广部")
            .Department(Information, "资讯部").Department(Collector, "资讯部").Department(Planning, "策划部").Department(ProductManager, "策划部")
            .Department(IT, "IT").Department(Tester, "IT").Department(Developer, "IT")
            .Oversight("RF-01", DecisionBoard)
            .PersonalInformation("PIPL-52", PersonalInformationOfficer)
            .Sanction(RequirementSanctions.Plan(RequirementSanctionOptions.Default))
            .Choice("RF-30", ThreeDepartments)
            .Choice("RF-33", BeforeTheEnd, node => node with { OpenedBy = ["meeting.to-build"], Deadline = null })
            .Choice("RF-34", AfterBeingTold, node => node with { OpenedBy = [.. node.OpenedBy, CollectorToldOfDecision.Trigger] })
            .Choice("RF-60", DayFound).Choice("RF-80", AnyOrder).Choice("RF-81", LateAllowed);
        Decide(regulation);
        Build(regulation);
        FeedBack(regulation);
        return Bugs(regulation).Build();
    }

    private static void Decide(RegulationBuilder regulation) => regulation
        .Owe("RF-30", "上报所听到的需求", "report the requirement heard").By(Reporter)
            .On("heard").DoneBy("reported").Until("thu@cob")
        .Owe("RF-31", "归档、编号、登记并提交决策组", "archive, number, register and submit it").By(Collector)
            .On("reported").DoneBy("registered").EndedBy(Ended).Remind("2wh").Until("fri@12:00")
        .Owe("RF-32", "决策会议作出决定", "decide on it in the meeting").By(DecisionBoard)
            .On("registered", "decided.deferred", DecisionAppointed.Trigger).DoneBy("decided").EndedBy(Ended).Until("sat@11:00~none")
        .Owe("RF-33", "评估策划文档完成日", "estimate when the planning document will be ready").By(ProductManager)
            .On("decided.accepted", "decided.converted").DoneBy("planning.estimated").EndedBy(Ended, Changed)
            .PausedBetween(RequesterAwaited.Trigger, RequesterAnswered.Trigger).Remind("4wh").Until("2d")
        .Owe("RF-34", "更新登记表并告知报告人决策结果", "update the register and tell the reporter the decision").By(Collector)
            .On("decided").DoneBy("reporter-told.decision").EndedBy(Ended).Until("1h")
        .Owe("RF-35", "告知需求人决策结果", "tell the requester the decision").By(Reporter)
            .On("reporter-told.decision").DoneBy("requester-told.decision").EndedBy(Ended, Changed).Until("same-day");

    private static void Build(RegulationBuilder regulation) => regulation
        .Owe("RF-36", "评估移交验收日", "estimate the hand-over for acceptance").By(IT)
            .On("planning.delivered").DoneBy("hand-over.estimated").EndedBy(Ended, Changed)
            .PausedBetween(RequesterAwaited.Trigger, RequesterAnswered.Trigger).Remind("4wh").Until("2d")
        .Owe("RF-37", "评估预期交付日并上报", "estimate the delivery date and send it").By(ProductManager)
            .On("hand-over.estimated").DoneBy("delivery.promised").EndedBy(Ended, Changed)
            .PausedBetween(RequesterAwaited.Trigger, RequesterAnswered.Trigger).Until("1h")
        .Owe("RF-38", "登记并告知报告人预期交付日", "register the expected date and tell the reporter").By(Collector)
            .On("delivery.promised").DoneBy("reporter-told.expected-date").EndedBy(Ended, Changed).Until("1h")
        .Owe("RF-39", "告知需求人预期交付日", "tell the requester the expected date").By(Reporter)
            .On("reporter-told.expected-date").DoneBy("requester-told.expected-date").EndedBy(Ended, Changed).Until("same-day")
        .Owe("RF-40", "交付策划文档", "deliver the planning document").By(ProductManager)
            .On("planning.estimated").DoneBy("planning.delivered").ExtendedBy("extension.planning").EndedBy(Ended, Changed)
            .PausedBetween(RequesterAwaited.Trigger, RequesterAnswered.Trigger).Remind("1wd").UntilPromisedDate()
        .Owe("RF-41", "移交验收", "hand over for acceptance").By(IT)
            .On("hand-over.estimated").DoneBy("handed-over").ExtendedBy("extension.hand-over").EndedBy(Ended, Changed)
            .PausedBetween(RequesterAwaited.Trigger, RequesterAnswered.Trigger).Remind("1wd").UntilPromisedDate()
        .Owe("RF-42", "交付需求人", "deliver to the requester").By(IT).With(ProductManager)
            .On("delivery.promised").DoneBy("delivered").ExtendedBy("extension.delivery").EndedBy(Ended, Changed)
            .PausedBetween(RequesterAwaited.Trigger, RequesterAnswered.Trigger).Remind("1wd").UntilPromisedDate();

    private static void FeedBack(RegulationBuilder regulation) => regulation
        .Owe("RF-43", "告知收集人已完成", "tell the collector that it is complete").By(ProductManager)
            .On("delivered").DoneBy("collector-told.completion").Until("at-once")
        .Owe("RF-44", "登记完成并告知报告人", "register the completion and tell the reporter").By(Collector)
            .On("collector-told.completion").DoneBy("reporter-told.completion").Until("at-once")
        .Owe("RF-45", "告知需求人已完成", "tell the requester that it is complete").By(Reporter)
            .On("reporter-told.completion").DoneBy("requester-told.completion").Until("same-day")
        .Owe("RF-46", "登记延期并告知报告人", "note the approved extension and tell the reporter").By(Collector)
            .On("extension.approved").DoneBy("reporter-told.extension").EndedBy(Ended, Changed).Until("1h")
        .Owe("RF-47", "告知需求人延期", "tell the requester of the extension").By(Reporter)
            .On("reporter-told.extension").DoneBy("requester-told.extension").EndedBy(Ended, Changed).Until("same-day");

    private static RegulationBuilder Bugs(RegulationBuilder regulation) => regulation
        .Owe("RF-60", "上报Bug", "report the bug").By(Reporter)
            .On("bug.learned").DoneBy("bug.reported").Until("same-day")
        .Owe("RF-61", "记录已重现的Bug，或告知报告人无法重现", "record the reproduced bug, or tell the reporter that it cannot be reproduced").By(Tester)
            .On("bug.reproduced", "bug.not-reproducible").DoneBy("bug.recorded", "bug.reporter-told.not-reproducible")
            .EndedBy("bug.ended").Until("at-once")
        .Owe("RF-62", "修复Bug", "fix the bug").By(Developer)
            .On("bug.to-fix.critical", "bug.to-fix.major", "bug.to-fix.minor").DoneBy("bug.fixed").EndedBy("bug.ended").UntilSet()
        .Owe("RF-63", "验证修复、更新Bug登记表并告知报告人", "verify the fix, update the bug register and tell the reporter").By(Tester)
            .On("bug.fixed").DoneBy("bug.reporter-told.fixed", "bug.fix-refused").EndedBy("bug.ended").Until("at-once")
        .Owe("RF-64", "告知用户已修复", "tell the user that it is fixed").By(Reporter)
            .On("bug.reporter-told.fixed").DoneBy("bug.user-told").EndedBy("bug.ended").Until("same-day");
}
