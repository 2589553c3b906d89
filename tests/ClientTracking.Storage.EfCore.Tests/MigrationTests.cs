#pragma warning disable EF1001 // The tool's own services, called in process instead of by `dotnet ef`.
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class SqliteMigrationTests : MigrationTests<SqliteDatabase>;

public sealed class PostgresMigrationTests : MigrationTests<PostgresDatabase>;

/// <summary>The host migrates the engine's tables with its own tools: what <c>dotnet ef migrations add</c> writes is compiled and applied.</summary>
public abstract class MigrationTests<TDatabase> where TDatabase : TestDatabase, new()
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_hosts_model_to_a_migration_to_the_database()
    {
        await using var database = new TDatabase();
        await database.CreateAsync();
        await using var before = new CrmContext(database.Options<CrmContext>());
        var migration = Scaffold(before);
        Assert.Contains("client_tracking_subjects", migration.MigrationCode, StringComparison.Ordinal);

        var assembly = Compile(migration.MigrationCode, migration.MetadataCode, migration.SnapshotCode);
        var options = database.Builder<CrmContext>();
        _ = typeof(TDatabase) == typeof(SqliteDatabase)
            ? options.UseSqlite(before.Database.GetConnectionString(), sqlite => sqlite.MigrationsAssembly(assembly))
            : options.UseNpgsql(before.Database.GetConnectionString(), npgsql => npgsql.MigrationsAssembly(assembly));
        await using var crm = new CrmContext(options.Options);
        await crm.Database.MigrateAsync(Cancel);
        Assert.False(crm.Database.HasPendingModelChanges());
        Assert.Empty(await crm.Database.GetPendingMigrationsAsync(Cancel));

        crm.Customers.Add(new Customer { Name = "仁和医院" });
        await using (var session = new EfCoreTrackingStore<CrmContext>(crm).OpenSession(Sample.Tenant))
        {
            var serial = await session.TakeSerialAsync(Sample.Serial(1), Cancel);
            await session.CommitAsync([Sample.Born(1, serial)], Cancel);
            Assert.NotNull(await session.FindByNumberAsync(Sample.Number(1).Text, Cancel));
        }
        Assert.Equal(1, await crm.Customers.CountAsync(Cancel));
    }

    private static ScaffoldedMigration Scaffold(CrmContext context)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices().ConfigureDesignTimeServices(
            typeof(TDatabase) == typeof(SqliteDatabase) ? services : new ServiceCollection());
        if (typeof(TDatabase) == typeof(PostgresDatabase))
            new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
        using var provider = services.BuildServiceProvider();
        return provider.CreateScope().ServiceProvider.GetRequiredService<IMigrationsScaffolder>()
            .ScaffoldMigration("Tracking", typeof(CrmContext).Namespace!, null, "C#");
    }

    private static Assembly Compile(params string[] sources)
    {
        // The host's context is internal here, which it is not in a host's own assembly.
        var name = "ClientTracking.Host.Migrations";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: Cancel)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var built = compilation.Emit(image, cancellationToken: Cancel);
        Assert.True(built.Success, string.Join('\n', built.Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return new AssemblyLoadContext(name, isCollectible: false).LoadFromStream(image);
    }
}
