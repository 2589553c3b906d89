using ClientTracking.Numbering;
using ClientTracking.Regulations;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Requirements;

/// <summary>The requirement follow-up regulation (客户需求反馈及跟进制度) as published: RF-13 and the time nodes RF-30 to RF-47.</summary>
public static class RequirementFollowUpRegulation
{
    /// <summary>The name hosts configure it by.</summary>
    public const string Name = "RequirementFollowUp";

    /// <summary>What ends every duty that has not been done: the requirement ended, or the board decided anew.</summary>
    private const string Ended = "ended", Changed = "decision.changed";

    /// <summary>The regulation.</summary>
    public static Regulation Published { get; } = Write();

    private static Regulation Write() => new RegulationBuilder(Name)
        .Number(new(RequirementRegistered.Series, NumberTemplate.Parse("需求报告表{date:yyMMdd}{serial:00}"), ResetPeriod.Day))
        .Oversight("RF-01", DecisionBoard)
        .Owe("RF-30", "上报所听到的需求", "report the requirement heard").By(Reporter)
            .On("heard").DoneBy("reported").Until("thu@cob")
        .Owe("RF-31", "归档、编号、登记并提交决策组", "archive, number, register and submit it").By(Collector)
            .On("reported").DoneBy("registered").EndedBy(Ended).Until("fri@12:00")
        .Owe("RF-32", "决策会议作出决定", "decide on it in the meeting").By(DecisionBoard)
            .On("registered", "decided.deferred").DoneBy("decided").EndedBy(Ended).Until("sat@11:00~none")
        .Owe("RF-33", "评估策划文档完成日", "estimate when the planning document will be ready").By(ProductManager)
            .On("decided.accepted", "decided.converted").DoneBy("planning.estimated").EndedBy(Ended, Changed).Until("2d")
        .Owe("RF-34", "更新登记表并告知报告人决策结果", "update the register and tell the reporter the decision").By(Collector)
            .On("decided").DoneBy("reporter-told.decision").EndedBy(Ended).Until("1h")
        .Owe("RF-35", "告知需求人决策结果", "tell the requester the decision").By(Reporter)
            .On("reporter-told.decision").DoneBy("requester-told.decision").EndedBy(Ended, Changed).Until("same-day")
        .Owe("RF-36", "评估移交验收日", "estimate the hand-over for acceptance").By(IT)
            .On("planning.delivered").DoneBy("hand-over.estimated").EndedBy(Ended, Changed).Until("2d")
        .Owe("RF-37", "评估预期交付日并上报", "estimate the delivery date and send it").By(ProductManager)
            .On("hand-over.estimated").DoneBy("delivery.promised").EndedBy(Ended, Changed).Until("1h")
        .Owe("RF-38", "登记并告知报告人预期交付日", "register the expected date and tell the reporter").By(Collector)
            .On("delivery.promised").DoneBy("reporter-told.expected-date").EndedBy(Ended, Changed).Until("1h")
        .Owe("RF-39", "告知需求人预期交付日", "tell the requester the expected date").By(Reporter)
            .On("reporter-told.expected-date").DoneBy("requester-told.expected-date").EndedBy(Ended, Changed).Until("same-day")
        .Owe("RF-40", "交付策划文档", "deliver the planning document").By(ProductManager)
            .On("planning.estimated").DoneBy("planning.delivered").EndedBy(Ended, Changed).UntilPromisedDate()
        .Owe("RF-41", "移交验收", "hand over for acceptance").By(IT)
            .On("hand-over.estimated").DoneBy("handed-over").EndedBy(Ended, Changed).UntilPromisedDate()
        .Owe("RF-42", "交付需求人", "deliver to the requester").By(IT)
            .On("delivery.promised").DoneBy("delivered").ExtendedBy("extension.approved").EndedBy(Ended, Changed).UntilPromisedDate()
        .Owe("RF-43", "告知收集人已完成", "tell the collector that it is complete").By(ProductManager)
            .On("delivered").DoneBy("collector-told.completion").Until("at-once")
        .Owe("RF-44", "登记完成并告知报告人", "register the completion and tell the reporter").By(Collector)
            .On("collector-told.completion").DoneBy("reporter-told.completion").Until("at-once")
        .Owe("RF-45", "告知需求人已完成", "tell the requester that it is complete").By(Reporter)
            .On("reporter-told.completion").DoneBy("requester-told.completion").Until("same-day")
        .Owe("RF-46", "登记延期并告知报告人", "note the approved extension and tell the reporter").By(Collector)
            .On("extension.approved").DoneBy("reporter-told.extension").EndedBy(Ended, Changed).Until("1h")
        .Owe("RF-47", "告知需求人延期", "tell the requester of the extension").By(Reporter)
            .On("reporter-told.extension").DoneBy("requester-told.extension").EndedBy(Ended, Changed).Until("same-day")
        .Build();
}
