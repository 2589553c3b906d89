using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Core.Tests.Tracking;
using ClientTracking.Storage;
using ClientTracking.Tracking;

namespace ClientTracking.Core.Tests.Readme;

public sealed class OverdueTest
{
    // readme
    [Fact]
    public async Task A_report_that_is_not_registered_by_Friday_noon_is_told_overdue_once()
    {
        await using var host = new TestHost();                     // in memory; Thursday 2014-06-19 09:00 in Shanghai
        var id = await host.Reported();                            // sends ReportRequirement
        host.At("2014-06-20 12:01");                               // sets the clock
        await host.RunDue();                                       // TrackingWork.RunDueAsync: the one call
        await host.RunDue();
        var owed = await host.Ask(new FindObligations(new ObligationQuery { Subject = id }));
        Assert.True(owed.Items.Single().Obligation.IsOverdueAt(host.Clock.GetCurrentInstant()));
        Assert.Single(host.Notices, notice => notice is { Name: "obligation.overdue", Rule.Value: "RF-31" });
    }
    // end
}
