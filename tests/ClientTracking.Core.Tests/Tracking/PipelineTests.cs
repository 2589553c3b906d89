using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking;

public sealed class PipelineTests
{
    [Fact]
    public async Task A_command_id_used_for_another_command_is_refused()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var tell = new WithdrawRequirement(id, "误报") { CommandId = new CommandId("c-1") };
        await host.As("陈小美", Collector).Send(tell);
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.Send(new MarkDuplicate(id, new SubjectId(Guid.Empty)) { CommandId = new CommandId("c-1") }));
        Assert.Equal(("commandId", "request.command-id-reused"), (refused.Faults[0].Path, refused.Faults[0].Code));
    }

    [Fact]
    public async Task A_repeated_command_gets_the_answer_of_its_time()
    {
        await using var host = new TestHost();
        var id = await host.Registered();
        var decide = new DecideRequirement(id, DecisionOutcome.Defer) { CommandId = new CommandId("c-1") };
        var first = await host.As("王总", DecisionBoard).Send(decide);
        await host.As("陈小美", Collector).Send(new WithdrawRequirement(id, "误报"));
        Assert.Equal(first, await host.As("王总", DecisionBoard).Send(decide));
        Assert.Equal(4, (await host.Stored(id)).Version);
    }

    [Theory]
    [InlineData("2014-06-19 09:01", "request.future")]
    [InlineData("2014-06-19 08:59", "request.before-cause")]
    public async Task What_happened_is_never_in_the_future_and_never_before_what_it_answers(string at, string code)
    {
        await using var host = new TestHost();
        var id = await host.Reported();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() =>
            host.As("陈小美", Collector).Send(new RegisterRequirement(id, "梗概") { At = Shanghai(at) }));
        Assert.Equal(("at", code), (Assert.Single(refused.Faults).Path, refused.Faults[0].Code));
        Assert.Equal(1, (await host.Stored(id)).Version);
    }

    [Theory, Trait("rule", "design-1")]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task Lateness_is_judged_by_when_it_happened_only_within_the_allowance(int allowedMinutes, bool late)
    {
        await using var host = new TestHost(tracking => tracking.Configure(options => options.BackdatingAllowance = TimeSpan.FromMinutes(allowedMinutes)));
        var id = await host.Reported();
        host.At("2014-06-20 13:00");
        await host.As("陈小美", Collector).Send(new RegisterRequirement(id, "梗概") { At = Shanghai("2014-06-20 12:00") });
        var stored = await host.Stored(id);
        Assert.Equal(late, stored.Obligations.Single(obligation => obligation.Rule == "RF-31").FulfilledLate);
        Assert.Equal((Shanghai("2014-06-20 12:00"), Shanghai("2014-06-20 13:00")), (stored.Journal[^1].At, stored.Journal[^1].RecordedAt));
    }

    [Fact, Trait("rule", "T33")]
    public async Task T33_The_number_counts_in_the_day_of_the_regulations_zone()
    {
        await using var host = new TestHost();
        host.At("2026-01-01 00:30");
        Assert.Equal("需求报告表26010101", (await host.Stored(await host.Registered())).Number!.Text);
    }

    [Fact, Trait("rule", "RF-13")]
    public async Task RF_13_a_late_entry_for_an_earlier_day_takes_that_days_next_serial()
    {
        await using var host = new TestHost();
        await host.Registered();
        host.At("2014-06-20 09:00");
        await host.Registered();
        var id = await host.Reported();
        var late = await host.As("陈小美", Collector).Send(new RegisterRequirement(id, "迟登") { ReceivedOn = new LocalDate(2014, 6, 19) });
        Assert.Equal("需求报告表14061902", late.Number);
    }
}
