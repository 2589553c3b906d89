using ClientTracking.CrashHost;
using ClientTracking.Errors;
using ClientTracking.Requirements;

namespace ClientTracking.Crash.Tests;

/// <summary>PostgreSQL stopped as by a power failure, in the middle of the work, and started again.</summary>
public sealed class ServerGoneTests(PostgresCrashStore database) : IClassFixture<PostgresCrashStore>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_error_is_clear_repeating_works_and_nothing_is_doubled()
    {
        var store = database.Open();
        var told = new List<string>();
        var done = new List<(CommandId Command, SubjectId Subject)>();
        await using var host = new TrackingHost(store, notice => told.Add(notice.Key));
        await host.NumberAsync((command, subject, _) => done.Add((command, subject)));

        // The host goes on sending, each command with its id until it is answered, while the server goes and comes three times.
        var sending = Task.Run(
            async () =>
            {
                for (var i = 0; i < 30; i++) await host.NumberAsync((command, subject, _) => done.Add((command, subject)));
            },
            Cancel);
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(150, Cancel);
            await database.Cluster.StopAsync();
            await using (var session = store.OpenSession(Stores.Tenant))
            {
                var gone = await Assert.ThrowsAsync<StorageUnavailableException>(() => session.FindAsync(done[0].Subject, Cancel));
                Assert.Contains("repeat with the same command id", gone.Describe(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            }
            await database.Cluster.StartAsync();
        }
        await sending;

        Assert.Equal(62, done.Count);
        var requirements = (await Census.SubjectsAsync(store, Cancel)).Where(subject => subject.Kind == RequirementKind.Instance.Kind);
        Assert.Equal(31, requirements.Count());
        await Census.IsWholeAsync(store, Cancel);
        await using (var session = store.OpenSession(Stores.Tenant))
            foreach (var (command, subject) in done)
                Assert.Equal(subject, (await session.FindByCommandAsync(command, Cancel))!.Id);
        await host.DispatchLaterAsync();
        Assert.Equal((await Census.NoticesOwedAsync(store, Cancel)).Order(StringComparer.Ordinal), Census.WithoutCopies(told).Order(StringComparer.Ordinal));
    }
}
