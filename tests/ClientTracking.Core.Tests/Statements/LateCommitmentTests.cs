using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.DependencyInjection;
using ClientTracking.Oversight;
using ClientTracking.Requirements;
using ClientTracking.Sanctions;
using NodaTime;
using static ClientTracking.Core.Tests.Statements.StatementStory;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Statements;

public sealed class LateCommitmentTests
{
    private static readonly LocalDate Promised = new(2014, 6, 25), Later = new(2014, 7, 25);

    [Theory, Trait("rule", "RF-95")]
    [InlineData("2014-06-25 18:00", "")]
    [InlineData("2014-06-25 18:01", "RF-95 14061901 20.00")]
    [InlineData("2014-06-26 10:00", "RF-95 14061901 20.00")]
    [InlineData("2014-06-27 10:00", "RF-95 14061901 100.00")]
    public async Task RF_95_a_late_delivery_is_the_product_managers_where_the_hand_over_was_in_time(string delivered, string lines)
    {
        await using var host = new TestHost();
        await host.Built(Promised, "2014-06-25 10:00", delivered);
        Assert.Equal(lines, (await host.Statement(Managing, June)).Lines.Written());
        Assert.Empty((await host.Statement(Building, June)).Lines);
    }

    [Fact, Trait("rule", "RF-95")]
    public async Task RF_95_a_late_hand_over_takes_the_late_delivery_along_and_one_delay_costs_once()
    {
        await using var host = new TestHost();
        // Handed over one day late: 20. Delivered two days late: 100. The same delay of the same person: 100.
        await host.Built(Promised, "2014-06-26 09:00", "2014-06-27 10:00");
        var statement = await host.Statement(Building, June);
        Assert.Equal("100.00", statement.Total.ToString());
        Assert.Equal([Shanghai("2014-06-26 09:00"), Shanghai("2014-06-27 10:00")], statement.Lines.Select(line => line.Done!.Value).Order());
        Assert.Empty((await host.Statement(Managing, June)).Lines);
    }

    [Fact, Trait("rule", "RF-81")]
    public async Task RF_81_an_extension_applied_for_in_time_keeps_the_fine_provisional_and_its_approval_takes_it_away()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        await host.At("2014-06-25 17:00").As(Building.Value, IT).Send(new RequestExtension(id, Later, "因实现难度大") { HandOverOn = new(2014, 7, 20) });
        var waiting = await host.At("2014-06-26 10:00").Statement(Building, June);
        Assert.Equal("20.00", waiting.Total.ToString());
        Assert.All(waiting.Lines, line => Assert.True(line.Provisional));
        await host.At("2014-06-26 11:00").Signed(id);
        Assert.Empty((await host.At("2014-07-01 09:00").Statement(Building, June)).Lines);
    }

    [Fact, Trait("rule", "RF-81")]
    public async Task RF_81_an_approval_after_the_close_gives_the_fine_back_in_the_next_month()
    {
        await using var host = new TestHost();
        var id = await host.Promised(new LocalDate(2014, 6, 30));
        await host.At("2014-06-30 17:00").As(Building.Value, IT).Send(new RequestExtension(id, Later, "因实现难度大") { HandOverOn = new(2014, 7, 20) });
        // Undone at 24:00 of its own day: one day late at least.
        var june = await host.At("2014-07-01 09:00").Close(Building, June);
        Assert.Equal("20.00", june.Statement.Statement.Total.ToString());
        await host.At("2014-07-01 11:00").Signed(id);
        var july = await host.Statement(Building, July);
        Assert.Equal(("0.00", "20.00"), (july.Total.ToString(), july.Credit.ToString()));
    }

    [Fact, Trait("rule", "RF-81")]
    public async Task CV_16_applied_for_too_late_the_lateness_up_to_the_approval_stays()
    {
        await using var host = new TestHost(tracking => tracking.AddRegulation(RegulationPresets.RequirementFollowUp.With(
            regulation => regulation.Choose("RF-81", RequirementFollowUpRegulation.LateAllowed))));
        var id = await host.Promised(Promised);
        await host.At("2014-06-25 10:00").As(Building.Value, IT).Send(new HandOverForAcceptance(id));
        await host.At("2014-06-26 09:00").As(Managing.Value, ProductManager).Send(new RequestExtension(id, Later, "因实现难度大"));
        var before = Assert.Single((await host.At("2014-06-26 10:00").Statement(Managing, June)).Lines);
        await host.At("2014-06-27 10:00").Signed(id);
        var line = Assert.Single((await host.At("2014-07-26 09:00").Statement(Managing, June)).Lines);
        Assert.Equal(("100.00", 2, Shanghai("2014-06-25 18:00"), Shanghai("2014-06-27 10:00")), (line.Amount.ToString(), line.DaysLate!.Value, line.Due!.Value, line.Done!.Value));
        Assert.Equal(before.Miss, line.Miss);
        // The new date was missed too: by one day at 09:00 of the day after. It is the same delay, of which July has nothing to add to the 100 of June.
        Assert.Equal("0.00", (await host.Statement(Managing, July)).Total.ToString());
    }

    [Fact, Trait("rule", "RF-97")]
    public async Task RF_97_what_June_was_charged_comes_back_when_July_loses_its_pay()
    {
        await using var host = new TestHost();
        var id = await host.Promised(new LocalDate(2014, 6, 27));
        await host.At("2014-06-27 10:00").As(Building.Value, IT).Send(new HandOverForAcceptance(id));
        // 27th to 30th: three days late at the end of June.
        Assert.Equal("RF-95 14061901 100.00", (await host.At("2014-07-01 09:00").Close(Managing, June)).Statement.Statement.Lines.Written());
        await host.At("2014-07-07 10:00").As(Managing.Value, ProductManager).Send(new ConcludeAcceptance(id, Passed: true));
        await host.Send(new ReportCompletion(id));
        var july = await host.At("2014-08-01 09:00").Statement(Managing, July);
        Assert.Equal((true, "3000.00", "100.00"), (july.Forfeited, july.Total.ToString(), july.Credit.ToString()));
    }

    [Fact, Trait("rule", "RF-95")]
    public async Task A_duty_that_was_waived_costs_nothing_and_the_line_says_who_waived_it()
    {
        await using var host = new TestHost();
        var id = await host.Promised(Promised);
        await host.At("2014-06-25 10:00").As(Building.Value, IT).Send(new HandOverForAcceptance(id));
        var duty = (await host.Stored(id)).Obligations.Single(owed => owed.Rule == "RF-42").Id;
        await host.At("2014-06-26 09:00").AsBoard().Send(new WaiveObligation(id, duty, "机房停电"));
        var line = Assert.Single((await host.Statement(Managing, June)).Lines);
        Assert.Equal((LineCause.Waived, "0.00", Board, "机房停电"), (line.Cause, line.Amount.ToString(), line.By!.Value, line.Reason));
    }

    [Fact, Trait("rule", "RF-95")]
    public async Task What_was_paused_before_it_was_missed_or_ended_before_it_was_due_costs_nothing()
    {
        await using var host = new TestHost();
        var paused = await host.Promised(Promised);
        var ended = await host.Promised(Promised);
        await host.At("2014-06-24 10:00").As(Managing.Value, ProductManager).Send(new AwaitRequester(paused, "问卷范围"));
        await host.AsBoard().Send(new DecideRequirement(ended, DecisionOutcome.Decline));
        host.At("2014-07-01 09:00");
        Assert.Empty((await host.Statement(Building, June)).Lines);
        Assert.Empty((await host.Statement(Managing, June)).Lines);
    }
}
