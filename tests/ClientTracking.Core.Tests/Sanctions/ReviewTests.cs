using ClientTracking.Errors;
using ClientTracking.Sanctions;
using static ClientTracking.Core.Tests.Deadlines.Clock;
using static ClientTracking.Core.Tests.Sanctions.Facts;

namespace ClientTracking.Core.Tests.Sanctions;

/// <summary>Told on Tuesday 3 June 2025: an appeal is possible until the close of Tuesday the 10th (5 working days), a waiver until Thursday 3 July.</summary>
public sealed class ReviewTests
{
    private static readonly SanctionReview Review = new(Published, China);
    private static readonly Miss Fine = Late("a", "RF-95", "2025-05-09 18:00", "2025-05-12 10:00", "14061910");
    private static readonly NodaTime.Instant Told = At("2025-06-03 10:00");

    [Fact]
    public void An_appeal_makes_the_fine_provisional_and_upheld_waives_it()
    {
        var (appealed, appeal) = Review.File(Fine, Zhang, "需求人出差", At("2025-06-10 18:00"), Told);
        Assert.Equal(At("2025-06-17 18:00"), appeal.DecideBy);
        Assert.True(Published.Of("2025-05", appealed).Provisional);
        var (after, decided) = SanctionReview.Conclude(appealed, appeal, new(Li, At("2025-06-12 10:00"), Upheld: true, "属实"));
        Assert.Equal(("0.00", "由 li 豁免：属实", false), (Published.Of("2025-05", after).Total.ToString(), Published.Of("2025-05", after).Lines[0].Text("zh-CN"), Published.Of("2025-05", after).Provisional));
        Assert.Equal("sanction.appeal-decided", Assert.Throws<RuleViolationException>(() => SanctionReview.Conclude(after, decided, decided.Decision!)).Code);
    }

    [Fact]
    public void An_appeal_that_fails_leaves_the_fine_as_it_was()
    {
        var (appealed, appeal) = Review.File(Fine, Zhang, "需求人出差", At("2025-06-04 10:00"), Told);
        Assert.Equal(Fine, SanctionReview.Conclude(appealed, appeal, new(Li, At("2025-06-12 10:00"), Upheld: false, "不属实")).Miss);
    }

    [Fact]
    public void Nobody_judges_their_own_case_and_nobody_appeals_for_another()
    {
        var (appealed, appeal) = Review.File(Fine, Zhang, "需求人出差", At("2025-06-04 10:00"), Told);
        Refused("sanction.own-case", () => SanctionReview.Conclude(appealed, appeal, new(Zhang, At("2025-06-12 10:00"), true, "属实")));
        Refused("sanction.own-case", () => Review.Waive(Fine, Zhang, "属实", At("2025-06-12 10:00"), Told));
        Refused("sanction.own-case", () => new SanctionReview(Catalogue.Complaints, China)
            .Decide(Found("a", "CP-31.I", "2025-06-09 10:00"), new(Zhang, At("2025-06-20 10:00"), "轻微") { Amount = Money.Yuan(30) }));
        Refused("sanction.appeal-of-another", () => Review.File(Fine, Li, "需求人出差", At("2025-06-04 10:00"), Told));
    }

    [Fact]
    public void Appeals_and_waivers_have_a_deadline()
    {
        Refused("sanction.appeal-too-late", () => Review.File(Fine, Zhang, "需求人出差", At("2025-06-10 18:00:00.001"), Told));
        Assert.NotNull(Review.Waive(Fine, Li, "属实", At("2025-07-03 18:00"), Told).Waiver);
        Refused("sanction.waiver-too-late", () => Review.Waive(Fine, Li, "属实", At("2025-07-03 18:00:00.001"), Told));
    }

    [Fact]
    public void Appeals_waivers_and_decisions_give_a_reason()
    {
        Assert.Equal("reason", Fault(() => Review.File(Fine, Zhang, " ", At("2025-06-04 10:00"), Told)));
        Assert.Equal("reason", Fault(() => Review.Waive(Fine, Li, "", At("2025-06-04 10:00"), Told)));
        Assert.Equal("amount", Fault(() => new SanctionReview(Catalogue.Complaints, China)
            .Decide(Found("a", "CP-31.I", "2025-06-09 10:00"), new(Li, At("2025-06-20 10:00"), "轻微"))));
        Assert.Equal("amount", Fault(() => Review.Decide(Fine, new(Li, At("2025-06-20 10:00"), "轻微") { Amount = Money.Yuan(30) })));

        static string Fault(Func<object> act) => Assert.Throws<InvalidRequestException>(act).Faults.Single().Path;
    }

    private static void Refused(string code, Func<object> act) => Assert.Equal(code, Assert.Throws<RuleViolationException>(act).Code);
}
