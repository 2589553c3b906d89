using ClientTracking.DependencyInjection;
using ClientTracking.Requirements;
using ClientTracking.Storage;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

#pragma warning disable xUnit1051 // As a host with any version of xunit writes it.
namespace ClientTracking.Core.Tests.Readme;

public sealed class OverdueTest
{
    private static readonly RequirementForm form = Requirements.RequirementStory.Form();

    // readme
    [Fact]
    public async Task A_report_that_is_not_registered_by_Friday_noon_is_told_overdue_once()
    {
        var (clock, told) = (new FakeClock(Instant.FromUtc(2014, 6, 19, 1, 0)), new List<Notice>()); // Thursday, 09:00 in Shanghai
        await using var host = new ServiceCollection().AddSingleton<IClock>(clock).AddClientTracking(tracking => tracking
            .AddRegulation(RegulationPresets.RequirementFollowUp).UseCalendar(WorkCalendars.China).UseTenant(new("hospital-app"))
            .UseActor(new(new("李四"), "推广部", RequirementRoles.Reporter)).AddNoticeHandler(told.Add)).BuildServiceProvider();
        await using var scope = host.CreateAsyncScope();
        var tracker = scope.ServiceProvider.GetRequiredService<ITracker>();
        await tracker.SendAsync(new ReportRequirement(form, HeardAt: clock.GetCurrentInstant()));
        clock.AdvanceDays(2);                                                      // set the clock
        await host.GetRequiredService<TrackingWork>().RunDueAsync();               // make the one call
        var owed = await tracker.QueryAsync(new FindObligations(new ObligationQuery { Rule = "RF-31" }));
        Assert.True(owed.Items.Single().Obligation.IsOverdueAt(clock.GetCurrentInstant()));
        Assert.Single(told, notice => notice is { Name: "obligation.overdue", Rule.Value: "RF-31" });
    }
    // end
}
