using System.Globalization;
using ClientTracking.Errors;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Deadlines.Clock;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

public sealed class RewardTests
{
    private static readonly QuarterFacts Second = new(new(2025, 2), At("2025-07-02 10:00"));

    [Theory]
    [InlineData("2025-03-31 23:59:59.999", true, "")]
    [InlineData("2025-04-01 00:00", true, "True 14061910 已决定做或需求转换")]
    [InlineData("2025-06-30 23:59:59.999", false, "False 14061910 未被采纳")]
    [InlineData("2025-07-01 00:00", true, "")]
    public void RF_A1_the_reporter_of_a_requirement_adopted_in_the_quarter(string at, bool adopted, string found) =>
        Assert.Equal(found, Texts("RF-A1", Second with { Decided = [new("14061910", Zhang, At(at), adopted)] }));

    [Fact]
    public void RF_A2_a_person_or_team_all_of_whose_plans_of_the_quarter_were_on_time()
    {
        var kept = Promise("14061910", "2025-06-20 18:00", "2025-06-20 18:00") with { Responsible = [Zhang, Li], Team = "IT" };
        var late = Promise("14061911", "2025-06-23 18:00", "2025-06-23 18:00:00.001") with { Responsible = [Li], Team = "策划部" };
        var undone = Promise("14061912", "2025-07-01 00:00", null) with { Team = "推广部" }; // 24:00 of 30 June
        var later = Promise("14061913", "2025-07-01 18:00", null) with { Responsible = [Zhang] };
        Assert.Equal(
            ["zhang True 本季 1 项全部按时", "li False 14061911 未按时（RF-42）", "IT True 本季 1 项全部按时", "策划部 False 14061911 未按时（RF-42）", "推广部 False 14061912 未按时（RF-42）"],
            Assess("RF-A2", Second with { Commitments = [kept, late, undone, later] }).Select(item => $"{item.Recipients[0]} {item.IsEligible} {item.Describe(Chinese)}"));
    }

    [Theory] // 9 June to 23 June: 10 working days
    [InlineData("2025-06-16 17:00", true, "RF-A3 14061910", "14061910：承诺的 10 个工作日尚余 5 个，须至少余 50%")]
    [InlineData("2025-06-17 09:00", false, "RF-A3 14061910", "14061910：承诺的 10 个工作日仅余 4 个，须至少余 50%")]
    [InlineData("2025-06-25 09:00", false, "RF-A3 14061910", "14061910：承诺的 10 个工作日仅余 0 个，须至少余 50%")]
    public void RF_A3_a_major_requirement_delivered_with_half_of_the_working_days_left_until_the_first_date(string done, bool eligible, string thing, string why)
    {
        var delivery = new PromisedNode("14061910", "RF-42", At("2025-06-09 10:00"), At("2025-06-23 18:00"), At("2025-07-25 18:00"), At(done)) { Responsible = [Zhang], IsMajorDelivery = true };
        var found = Assert.Single(Assess("RF-A3", Second with { Commitments = [delivery, delivery with { Subject = "14061911", IsMajorDelivery = false }] }));
        Assert.Equal((eligible, thing, why), (found.IsEligible, found.Thing, found.Describe(Chinese)));
    }

    [Theory]
    [InlineData(0, "50.00")]
    [InlineData(10, "100.00")]
    [InlineData(90, "500.00")]
    [InlineData(91, "500.00")]
    public void RF_A4_the_suggestion_grows_with_the_number_handled_within_the_range(int items, string suggestion)
    {
        var received = Enumerable.Range(0, items).Select(i => new ReceivedItem($"{i}", Zhang, At("2025-05-08 10:00"), At("2025-05-09 10:00")));
        var found = Assert.Single(Assess("RF-A4", Second with { Collectors = [Zhang], Received = [.. received] }));
        Assert.Equal((true, suggestion), (found.IsEligible, found.Suggestion.ToString()));
    }

    [Fact]
    public void RF_A4_nothing_received_in_the_quarter_is_left_unregistered_and_by_option_nothing_was_late()
    {
        var facts = Second with
        {
            Received =
            [
                new("14061910", Zhang, At("2025-05-08 10:00"), At("2025-07-02 10:00")), new("14061911", Zhang, At("2025-07-01 00:00"), null),
                new("14061912", Li, At("2025-06-30 23:59"), At("2025-07-02 10:00:00.001")),
            ],
            Misses = [Late("a", "RF-92", "2025-05-09 12:00", "2025-07-02 10:00", "14061910")],
        };
        Assert.Equal("True 收到的 1 项无一遗漏|False 14061912 未登记", Texts("RF-A4", facts));
        var strict = Reading(new() { MissesBarNoOmission = true });
        Assert.Equal("False 因 RF-92 扣罚（14061910）不予奖励|False 14061912 未登记", Texts("RF-A4", facts, strict));
        Assert.Equal("True 收到的 1 项无一遗漏|False 14061912 未登记", Texts("RF-A4", facts with { Misses = [facts.Misses[0].WaivedBy(Li)] }, strict));
    }

    [Theory] // due Monday 23 June
    [InlineData("2025-06-19 10:00", 2, true)]
    [InlineData("2025-06-20 23:59", 1, true)]
    [InlineData("2025-06-22 10:00", 1, true)] // Sunday: Monday is still ahead
    [InlineData("2025-06-23 00:00", 0, false)]
    [InlineData("2025-06-23 18:00", 0, false)]
    public void RF_A5_everyone_responsible_for_a_commitment_met_before_its_day_gets_points_for_each_working_day(string done, int points, bool eligible)
    {
        var facts = Second with { Commitments = [Promise("14061910", "2025-06-23 18:00", done) with { Responsible = [Zhang, Li] }] };
        Assert.Equal([("zhang", points, eligible), ("li", points, eligible)], Assess("RF-A5", facts).Select(item => (item.Recipients[0].Name, item.Points, item.IsEligible)));
    }

    [Theory]
    [InlineData("99.99", "sanction.outside-range")]
    [InlineData("100.00", null)]
    [InlineData("1000.00", null)]
    [InlineData("1000.01", "sanction.outside-range")]
    public void The_board_decides_within_the_range(string amount, string? code)
    {
        var grant = () => QuarterAwards.None.Grant(Adopted(true), Money.Parse(amount), Li, At("2025-07-02 10:00"));
        if (code is null) Assert.Equal(amount, grant().Awards.Single().Amount.ToString());
        else Assert.Equal(code, Assert.Throws<RuleViolationException>(grant).Code);
    }

    [Fact]
    public void The_same_thing_is_rewarded_once_nobody_rewards_themselves_and_only_who_is_eligible_is_rewarded()
    {
        var at = At("2025-07-02 10:00");
        var once = QuarterAwards.None.Grant(Adopted(true), Money.Yuan(100), Li, at);
        Refused("reward.twice", () => once.Grant(Adopted(true), Money.Yuan(200), Li, at));
        Refused("reward.twice", () => once.Grant(Adopted(true) with { Quarter = new(2025, 3) }, Money.Yuan(200), Li, at));
        Refused("sanction.own-case", () => QuarterAwards.None.Grant(Adopted(true), Money.Yuan(100), Zhang, at));
        Refused("reward.not-eligible", () => QuarterAwards.None.Grant(Adopted(false), Money.Yuan(100), Li, at));
        Refused("reward.by-points", () => QuarterAwards.None.Grant(Adopted(true) with { Range = null }, Money.Yuan(100), Li, at));
        var another = once.Grant(Adopted(true) with { For = "14061911" }, Money.Yuan(100), Li, at);
        Assert.Equal(2, another.Awards.Length);
    }

    [Fact]
    public void An_award_is_shared_without_losing_a_fen()
    {
        var shared = Adopted(true) with { Recipients = [Recipient.Of(Zhang), Recipient.Team("IT"), Recipient.Of(Li)] };
        Assert.Equal("zhang 333.34, IT 333.33, li 333.33", string.Join(", ", new Award(shared, Money.Yuan(1000), new("board"), At("2025-07-02 10:00")).Shares()
            .Select(share => $"{share.Recipient} {share.Share}")));
    }

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static PromisedNode Promise(string subject, string due, string? done) =>
        new(subject, "RF-42", At("2025-06-02 10:00"), At(due), At(due), done is null ? null : At(done));

    private static Eligibility Adopted(bool adopted) =>
        Assess("RF-A1", Second with { Decided = [new("14061910", Zhang, At("2025-05-10 10:30"), adopted)] }).Single();

    private static IEnumerable<Eligibility> Assess(string rule, QuarterFacts facts, SanctionPlan? plan = null) =>
        new RewardAssessor(plan ?? Published, China).Assess(facts).Where(item => item.Rule == rule);

    private static string Texts(string rule, QuarterFacts facts, SanctionPlan? plan = null) =>
        string.Join('|', Assess(rule, facts, plan).Select(item => $"{item.IsEligible} {item.Describe(Chinese)}"));

    private static void Refused(string code, Func<object> act) => Assert.Equal(code, Assert.Throws<RuleViolationException>(act).Code);
}
