using System.Diagnostics.Metrics;
using ClientTracking.Core.Tests.Requirements;
using ClientTracking.Errors;
using ClientTracking.Requirements;
using ClientTracking.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using static ClientTracking.Requirements.RequirementRoles;

namespace ClientTracking.Core.Tests.Tracking;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Commands_sweeps_and_deliveries_are_measured()
    {
        await using var host = new TestHost();
        // The meter of this host and no other's: the tests beside this one measure as well.
        var meter = host.Get<Telemetry>().Meter;
        var measured = new List<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter, meter)) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags))));
        listener.Start();

        var id = await host.Registered();
        await Assert.ThrowsAsync<RuleViolationException>(() => host.As("陈小美", Collector).Send(new RegisterRequirement(id, "再来")));
        host.At("2014-06-21 11:01");
        await host.RunDue();

        Assert.Equal(
            [
                ("client_tracking.commands", 1, "command=ReportRequirement outcome=done"),
                ("client_tracking.commands", 1, "command=RegisterRequirement outcome=done"),
                ("client_tracking.commands", 1, "command=RegisterRequirement outcome=refused"),
                ("client_tracking.sweep.notices", 1, ""),
            ],
            measured.Where(value => value.Name is "client_tracking.commands" or "client_tracking.sweep.notices"));
        Assert.Equal(3, measured.Count(value => value.Name == "client_tracking.command.duration"));
        Assert.Equal(host.Notices.Count, measured.Count(value => value == ("client_tracking.outbox.deliveries", 1, "outcome=delivered")));
        // Reported on 19 June at 09:00, delivered on 21 June at 11:01: two days, two hours and a minute.
        Assert.Equal(180_060, measured.Where(value => value.Name == "client_tracking.outbox.lag").Max(value => value.Value));
    }

    [Theory]
    [InlineData("2014-06-21 11:00", HealthStatus.Healthy)]
    [InlineData("2014-06-21 11:05", HealthStatus.Healthy)]
    [InlineData("2014-06-21 11:06", HealthStatus.Degraded)]
    public async Task A_host_whose_sweeper_does_not_get_on_is_degraded(string at, HealthStatus expected)
    {
        await using var host = new TestHost();
        await host.Registered();
        host.At(at);
        var check = new TrackingHealthCheck(host.Get<IServiceScopeFactory>(), host.Clock, host.Get<IOptions<ClientTrackingOptions>>());
        Assert.Equal(expected, (await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
