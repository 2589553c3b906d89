using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClientTracking.Storage.EfCore;

/// <summary>Commands past Entity Framework, where every writer of a scope waits until they are done.</summary>
internal static class BareCommands
{
    /// <summary>A command on the context's connection, which must be open, in its transaction if one is.</summary>
    internal static DbCommand BareCommand(this DbContext context, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        if (context.Database.GetCommandTimeout() is { } seconds) command.CommandTimeout = seconds;
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
}
