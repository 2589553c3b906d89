using ClientTracking.Requirements;
using ClientTracking.Tracking;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace ClientTracking.MediatR.Tests;

public sealed class NoticesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_arrives_as_a_notification_after_the_commit()
    {
        await using var host = Host.Start();
        var reported = await ReportAsync(host);
        var received = host.GetRequiredService<Host.Received>();
        Assert.Empty(received.Notices);

        var delivered = await host.GetRequiredService<NoticeDispatcher>().DispatchAsync(Stop);

        Assert.Equal(delivered, received.Notices.Count);
        var notice = Assert.Single(received.Notices, notice => notice.Notice.Name == "reported").Notice;
        Assert.Equal((reported.Requirement, new TenantId("shanghai"), Host.Now), (notice.Subject, notice.Tenant, notice.At));
        Assert.Contains(received.Notices, notice => notice.Notice.Name == "obligation.opened" && notice.Notice.Rule == new RuleId("RF-31"));
    }

    [Fact]
    public async Task Notice_whose_handler_fails_is_published_again()
    {
        await using var host = Host.Start();
        await ReportAsync(host);
        var received = host.GetRequiredService<Host.Received>();
        var dispatcher = host.GetRequiredService<NoticeDispatcher>();
        received.FailuresLeft = int.MaxValue;

        Assert.Equal(0, await dispatcher.DispatchAsync(Stop));
        Assert.Empty(received.Notices);
        received.FailuresLeft = 0;
        ((FakeClock)host.GetRequiredService<IClock>()).AdvanceMinutes(1);
        var delivered = await dispatcher.DispatchAsync(Stop);

        Assert.NotEqual(0, delivered);
        Assert.Equal(delivered, received.Notices.Select(notice => notice.Notice.Key).Distinct().Count());
    }

    [Fact]
    public async Task Saying_it_twice_publishes_once()
    {
        await using var host = Host.Start(engine: tracking => tracking.UseMediatR().UseMediatR());
        await ReportAsync(host);

        await host.GetRequiredService<NoticeDispatcher>().DispatchAsync(Stop);

        Assert.Single(host.GetRequiredService<Host.Received>().Notices, notice => notice.Notice.Name == "reported");
    }

    private static async Task<Reported> ReportAsync(ServiceProvider host)
    {
        await using var scope = host.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(Tracked.Command(Host.Report("希望能改约")), Stop);
    }
}
