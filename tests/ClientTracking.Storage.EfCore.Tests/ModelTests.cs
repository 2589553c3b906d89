using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class ModelTests
{
    private static readonly string[] Tables =
    [
        "client_tracking_access", "client_tracking_access_log", "client_tracking_access_log_heads", "client_tracking_claims", "client_tracking_counters", "client_tracking_journal", "client_tracking_numbers",
        "client_tracking_obligations", "client_tracking_outbox", "client_tracking_subjects",
    ];

    [Fact]
    public void Both_entry_points_give_the_same_model()
    {
        using var byModel = new CrmContext(Offline<CrmContext>().Options);
        using var byOptions = new PlainCrmContext(Offline<PlainCrmContext>().UseClientTracking().Options);
        // The host's set of customers names its table in one context; the engine's tables are what is compared.
        Assert.Equal(EngineScript(byModel), EngineScript(byOptions));
    }

    [Fact]
    public void The_script_of_the_ready_made_context_has_every_table_and_index()
    {
        using var context = new ClientTrackingDbContext(Offline<ClientTrackingDbContext>().Options);
        var script = context.Database.GenerateCreateScript();
        Assert.Equal(Tables, EntityTypes(context).Select(type => type.GetTableName()).Order(StringComparer.Ordinal));
        Assert.All(Tables, table => Assert.Contains($"CREATE TABLE \"{table}\"", script, StringComparison.Ordinal));
        var indexes = EntityTypes(context).SelectMany(type => type.GetIndexes()).Select(index => index.GetDatabaseName()).ToList();
        Assert.Equal(18, indexes.Count);
        Assert.All(indexes, index => Assert.Contains($"INDEX \"{index}\"", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_and_index_starts_with_the_tenant_but_those_that_serve_all_tenants()
    {
        using var context = new ClientTrackingDbContext(Offline<ClientTrackingDbContext>().Options);
        var first = EntityTypes(context)
            .SelectMany(type => type.GetKeys().Select(key => key.Properties).Concat(type.GetIndexes().Select(index => index.Properties)))
            .Where(properties => properties[0].GetColumnName() != "tenant")
            .Select(properties => $"{properties[0].DeclaringType.GetTableName()}.{properties[0].GetColumnName()}");
        Assert.Equal(
            ["client_tracking_outbox.lease", "client_tracking_outbox.position", "client_tracking_outbox.position", "client_tracking_subjects.due_from"],
            first.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_name_in_the_database_is_lower_case()
    {
        using var context = new ClientTrackingDbContext(Offline<ClientTrackingDbContext>().Options);
        var names = EntityTypes(context).SelectMany(type => type.GetProperties().Select(property => property.GetColumnName())
            .Concat(type.GetKeys().Select(key => key.GetName()!))
            .Concat(type.GetForeignKeys().Select(key => key.GetConstraintName()!))
            .Concat(type.GetIndexes().Select(index => index.GetDatabaseName()!)));
        Assert.All(names, name => Assert.Matches("^[a-z_]{2,63}$", name));
    }

    [Fact]
    public void Texts_that_are_compared_get_the_collation_and_documents_do_not()
    {
        using var context = new CollatedContext(Offline<CollatedContext>().Options);
        var model = context.GetService<IDesignTimeModel>().Model;
        var texts = model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(string)).ToList();
        Assert.Equal(
            ["detail", "last_failure", "reason", "search", "state"],
            texts.Where(text => text.GetCollation() is null).Select(text => text.GetColumnName()).Distinct().Order(StringComparer.Ordinal));
        var indexed = texts.Where(text => text.IsKey() || text.IsIndex());
        Assert.All(indexed, text => Assert.Equal("binary", text.GetCollation()));
    }

    private sealed class CollatedContext(DbContextOptions<CollatedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseClientTracking("binary");
    }

    private static DbContextOptionsBuilder<TContext> Offline<TContext>() where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>().UseSqlite("Data Source=:memory:");

    private static IEnumerable<IEntityType> EntityTypes(DbContext context) =>
        context.Model.GetEntityTypes().Where(type => type.ClrType != typeof(Customer));

    private static IEnumerable<string> EngineScript(DbContext context) =>
        context.Database.GenerateCreateScript().Split(';').Where(statement => statement.Contains("client_tracking_", StringComparison.Ordinal));
}
