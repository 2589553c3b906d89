using ClientTracking.Confidentiality;
using ClientTracking.Storage.Conformance;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

public sealed class SqliteTamperingTests : TamperingTests<SqliteDatabase>;

public sealed class PostgresTamperingTests : TamperingTests<PostgresDatabase>;

/// <summary>CL-11: whoever changes the stored rows of an access log with the database's own language is found out.</summary>
public abstract class TamperingTests<TDatabase> where TDatabase : TestDatabase, new()
{
    private static readonly TenantId Tenant = new("t");
    private readonly SubjectId _subject = new(new Guid("0194fdc2-fa2f-7cc0-81d3-ff12045b73c8"));

    [Theory]
    [InlineData("UPDATE client_tracking_access_log SET person = person WHERE sequence = 2", null)]
    [InlineData("UPDATE client_tracking_access_log SET allowed = NOT allowed WHERE sequence = 2", LogFindingKind.Changed)]
    [InlineData("UPDATE client_tracking_access_log SET person = 'somebody' WHERE sequence = 2", LogFindingKind.Changed)]
    [InlineData("UPDATE client_tracking_access_log SET at = at + 1 WHERE sequence = 1", LogFindingKind.Changed)]
    [InlineData("DELETE FROM client_tracking_access_log WHERE sequence = 2", LogFindingKind.Missing)]
    [InlineData("DELETE FROM client_tracking_access_log WHERE sequence = 3", LogFindingKind.CutTail)]
    [InlineData("UPDATE client_tracking_access_log SET sequence = 9 WHERE sequence = 3", LogFindingKind.Missing)]
    [InlineData("UPDATE client_tracking_access_log SET mac = NULL, key_id = NULL WHERE sequence = 2", LogFindingKind.Unsigned)]
    [InlineData("UPDATE client_tracking_access_log_heads SET count = 2", LogFindingKind.Recomputed)]
    public async Task CL_11_A_change_of_stored_rows_is_found(string sql, LogFindingKind? found)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = new TDatabase();
        await database.CreateAsync();
        var contexts = new Contexts(database.Options<ClientTrackingDbContext>());
        await using var context = contexts.CreateDbContext();
        await context.Database.EnsureCreatedAsync(cancel);
        var logs = new EfCoreTrackingStore<ClientTrackingDbContext>(contexts).AccessLogs;
        await TamperedLog.WriteAsync(logs, Tenant, _subject, cancel);

        await context.Database.ExecuteSqlRawAsync(sql, cancel);

        var verified = await TamperedLog.VerifyAsync(logs, Tenant, _subject, null, cancel);
        if (found is { } kind) Assert.Contains(kind, verified.Findings.Select(finding => finding.Kind));
        else Assert.True(verified.IsIntact);
    }

    private sealed class Contexts(DbContextOptions<ClientTrackingDbContext> options) : IDbContextFactory<ClientTrackingDbContext>
    {
        public ClientTrackingDbContext CreateDbContext() => new(options);
    }
}
