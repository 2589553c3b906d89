using ClientTracking.Errors;
using Microsoft.Data.Sqlite;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>Another process is played by its mark on the counter, which is all that this one sees of it.</summary>
public sealed class SqliteHoldTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scope_kept_by_a_process_that_died_is_taken_over_without_a_gap()
    {
        var tenant = new TenantId("died");
        await CommitNumberedAsync(tenant, 1);
        await MarkAsync(tenant, "a dead process");
        Assert.Equal(2, await CommitNumberedAsync(tenant, 2));
    }

    [Fact]
    public async Task Whoever_was_only_slow_gets_a_conflict_and_no_number()
    {
        var tenant = new TenantId("slow");
        var host = await fixture.CreateHostAsync();
        await using (var slow = host.OpenSession(tenant))
        {
            Assert.Equal(1, await slow.TakeSerialAsync(Sample.Serial(1), Cancel));
            await MarkAsync(tenant, "another process");
            await Assert.ThrowsAsync<ConcurrencyConflictException>(() => slow.CommitAsync([Sample.Born(1, 1)], Cancel));
        }
        await using var session = host.OpenSession(tenant);
        Assert.Null(await session.FindAsync(Sample.Id(1), Cancel));
        Assert.Empty((await session.QueryAsync(new NumberQuery(Sample.Scope), Cancel)).Items);
    }

    private async Task<long> CommitNumberedAsync(TenantId tenant, int subject)
    {
        await using var session = (await fixture.CreateHostAsync()).OpenSession(tenant);
        var serial = await session.TakeSerialAsync(Sample.Serial(subject), Cancel);
        await session.CommitAsync([Sample.Born(subject, serial)], Cancel);
        return serial;
    }

    private async Task MarkAsync(TenantId tenant, string mark)
    {
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE client_tracking_counters SET holder = @mark WHERE tenant = @tenant";
        command.Parameters.AddWithValue("@mark", mark);
        command.Parameters.AddWithValue("@tenant", tenant.Value);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancel));
    }
}
