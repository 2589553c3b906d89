using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Inserts many rows in the transaction that is open, past the change tracker.</summary>
/// <remarks>
/// PostgreSQL takes a column at a time as an array (<c>unnest</c>); elsewhere one prepared statement is carried out for each row. Both need nothing of a
/// provider but what every ADO.NET driver has.
/// </remarks>
internal static class BulkInsert
{
    private const string Postgres = "Npgsql.EntityFrameworkCore.PostgreSQL";

    internal static async Task InsertManyAsync<TRow>(this DbContext context, List<TRow> rows) where TRow : class
    {
        if (rows.Count == 0) return;
        var type = context.Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = type.GetProperties().Select((property, i) => new Column(property, sql, table, $"@p{i}")).ToArray();
        var into = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(column => column.Name))})";
        var command = context.Database.GetDbConnection().CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        await (context.Database.ProviderName == Postgres ? UnnestAsync(command, into, columns, rows) : EachAsync(command, into, columns, rows)).ConfigureAwait(false);
    }

    private static async Task UnnestAsync<TRow>(DbCommand command, string into, Column[] columns, List<TRow> rows)
    {
        var values = string.Join(", ", columns.Select((column, i) => $"c{i}::{column.StoreType}"));
        var names = string.Join(", ", columns.Select((_, i) => $"c{i}"));
        command.CommandText = $"{into} SELECT {values} FROM unnest({string.Join(", ", columns.Select(column => column.Place))}) AS t({names})";
        foreach (var column in columns)
        {
            var array = Array.CreateInstance(column.Property.ClrType, rows.Count);
            for (var i = 0; i < rows.Count; i++) array.SetValue(column.Getter.GetClrValue(rows[i]!), i);
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (column.Place, array);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task EachAsync<TRow>(DbCommand command, string into, Column[] columns, List<TRow> rows)
    {
        command.CommandText = $"{into} VALUES ({string.Join(", ", columns.Select(column => column.Place))})";
        foreach (var column in columns) command.Parameters.Add(column.Parameter(command, null));
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var value = columns[i].Getter.GetClrValue(row!);
                // A provider may size a parameter by its first text, and cut a longer one off.
                if (value is string) command.Parameters[i] = columns[i].Parameter(command, value);
                else command.Parameters[i].Value = value ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private sealed class Column(IProperty property, ISqlGenerationHelper sql, StoreObjectIdentifier table, string place)
    {
        internal IProperty Property => property;

        internal IClrPropertyGetter Getter { get; } = property.GetGetter();

        internal string Name { get; } = sql.DelimitIdentifier(property.GetColumnName(table)!);

        internal string StoreType { get; } = property.GetColumnType();

        internal string Place => place;

        internal DbParameter Parameter(DbCommand command, object? value) =>
            property.GetRelationalTypeMapping().CreateParameter(command, place, value, property.IsNullable);
    }
}
