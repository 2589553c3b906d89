using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ClientTracking.Benchmarks.Storage;

/// <summary>One of the engine's tables as a developer would write to it by hand: the same columns and values, no engine.</summary>
internal sealed class RawTable<TRow> where TRow : class
{
    private readonly IProperty[] _columns;
    private readonly string _name;
    private readonly string _list;

    internal RawTable(DbContext context)
    {
        var type = context.Model.FindEntityType(typeof(TRow))!;
        _columns = [.. type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never)];
        _name = type.GetTableName()!;
        _list = string.Join(", ", _columns.Select(column => $"\"{column.GetColumnName()}\""));
    }

    /// <summary>The values to write, made before anything is measured.</summary>
    internal object?[][] Values(IEnumerable<TRow> rows) => [.. rows.Select(row => _columns.Select(column => column.GetGetter().GetClrValue(row)).ToArray())];

    internal DbCommand Insert(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {_name} ({_list}) VALUES ({string.Join(", ", _columns.Select((column, i) => $"@p{i}::{column.GetColumnType()}"))})";
        if (connection is not NpgsqlConnection) command.CommandText = command.CommandText.Replace("::TEXT", "", StringComparison.Ordinal).Replace("::INTEGER", "", StringComparison.Ordinal);
        for (var i = 0; i < _columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
        return command;
    }

    internal static async Task ExecuteAsync(DbCommand command, object?[][] rows)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    internal async Task CopyAsync(NpgsqlConnection connection, object?[][] rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {_name} ({_list}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
                if (row[i] is null) await writer.WriteNullAsync();
                else await writer.WriteAsync(row[i]!, _columns[i].GetColumnType().Split('(')[0]);
        }
        await writer.CompleteAsync();
    }
}
