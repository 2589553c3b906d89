using ClientTracking.Deadlines;
using static ClientTracking.Core.Tests.Deadlines.Clock;

namespace ClientTracking.Core.Tests.Deadlines;

[Trait("rule", "CV-13")]
public sealed class LatenessTests
{
    [Theory]
    [InlineData("2026-03-04 18:00", "2026-03-04 17:59:59.999", 0, 0)]
    [InlineData("2026-03-04 18:00", "2026-03-04 18:00", 0, 0)]
    [InlineData("2026-03-04 18:00", "2026-03-04 18:00:00.001", 1, 1)]
    [InlineData("2026-03-04 18:00", "2026-03-05 00:00", 1, 1)]
    [InlineData("2026-03-04 18:00", "2026-03-05 23:59:59.999", 1, 1)]
    [InlineData("2026-03-04 18:00", "2026-03-06 00:00", 2, 2)]
    [InlineData("2026-03-06 18:00", "2026-03-07 10:00", 1, 1)] // Saturday: no working day, but late
    [InlineData("2026-03-06 18:00", "2026-03-09 09:00", 3, 1)]
    [InlineData("2026-03-05 00:00", "2026-03-05 00:00:00.001", 1, 1)] // 24:00 of 4 March
    [InlineData("2026-03-05 00:00", "2026-03-06 09:00", 2, 2)]
    public void Days_late_run_from_the_due_date_and_are_at_least_one(string due, string done, int civil, int working)
    {
        Assert.Equal(new Lateness(civil), China.LatenessOf(At(due), At(done)));
        Assert.Equal(new Lateness(working), China.LatenessOf(At(due), At(done), LatenessUnit.WorkingDays));
    }

    [Fact, Trait("rule", "T24")]
    public void A_late_response_and_a_resolution_in_time_are_two_results()
    {
        var response = ClockLedger.Start(China, DeadlineRule.Hours(1), At("2026-03-02 10:00"));
        var resolution = ClockLedger.Start(China, DeadlineRule.WorkingDays(2), At("2026-03-02 10:00"));
        Assert.True(response.LatenessAt(China, At("2026-03-02 11:01")).IsLate);
        Assert.False(resolution.LatenessAt(China, At("2026-03-04 18:00")).IsLate);
    }
}
