using System.Text.Json;
using ClientTracking.Storage.EfCore.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientTracking.Storage.EfCore;

/// <summary>Puts the tables of the engine into a model.</summary>
public static class TrackingTables
{
    /// <summary>The columns that hold JSON: of a type a host can query into where the provider has one, text elsewhere.</summary>
    private static readonly string[] Documents = [nameof(StoredSubject.State), nameof(StoredSubject.Search), nameof(StoredObligation.Detail)];

    /// <summary>Adds the tables <c>client_tracking_*</c> to the host's own model; called in <see cref="DbContext.OnModelCreating"/>.</summary>
    /// <param name="modelBuilder">The host's model.</param>
    /// <param name="collation">
    /// The collation that compares texts by their code points, for a provider whose default does not and that is not known here.
    /// Known are SQLite (its default does), PostgreSQL (<c>C</c>) and SQL Server (<c>Latin1_General_BIN2</c>).
    /// </param>
    /// <returns>The same builder.</returns>
    public static ModelBuilder UseClientTracking(this ModelBuilder modelBuilder, string? collation = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder
            .ApplyConfiguration(new SubjectTable())
            .ApplyConfiguration(new ObligationTable())
            .ApplyConfiguration(new JournalTable())
            .ApplyConfiguration(new NumberTable())
            .ApplyConfiguration(new CounterTable())
            .ApplyConfiguration(new ClaimTable())
            .ApplyConfiguration(new OutboxTable())
            .ApplyConfiguration(new AccessTable())
            .ApplyConfiguration(new LogTable())
            .ApplyConfiguration(new LogHeadTable());
        collation ??= BinaryCollation(modelBuilder.Model);
        var json = IsPostgres(modelBuilder.Model) ? "jsonb" : null;
        foreach (var table in modelBuilder.Model.GetEntityTypes().Where(type => type.IsTracking()))
            Name(table, collation, json);
        if (IsSqlServer(modelBuilder.Model)) Uncluster(modelBuilder.Model.FindEntityType(typeof(StoredClaim))!);
        return modelBuilder;
    }

    /// <summary>Whether a table is the engine's, not the host's.</summary>
    internal static bool IsTracking(this IReadOnlyTypeBase type) => type.ClrType.Namespace == typeof(StoredSubject).Namespace;

    private static void Name(IMutableEntityType table, string? collation, string? json)
    {
        foreach (var property in table.GetProperties())
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            if (property.ClrType != typeof(string)) continue;
            if (property.GetMaxLength() is not null) property.SetCollation(collation);
            else if (Documents.Contains(property.Name)) property.SetColumnType(json);
        }
        foreach (var key in table.GetKeys()) key.SetName(Lower(key.GetDefaultName()));
        foreach (var index in table.GetIndexes()) index.SetDatabaseName(Lower(index.GetDefaultDatabaseName()));
    }

    /// <summary>SQL Server's clustered keys end at 900 bytes, which the longest claim does not fit in; its others at 1700, where it does.</summary>
    private static void Uncluster(IMutableEntityType table) => table.FindPrimaryKey()!.SetAnnotation("SqlServer:Clustered", false);

    private static string? Lower(string? name) => name is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>Providers leave their mark on a model before the host sees it; only collation, the type of JSON and a clustered key depend on which it is.</summary>
    private static string? BinaryCollation(IMutableModel model) =>
        IsPostgres(model) ? "C"
        : IsSqlServer(model) ? "Latin1_General_BIN2"
        : null;

    private static bool IsPostgres(IMutableModel model) => model.FindAnnotation("Npgsql:ValueGenerationStrategy") is not null;

    private static bool IsSqlServer(IMutableModel model) => model.FindAnnotation("SqlServer:ValueGenerationStrategy") is not null;
}
