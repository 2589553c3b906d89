using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>What SQLite would do with the statements of the queries: the index it takes, and that it sorts nothing.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    private readonly SqliteFile _file = new();
    private readonly Plans _plans = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var context = Open();
        await context.Database.EnsureCreatedAsync(Cancel);
        foreach (var n in Enumerable.Range(1, 3)) await Session(context).CommitAsync([Sample.Born(n, n)], Cancel);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(null, "due_subject_id")]
    [InlineData("wang", "assignee_due_subject_id", "partner_due_subject_id")]
    public async Task Open_obligations_come_from_the_index_of_open_ones_on_every_page(string? assignee, params string[] indexes)
    {
        await using var context = Open();
        var person = assignee is null ? (PersonId?)null : new PersonId(assignee);
        var query = new ObligationQuery { DueBefore = Sample.Noon + Duration.FromDays(1), Take = 1, Assignee = person };
        var first = await Session(context).QueryAsync(new ObligationQuery { Take = 1 }, Cancel);
        _plans.Seen.Clear();
        await Session(context).QueryAsync(query with { After = first.Next }, Cancel);
        var plans = _plans.Seen.Where(plan => plan.Contains("client_tracking_obligations", StringComparison.Ordinal)).ToList();
        Assert.Equal(indexes.Length, plans.Count);
        Assert.All(plans.Zip(indexes), plan =>
        {
            Assert.Contains($"USING INDEX ix_client_tracking_obligations_tenant_{plan.Second} ", plan.First, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan.First, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Subjects_by_number_and_ledger_lines_come_in_the_order_of_an_index()
    {
        await using var context = Open();
        var first = await Session(context).QueryAsync(new SubjectQuery { Order = SubjectOrder.Number, Take = 1 }, Cancel);
        _plans.Seen.Clear();
        await Session(context).QueryAsync(new SubjectQuery { Order = SubjectOrder.Number, After = first.Next }, Cancel);
        await Session(context).QueryAsync(new NumberQuery(Sample.Scope), Cancel);
        Assert.Contains("ix_client_tracking_subjects_tenant_series_period_serial", _plans.Seen[0], StringComparison.Ordinal);
        Assert.All(_plans.Seen, plan => Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_what_is_due_begins_in_the_index_where_the_one_before_ended()
    {
        await using var context = Open();
        var store = new EfCoreTrackingStore<ClientTrackingDbContext>(context);
        _plans.Seen.Clear();
        foreach (var after in new DueSubject?[] { null, new DueSubject(Sample.Tenant, Sample.Id(1), Sample.Noon) })
            await store.FindDueAsync(Sample.Noon + Duration.FromDays(1), after, 10, Cancel);
        const string Index = "SEARCH client_tracking_subjects USING COVERING INDEX ix_client_tracking_subjects_due_from_tenant_id";
        Assert.Equal([$"{Index} (due_from<?)", $"{Index} ((due_from,tenant,id)>(?,?,?) AND due_from<?)"], _plans.Seen);
    }

    [Fact]
    public async Task Nothing_reads_a_whole_table()
    {
        await using var context = Open();
        var session = Session(context);
        await session.FindAsync(Sample.Id(1), Cancel);
        await session.FindByNumberAsync(Sample.Number(1).Text, Cancel);
        await session.FindByCommandAsync(new CommandId("c-1"), Cancel);
        await session.QueryAsync(new SubjectQuery { NumberPrefix = "需求" }, Cancel);
        await new EfCoreTrackingStore<ClientTrackingDbContext>(context).Outbox.LeaseAsync("host", Sample.Noon, Sample.Noon, 10, Cancel);
        Assert.NotEmpty(_plans.Seen);
        Assert.All(_plans.Seen, plan => Assert.DoesNotMatch(@"SCAN \w+(?! USING)(\n|$)", plan));
    }

    private ClientTrackingDbContext Open() => new(_file.Options<ClientTrackingDbContext>(options => options.AddInterceptors(_plans)));

    private static ITrackingSession Session(ClientTrackingDbContext context) =>
        new EfCoreTrackingStore<ClientTrackingDbContext>(context).OpenSession(Sample.Tenant);

    private sealed class Plans : DbCommandInterceptor
    {
        internal List<string> Seen { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (eventData.CommandSource is not (CommandSource.LinqQuery or CommandSource.FromSqlQuery)) return result;
            await using var explain = (SqliteCommand)command.Connection!.CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            foreach (SqliteParameter parameter in command.Parameters)
                explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
            await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
            var steps = new List<string>();
            while (await reader.ReadAsync(cancellationToken)) steps.Add(reader.GetString(3));
            Seen.Add(string.Join('\n', steps));
            return result;
        }
    }
}
