using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Statements of the engine's own, for what Entity Framework has no words for or takes too long over.</summary>
internal static class Statement
{
    /// <summary>A command on the context's connection, in its transaction if one is open.</summary>
    internal static DbCommand Command(this DbContext context, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = text;
        command.Parameters.Fill(command.CreateParameter, values);
        return command;
    }

    internal static void Fill(this DbParameterCollection parameters, Func<DbParameter> create, ReadOnlySpan<(string Name, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            var parameter = create();
            (parameter.ParameterName, parameter.Value) = (name, value);
            parameters.Add(parameter);
        }
    }

    /// <summary>The name of a table as the model has it, quoted.</summary>
    internal static string Table<TRow>(this DbContext context)
    {
        var table = StoreObjectIdentifier.Create(context.Model.FindEntityType(typeof(TRow))!, StoreObjectType.Table)!.Value;
        return context.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.Name, table.Schema);
    }
}
