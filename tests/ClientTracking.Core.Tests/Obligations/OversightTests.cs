using ClientTracking.Errors;
using ClientTracking.Obligations;
using ClientTracking.Oversight;
using ClientTracking.Subjects;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Obligations;

/// <summary>Who may act on a duty directly, and on which.</summary>
public sealed class OversightTests
{
    [Fact]
    public async Task Only_the_roles_the_regulation_names_may_and_the_refusal_says_which()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        foreach (var command in Commands(id))
        {
            var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("张三", DutyKind.Clerk).Send(command));
            Assert.Equal("D-09", refused.Rule.Value);
            Assert.Contains("Head", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(1, (await host.Stored(id)).Version);
    }

    [Fact]
    public async Task A_regulation_that_names_nobody_lets_nobody()
    {
        await using var host = DutyHost.Of("2wd", configure: tracking => tracking.AddRegulation(DutyKind.Published("2wd") with { Oversight = null }));
        var id = await host.Opened();
        var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("王总", DutyKind.Head).Send(new PauseObligation(id, 1, "x")));
        Assert.Equal("access.no-oversight", refused.Code);
    }

    [Fact]
    public async Task Nobody_forgives_a_duty_of_their_own()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        var refused = await Assert.ThrowsAsync<AccessDeniedException>(() => host.As("李四", DutyKind.Head).Send(new WaiveObligation(id, 1, "x")));
        Assert.Equal("access.own-case", refused.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_obligation_that_is_not_there_is_named(int obligation)
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        var refused = await Assert.ThrowsAsync<InvalidRequestException>(() => host.As("王总", DutyKind.Head).Send(new PauseObligation(id, obligation, "x")));
        Assert.Equal(("obligation", "obligation.unknown"), (Assert.Single(refused.Faults).Path, refused.Faults[0].Code));
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        host.As("王总", DutyKind.Head);
        foreach (var command in (ICommand<Obligation>[])[new PauseObligation(id, 1, " "), new WaiveObligation(id, 1, ""), new CancelObligation(id, 1, ""),
            new ExtendObligation(id, 1, Shanghai("2026-03-10 18:00"), ""), new ReassignObligation(id, 1, new PersonId("赵六"), "")])
            Assert.Equal("reason", Assert.Single((await Assert.ThrowsAsync<InvalidRequestException>(() => host.Send(command))).Faults).Path);
    }

    [Fact]
    public async Task Pausing_twice_and_resuming_what_runs_are_refused()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        host.As("王总", DutyKind.Head);
        Assert.Equal("obligation.not-paused", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new ResumeObligation(id, 1)))).Code);
        await host.Send(new PauseObligation(id, 1, "等客户答复"));
        Assert.Equal("obligation.already-paused", (await Assert.ThrowsAsync<RuleViolationException>(() => host.Send(new PauseObligation(id, 1, "x")))).Code);
    }

    [Fact]
    public async Task Sent_twice_with_one_command_id_it_is_done_once_and_answered_alike()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        var pause = new PauseObligation(id, 1, "等客户答复") { CommandId = new CommandId("p-1") };
        var first = await host.As("王总", DutyKind.Head).Send(pause);
        await host.At("2026-03-03 10:00").Send(new ResumeObligation(id, 1));
        Assert.Equal(first, await host.Send(pause));
        Assert.Equal(3, (await host.Stored(id)).Version);
    }

    [Fact]
    public async Task The_journal_says_who_did_it_and_why()
    {
        await using var host = DutyHost.Of("2wd");
        var id = await host.Opened();
        await host.As("王总", DutyKind.Head).Send(new WaiveObligation(id, 1, "客户同意"));
        var entry = (await host.Stored(id)).Journal[^1];
        Assert.Equal(("obligation.waive", "王总", "客户同意"), (entry.Name, entry.By.Value, entry.Reason));
        Assert.Equal(ObligationEvent.Waived, Assert.Single(entry.Obligations).What);
    }

    private static ICommand<Obligation>[] Commands(SubjectId id) =>
    [
        new PauseObligation(id, 1, "x"), new ResumeObligation(id, 1), new ExtendObligation(id, 1, Shanghai("2026-03-10 18:00"), "x"),
        new WaiveObligation(id, 1, "x"), new CancelObligation(id, 1, "x"), new ReassignObligation(id, 1, new PersonId("赵六"), "x"),
    ];
}
