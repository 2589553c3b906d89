using ClientTracking.Deadlines;
using ClientTracking.Obligations;
using ClientTracking.Oversight;
using NodaTime;
using static ClientTracking.Core.Tests.Tracking.TestHost;

namespace ClientTracking.Core.Tests.Obligations;

/// <summary>How duties of two working days stand: Monday 2026-03-02 10:00 → Wednesday 2026-03-04 18:00.</summary>
public sealed class ObligationStateTests
{
    private static readonly Instant Due = Shanghai("2026-03-04 18:00");
    private static readonly Duration Tick = Duration.FromMilliseconds(1);

    [Fact, Trait("rule", "CV-13")]
    public async Task Every_state_and_many_are_as_one()
    {
        await using var host = DutyHost.Of("2wd");
        var ids = new List<SubjectId>();
        for (var i = 0; i < 6; i++) ids.Add(await host.Opened());
        host.As("王总", DutyKind.Head);
        await host.Send(new PauseObligation(ids[1], 1, "等客户答复"));
        await host.Send(new WaiveObligation(ids[2], 1, "客户同意"));
        await host.Send(new CancelObligation(ids[3], 1, "客户撤回"));
        host.Clock.Reset(Due);
        await host.Send(new Happen("done", ids[4]));
        host.Clock.Reset(Due + Tick);
        await host.Send(new Happen("done", ids[5]));
        var obligations = new List<Obligation>();
        foreach (var id in ids) obligations.Add(await host.Duty(id));

        ObligationState[] expected = [ObligationState.Running, ObligationState.Paused, ObligationState.Waived, ObligationState.Cancelled, ObligationState.OnTime, ObligationState.Late];
        Assert.Equal(expected, obligations.Select(obligation => obligation.StateAt(Due)));
        var states = new ObligationState[6];
        ObligationStates.StatesAt(obligations.ToArray(), Due, states);
        Assert.Equal(expected, states);
        Assert.Equal(ObligationState.Overdue, obligations[0].StateAt(Due + Tick));
        Assert.Throws<ArgumentException>(() => ObligationStates.StatesAt(obligations.ToArray(), Due, states.AsSpan(1)));
    }

    [Fact, Trait("rule", "CV-13")]
    public void Of_many_deadlines_those_before_the_instant_are_missed()
    {
        var missed = new bool[3];
        Assert.Equal(1, DeadlineStates.MissedAt([new(Due - Tick, false), new(Due, false), new(Due + Tick, true)], Due, missed));
        Assert.Equal([true, false, false], missed);
        Assert.Throws<ArgumentException>(() => DeadlineStates.MissedAt([new(Due, false)], Due, []));
    }
}
