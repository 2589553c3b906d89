using System.Text;
using Microsoft.EntityFrameworkCore;

namespace ClientTracking.Storage.EfCore.Tests;

/// <summary>Every text in every table of the engine, as the database gives it.</summary>
internal static class Dump
{
    internal static async Task<string> TextsAsync(this DbContext context)
    {
        var found = new StringBuilder();
        await context.Database.OpenConnectionAsync();
        foreach (var table in context.Model.GetEntityTypes().Select(type => type.GetTableName()))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names of the engine's own tables.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++)
                    if (rows.GetValue(column) is string text) found.AppendLine(text);
        }
        return found.ToString();
    }
}
