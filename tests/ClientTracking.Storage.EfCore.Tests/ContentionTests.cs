using ClientTracking.Numbering;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class ContentionTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Theory, Trait("trap", "T31")]
    [InlineData(NumberingMode.GapFree)]
    [InlineData(NumberingMode.GapsAllowed)]
    public async Task Sixty_four_writers_of_a_new_day_get_1_to_64(NumberingMode mode)
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.CreateHostAsync()));
        var tenant = new TenantId($"contention-{mode}");
        var serials = await Task.WhenAll(Enumerable.Range(1, 64).Select(n => Task.Run(async () =>
        {
            await using var session = hosts[n % hosts.Length].OpenSession(tenant);
            var serial = await session.TakeSerialAsync(Sample.Serial(n, mode), TestContext.Current.CancellationToken);
            await session.CommitAsync([Sample.Born(n, serial)], TestContext.Current.CancellationToken);
            return serial;
        })));
        Assert.Equal(Enumerable.Range(1, 64).Select(n => (long)n), serials.Order());
    }
}
