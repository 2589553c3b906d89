using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>The schema of the ready-made context, as a DBA reads it, against the committed script.</summary>
/// <remarks>With CLIENTTRACKING_ACCEPT=1 the scripts in the sources are written anew; the difference is then reviewed like any other.</remarks>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("sqlserver")]
    public void The_script_is_the_committed_one(string product)
    {
        var builder = new DbContextOptionsBuilder<ClientTrackingDbContext>();
        _ = product switch
        {
            "sqlite" => builder.UseSqlite("Data Source=:memory:"),
            "postgresql" => builder.UseNpgsql("Host=nowhere"),
            _ => builder.UseSqlServer("Server=nowhere"),
        };
        using var context = new ClientTrackingDbContext(builder.Options);
        var script = context.Database.GenerateCreateScript().ReplaceLineEndings("\n");
        Golden.Equal($"Golden/client-tracking.{product}.sql", script);
    }
}
