using ClientTracking.Bugs;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Priorities;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Core.Tests.Statements.StatementStory;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Statements;

public sealed class MonthTotalTests
{
    [Fact, Trait("rule", "RF-90")]
    public async Task RF_90_a_requirement_and_a_bug_reported_late_cost_20_each()
    {
        await using var host = new TestHost();
        // Heard on Wednesday the 11th, owed by Thursday the 12th at 18:00; learned on the 18th, owed that day.
        await host.As(Reporting.Value, Reporter, Promotion).Send(new ReportRequirement(RequirementStory.Form(), Shanghai("2014-06-11 10:00")));
        await host.Send(new ReportBug(new BugForm("MX3", "4.4", "闪退", "打开病友圈"), Shanghai("2014-06-18 10:00")));
        await host.Send(new ReportRequirement(RequirementStory.Form(), host.Clock.GetCurrentInstant()));
        var statement = await host.Statement(Reporting, June);
        Assert.Equal("RF-90  20.00 | RF-90  20.00", statement.Lines.Written());
        Assert.Equal([Shanghai("2014-06-12 18:00"), Shanghai("2014-06-18 18:00")], statement.Lines.Select(line => line.Due!.Value));
    }

    [Theory, Trait("rule", "RF-91"), Trait("rule", "RF-93")]
    [InlineData(false, "0.00", "0.00")]
    [InlineData(true, "20.00", "20.00")]
    public async Task RF_91_RF_93_telling_a_decision_late_costs_where_it_announces_a_change(bool changed, string collector, string reporter)
    {
        await using var host = new TestHost();
        var id = await host.Decided();
        if (changed)
        {
            await host.At("2014-06-19 09:30").As(Collecting.Value, Collector).Send(new TellReporter(id, Tidings.Decision));
            await host.At("2014-06-19 10:00").As(Reporting.Value, Reporter).Send(new TellRequester(id, Tidings.Decision));
            await host.At("2014-06-19 11:00").AsBoard().Send(new DecideRequirement(id, DecisionOutcome.Decline));
        }
        await host.At("2014-06-19 15:00").As(Collecting.Value, Collector).Send(new TellReporter(id, Tidings.Decision));
        await host.At("2014-06-21 10:00").As(Reporting.Value, Reporter).Send(new TellRequester(id, Tidings.Decision));
        Assert.Equal((collector, reporter), ((await host.Statement(Collecting, June)).Total.ToString(), (await host.Statement(Reporting, June)).Total.ToString()));
    }

    [Fact, Trait("rule", "RF-93")]
    public async Task RF_93_telling_an_expected_date_late_costs_where_another_one_was_promised_before()
    {
        await using var host = new TestHost();
        var id = await host.Promised(new LocalDate(2014, 6, 25));
        await host.At("2014-06-19 09:30").As(Collecting.Value, Collector).Send(new TellReporter(id, Tidings.Decision));
        await host.At("2014-06-19 12:00").Send(new TellReporter(id, Tidings.ExpectedDate));
        Assert.Empty((await host.Statement(Collecting, June)).Lines);
        await host.AsBoard().Send(new DecideRequirement(id, DecisionOutcome.Accept, PriorityGrade.A));
        await host.As(Managing.Value, ProductManager).Send(new EstimatePlanning(id, new(2014, 6, 26)));
        await host.Send(new DeliverPlanningDocument(id, "策划案-2014-18"));
        await host.As(Building.Value, IT).Send(new EstimateHandOver(id, new(2014, 6, 26)));
        await host.As(Managing.Value, ProductManager).Send(new PromiseDelivery(id, new(2014, 6, 26)));
        await host.At("2014-06-19 12:30").As(Collecting.Value, Collector).Send(new TellReporter(id, Tidings.Decision));
        await host.At("2014-06-19 16:00").Send(new TellReporter(id, Tidings.ExpectedDate));
        var line = Assert.Single((await host.Statement(Collecting, June)).Lines);
        Assert.Equal(("RF-93", Shanghai("2014-06-19 16:00")), (line.Rule.Value, line.Done!.Value));
    }

    [Fact, Trait("rule", "RF-94")]
    public async Task RF_94_the_collector_told_late_of_a_completion_costs_the_product_manager_20()
    {
        await using var host = new TestHost();
        var id = await host.Delivered(new LocalDate(2014, 6, 25));
        await host.At("2014-06-20 17:00").As(Managing.Value, ProductManager).Send(new ReportCompletion(id));
        Assert.Equal("RF-94 14061901 20.00", (await host.Statement(Managing, June)).Lines.Written());
    }

    [Theory, Trait("rule", "RF-92"), Trait("rule", "RF-96")]
    [InlineData(1, "20.00", false)]
    [InlineData(5, "20.00", false)]
    [InlineData(6, "50.00", false)]
    [InlineData(10, "50.00", false)]
    [InlineData(11, "3000.00", true)]
    public async Task RF_92_RF_96_registering_late_is_priced_by_the_months_total(int items, string total, bool forfeited)
    {
        await using var host = new TestHost();
        await host.RegisteredLate(items);
        var statement = await host.At("2014-07-01 09:00").Statement(Collecting, June);
        Assert.Equal((total, forfeited, false), (statement.Total.ToString(), statement.Forfeited, statement.Provisional));
    }
}
