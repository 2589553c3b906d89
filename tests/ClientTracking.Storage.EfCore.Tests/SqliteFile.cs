using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>A SQLite database in a temporary directory of its own, in WAL mode as Entity Framework creates it.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("client-tracking-");

    internal string ConnectionString => $"Data Source={Path.Combine(_directory.FullName, "tracking.db")}";

    internal DbContextOptions<TContext> Options<TContext>(Action<DbContextOptionsBuilder>? configure = null) where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>().UseSqlite(ConnectionString);
        configure?.Invoke(builder);
        return builder.Options;
    }

    /// <summary>Whatever stands in the directory of the database, byte for byte, read as UTF-8.</summary>
    internal string Bytes() => string.Concat(_directory.EnumerateFiles().Select(file =>
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }));

    public void Dispose()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        _directory.Delete(recursive: true);
    }
}
