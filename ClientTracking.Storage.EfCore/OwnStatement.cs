using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Statements in the words of one database, where the portable ones cost too much.</summary>
/// <remarks>
/// They run as those of Entity Framework do: on the context's connection, in its transaction, with its timeout, seen by its log and interceptors.
/// What is told here of providers is only what they were tested with; any other gets the portable form.
/// </remarks>
internal static class OwnStatement
{
    private const string Postgres = "Npgsql.EntityFrameworkCore.PostgreSQL";
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    internal static bool IsPostgres(this DbContext context) => context.Database.ProviderName == Postgres;

    internal static bool IsSqlite(this DbContext context) => context.Database.ProviderName == Sqlite;

    /// <summary>Whether the database keeps ids as the program has them: the host has not given them another form.</summary>
    internal static bool IsPlain<TRow>(this DbContext context, string id) =>
        context.Model.FindEntityType(typeof(TRow))!.FindProperty(id)!.GetRelationalTypeMapping().Converter is null;

    internal static string TableOf<TRow>(this DbContext context)
    {
        var table = StoreObjectIdentifier.Create(context.Model.FindEntityType(typeof(TRow))!, StoreObjectType.Table)!.Value;
        return context.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.Name, table.Schema);
    }

    internal static string ColumnOf<TRow>(this DbContext context, string property)
    {
        var found = context.Model.FindEntityType(typeof(TRow))!.FindProperty(property)!;
        return context.GetService<ISqlGenerationHelper>().DelimitIdentifier(found.GetColumnName());
    }

    /// <summary>Carries a statement out and reads what it answers.</summary>
    /// <param name="context">The context.</param>
    /// <param name="statement">The statement; its parameters are {0}, {1} and so on.</param>
    /// <param name="values">What they stand for.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<T> QueryAsync<T>(
        this DbContext context, string statement, object[] values, Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        var command = context.GetService<IRawSqlCommandBuilder>().Build(statement, values, context.Model);
        var reader = await command.RelationalCommand.ExecuteReaderAsync(
            new(
                context.GetService<IRelationalConnection>(), command.ParameterValues, null, context,
                context.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery),
            cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        return await read(reader.DbDataReader).ConfigureAwait(false);
    }
}
