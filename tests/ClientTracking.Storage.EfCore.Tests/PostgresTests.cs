using System.Data.Common;
using ClientTracking.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>What only PostgreSQL has: JSON a host can query, column collations, retrying strategies.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.CreateAsync();
        await using var context = Open();
        await context.Database.EnsureCreatedAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_host_queries_into_a_state()
    {
        await using (var context = Open())
        await using (var session = Session(context))
            await session.CommitAsync([Sample.Born(1)], Cancel);
        Assert.Equal("导出报表", await ScalarAsync("SELECT state ->> 'gist' FROM client_tracking_subjects"));
        Assert.Equal("RF-33", await ScalarAsync("SELECT detail ->> 'rule' FROM client_tracking_obligations WHERE detail @> '{\"responsible\":\"Collector\"}'"));
    }

    [Fact]
    public async Task Every_searched_text_is_compared_by_code_points_whatever_the_database_does()
    {
        const string Others = """
            SELECT string_agg(table_name || '.' || column_name, ', ') FROM information_schema.columns
            WHERE table_name LIKE 'client\_tracking\_%' AND data_type = 'character varying' AND collation_name IS DISTINCT FROM 'C'
            """;
        Assert.Equal(DBNull.Value, await ScalarAsync(Others));
        const string Documents = """
            SELECT string_agg(DISTINCT column_name, ', ' ORDER BY column_name) FROM information_schema.columns
            WHERE table_name LIKE 'client\_tracking\_%' AND data_type = 'jsonb'
            """;
        Assert.Equal("detail, search, state", await ScalarAsync(Documents));
    }

    [Theory]
    [InlineData(NumberingMode.GapFree)]
    [InlineData(NumberingMode.GapsAllowed)]
    public async Task A_provider_that_retries_needs_nothing_of_the_host(NumberingMode mode)
    {
        var options = new DbContextOptionsBuilder<ClientTrackingDbContext>()
            .UseNpgsql(_database.ConnectionString, npgsql => npgsql.EnableRetryOnFailure()).Options;
        await using var context = new ClientTrackingDbContext(options);
        for (var subject = 1; subject <= 2; subject++)
        {
            await using var session = Session(context);
            Assert.Equal(subject, await session.TakeSerialAsync(Sample.Serial(subject, mode), Cancel));
            Assert.Null(await session.FindAsync(Sample.Id(subject), Cancel));
            await session.CommitAsync([Sample.Born(subject, subject)], Cancel);
            Assert.NotNull(await session.FindAsync(Sample.Id(subject), Cancel));
        }
    }

    [Fact]
    public async Task A_provider_that_retries_repeats_looking_for_what_is_due()
    {
        var options = new DbContextOptionsBuilder<ClientTrackingDbContext>()
            .UseNpgsql(_database.ConnectionString, npgsql => npgsql.EnableRetryOnFailure()).AddInterceptors(new FailsOnce()).Options;
        await using var context = new ClientTrackingDbContext(options);
        Assert.Empty(await new EfCoreTrackingStore<ClientTrackingDbContext>(context).FindDueAsync(Sample.Noon, null, 10, Cancel));
    }

    private ClientTrackingDbContext Open() => new(_database.Options<ClientTrackingDbContext>());

    private static ITrackingSession Session(ClientTrackingDbContext context) =>
        new EfCoreTrackingStore<ClientTrackingDbContext>(context).OpenSession(Sample.Tenant);

    private async Task<object?> ScalarAsync(string query)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }

    private sealed class FailsOnce : DbCommandInterceptor
    {
        private bool _failed;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_failed) return new(result);
            _failed = true;
            throw new NpgsqlException("Gone for a moment.", new IOException());
        }
    }
}
