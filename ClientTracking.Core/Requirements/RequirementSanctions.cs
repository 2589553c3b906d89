using System.Collections.Immutable;
using ClientTracking.Sanctions;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Requirements;

/// <summary>The sanctions and rewards of the requirement follow-up regulation (扣绩效与奖励): RF-90 to RF-97 and RF-A1 to RF-A5.</summary>
public static class RequirementSanctions
{
    /// <summary>The plan under some reading.</summary>
    public static SanctionPlan Plan(RequirementSanctionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new() { Rules = Sanctions(options), Rewards = Rewards(options), CapRule = "RF-96" };
    }

    /// <summary>Which role a missed commitment charges (RF-95): each its own; RF-42 IT where RF-41 was missed, otherwise the product manager.</summary>
    /// <param name="node">RF-40, RF-41 or RF-42.</param>
    /// <param name="handOverMissed">Whether RF-41 of the same requirement was missed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="node"/> is another node.</exception>
    public static Role ChargedFor(RuleId node, bool handOverMissed) => node.Value switch
    {
        "RF-40" => ProductManager,
        "RF-41" => IT,
        "RF-42" => handOverMissed ? IT : ProductManager,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "RF-95 sanctions RF-40, RF-41 and RF-42."),
    };

    private static ImmutableArray<SanctionRule> Sanctions(RequirementSanctionOptions options)
    {
        var monthTotal = new MonthTotalCharge(
            new(options.Boundary, new(5, Money.Yuan(20)), new(10, Money.Yuan(50)), Tier.Forfeiture), options.MonthTotals);
        var lateness = new TierTable(BoundaryReading.Milder, new(1, Money.Yuan(20)), new(7, Money.Yuan(100)), Tier.Forfeiture);
        return
        [
            new()
            {
                Id = "RF-90", Title = "未及时上报用户需求或 bug", TitleEnglish = "a user's requirement or bug not reported in time",
                Charge = new FixedCharge(Money.Yuan(20)), ChargedTo = [Reporter], Nodes = ["RF-30", "RF-60"],
            },
            Telling(["RF-45", "RF-47", "RF-64"], ["RF-35", "RF-39"], new()
            {
                Id = "RF-91", Title = "变更、完成或修复未及时反馈用户", TitleEnglish = "a change, completion or fix not fed back to the user in time",
                Charge = new FixedCharge(Money.Yuan(20)), ChargedTo = [Reporter],
            }),
            new()
            {
                Id = "RF-92", Title = "未及时提交需求和 bug", TitleEnglish = "requirements and bugs not submitted in time",
                Charge = monthTotal with { OncePerDueInstant = options.OncePerSubmission }, ChargedTo = [Collector], Nodes = ["RF-31"],
            },
            Telling(["RF-44", "RF-46"], ["RF-34", "RF-38"], new()
            {
                Id = "RF-93", Title = "变更、完成或修复未及时告知报告人", TitleEnglish = "the reporter not told in time of a change, completion or fix",
                Charge = monthTotal, ChargedTo = [Collector],
            }),
            new()
            {
                Id = "RF-94", Title = "完成未及时告知收集人", TitleEnglish = "the collector not told of completion in time",
                Charge = monthTotal, ChargedTo = [ProductManager], Nodes = ["RF-43"],
            },
            new()
            {
                Id = "RF-95", Title = "承诺未按时完成", TitleEnglish = "a commitment missed",
                Charge = new LatenessCharge(lateness, options.Lateness, OncePerDelay: true, options.Earlier),
                ChargedTo = [ProductManager, IT], Nodes = ["RF-40", "RF-41", "RF-42"],
            },
        ];

        SanctionRule Telling(ImmutableArray<RuleId> always, ImmutableArray<RuleId> ofChange, SanctionRule rule) =>
            options.EveryTelling ? rule with { Nodes = [.. always, .. ofChange] } : rule with { Nodes = always, NodesOfChange = ofChange };
    }

    private static ImmutableArray<RewardRule> Rewards(RequirementSanctionOptions options) =>
    [
        new()
        {
            Id = "RF-A1", Title = "需求单项奖", TitleEnglish = "valuable or important requirement",
            Condition = new AdoptedRequirement(), Range = MoneyRange.Yuan(100, 1000),
        },
        new() { Id = "RF-A2", Title = "准时奖", TitleEnglish = "on time", Condition = new AllOnTime(), Range = MoneyRange.Yuan(100, 1000) },
        new()
        {
            Id = "RF-A3", Title = "重大需求提前奖", TitleEnglish = "major requirement early",
            Condition = new MajorDeliveredEarly(), Range = MoneyRange.Yuan(1000, 2000),
        },
        new()
        {
            Id = "RF-A4", Title = "无遗漏奖", TitleEnglish = "no omission", Range = MoneyRange.Yuan(50, 500),
            Condition = new NothingOmitted(options.SuggestedEach) { BarredBy = options.MissesBarNoOmission ? ["RF-92", "RF-93"] : [] },
        },
        new() { Id = "RF-A5", Title = "提前交付奖", TitleEnglish = "early delivery", Condition = new BeforeItsDay(options.PointsEach) },
    ];
}
